/** A line of text in a picture. */
export interface PictureLine {
  readonly text: string
  /** The same line as another reader has it, where the first one was unsure; either may be right. */
  readonly alternative?: string
  /** From 0 to 1. */
  readonly confidence: number
  /** It goes on with the sentence of the line before. */
  readonly joins?: true
}

/** Why a picture was not read. */
export const pictureRefusals = [
  'not_a_picture',
  'kind',
  'bytes',
  'too_large',
  'broken',
  'nothing',
  'unable',
  'too_slow',
  'too_heavy',
  'too_many',
  'busy',
  'not_fetched',
] as const
export type PictureRefusal = (typeof pictureRefusals)[number]

/** A picture as it was read, with what its codes hold, or why it was not. */
export type Picture =
  | { readonly lines: readonly PictureLine[]; readonly codes: readonly string[] }
  | { readonly refused: PictureRefusal }
