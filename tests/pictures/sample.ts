/** A picture to be drawn, with what stands in it. */
export interface Sample {
  readonly name: string
  readonly language: 'zh-Hans' | 'zh-Hant' | 'en'
  readonly layout: 'poster' | 'notice' | 'wechat' | 'telegram' | 'table' | 'columns'
  readonly font: 'sans' | 'serif' | 'heavy'
  /** Headings begin with `# `; in chats, lines of the person at this phone with `> `; cells are parted by `|`. */
  readonly lines: readonly string[]
  /** Facts that stand in it, with the words that must be in the quote. */
  readonly shows: Readonly<Record<string, string>>
  readonly look?: Partial<Look>
}

/** How it is drawn, and what happens to it on the way. */
export interface Look {
  readonly ink: string
  /** Any CSS background. */
  readonly ground: string
  /** CSS pixels. */
  readonly width: number
  readonly size: number
  /** Device pixels for one of CSS. */
  readonly density: number
  readonly dark: boolean
  readonly centred: boolean
  /** Degrees, clockwise. */
  readonly turned: number
  /** The EXIF orientation under which it is stored, 1 to 8. */
  readonly orientation: number
  /** JPEG quality; a PNG where absent. */
  readonly quality: number
  readonly webp: boolean
}
