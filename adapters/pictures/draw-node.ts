/** CSS in camel case; lengths without a unit are pixels. */
export type Style = Readonly<Record<string, string | number>>

/** What the renderer lays out and draws. */
export type Node =
  | { readonly type: 'text'; readonly text: string; readonly style: Style }
  | { readonly type: 'container'; readonly children: Node[]; readonly style: Style }

/** A date is one word, which a hyphen would let break. */
const unbroken = (text: string) => text.replace(/(?<=\d)-(?=\d)/g, '\u2011')

export const words = (text: string, style: Style = {}): Node => ({
  type: 'text',
  text: unbroken(text),
  style: { lineHeight: 1.5, overflowWrap: 'anywhere', ...style },
})

export const column = (style: Style, ...children: readonly Node[]): Node => ({
  type: 'container',
  style: { display: 'flex', flexDirection: 'column', ...style },
  children: [...children],
})

export const row = (style: Style, ...children: readonly Node[]): Node => ({
  type: 'container',
  style: { display: 'flex', flexDirection: 'row', ...style },
  children: [...children],
})

/** As wide as phones show a picture whole. */
export const WIDTH = 1080
const MARGIN = 64

/** The whole picture: what it says over what kind of statement it is. */
export const sheet = (notice: string, ...children: readonly Node[]): Node =>
  column(
    {
      width: WIDTH,
      padding: `${MARGIN}px ${MARGIN}px ${MARGIN - 12}px`,
      gap: 36,
      backgroundColor: colours.ground,
      color: colours.ink,
      fontSize: 40,
    },
    ...children,
    words(notice, { fontSize: 34, color: colours.inkSoft }),
  )

/** Those of the page by day; each has the contrast that small text needs on the grounds it stands on. */
export const colours = {
  ground: '#f3f5f1',
  surface: '#ffffff',
  line: '#dde3dc',
  ink: '#1a2422',
  inkSoft: '#4b5954',
  accent: '#0b6b63',
  mark: '#ffe9ad',
  markInk: '#3a2a00',
} as const

export interface Tone {
  readonly strong: string
  readonly soft: string
}

const alarm: Tone = { strong: '#a8322b', soft: '#fbeeec' }

export const tones = {
  pyramid: alarm,
  other_fraud: alarm,
  grey: { strong: '#855700', soft: '#fcf3df' },
  not_pyramid: { strong: '#285f8f', soft: '#eaf2f9' },
  unclear: { strong: '#4b5954', soft: '#eef1ee' },
} as const satisfies Record<string, Tone>
