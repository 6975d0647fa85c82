import type { PictureRefusal } from '../knowledge/schema/seen-picture.ts'

/** A line of text in a picture. */
export interface PictureLine {
  readonly text: string
  /** The same line as two readers together have it, where it differs; either may be right. */
  readonly alternative?: string
  /** From 0 to 1. */
  readonly confidence: number
  /** It goes on with the sentence of the line before. */
  readonly joins?: true
}

/** A picture as it was read, in reading order, with what its QR codes hold; or why it was not. */
export type SeenPicture =
  | { readonly lines: readonly PictureLine[]; readonly codes: readonly string[] }
  | { readonly refused: PictureRefusal }

/** All that was read, line by line. */
export const wordsIn = (pictures: readonly SeenPicture[]): string =>
  pictures.flatMap((one) => ('lines' in one ? one.lines.map(({ text }) => text) : [])).join('\n')
