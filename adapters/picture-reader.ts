import type { SeenPicture } from '../src/index.ts'

export type { SeenPicture }
/** Why a picture was not read. */
export type Refusal = Extract<SeenPicture, { readonly refused: string }>['refused']

/** What may come as a picture, at most; whatever is larger is refused unread. */
export const mostPictureBytes = 10_000_000

/** Reads pictures. */
export interface PictureReader {
  /**
   * What stands in a picture, given as the bytes of its file. Never rejects: what cannot be read is refused with its
   * reason. `who` tells people apart, so that those who send many do not keep others waiting. Nothing is kept.
   */
  read(bytes: Uint8Array, who: string): Promise<SeenPicture>
  /** Ends its work; what is still being read is refused. */
  stop(): Promise<void>
}
