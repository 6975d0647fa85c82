import * as z from 'zod'
import { dashed } from '../knowledge/messages.ts'
import { codeKinds, pictureRefusals } from '../knowledge/schema/seen-picture.ts'
import { tellQuote } from './offer.ts'
import type { Speaker } from './speaker.ts'

/** What is told of one picture: how many lines were read, what its codes hold; or why it was not read. */
export const pictureNote = z.union([
  z.object({
    lines: z.number(),
    /** Little of it could be read. */
    poor: z.literal(true).exactOptional(),
    codes: z.array(z.object({ kind: z.enum(codeKinds), shown: z.string() })),
  }),
  z.object({ refused: z.enum(pictureRefusals) }),
])
/** The same as it is handed about. */
export type PictureNote = Seen | Extract<z.infer<typeof pictureNote>, { refused: unknown }>
type Read = Extract<z.infer<typeof pictureNote>, { lines: unknown }>
interface Seen extends Readonly<Omit<Read, 'codes'>> {
  readonly codes: readonly Readonly<Read['codes'][number]>[]
}

/** Lines on pictures, which are numbered from `first`: what was read, their codes, and what could not be read. */
export function tellPictures(speaker: Speaker, notes: readonly PictureNote[], first: number): string[] {
  const numbered = notes.map((note, at) => ({ note, picture: first + at }))
  const read = numbered.flatMap(({ note, picture }) =>
    'refused' in note || note.lines === 0 ? [] : [{ note, picture }],
  )
  const lines = read.reduce((sum, { note }) => sum + note.lines, 0)
  const which = speaker.join(read.map(({ picture }) => String(picture)))
  return [
    ...(lines > 0 ? [speaker.say('picture-read', { which, lines })] : []),
    ...numbered.flatMap(({ note, picture }) => tellOne(speaker, note, picture)),
  ]
}

function tellOne(speaker: Speaker, note: PictureNote, picture: number): string[] {
  if ('refused' in note) {
    const reason = speaker.say(`picture-${dashed(note.refused)}`)
    return [speaker.say('picture-refused', { picture, reason })]
  }
  const codes = note.codes.map(({ kind, shown }) =>
    kind === 'words'
      ? speaker.say('code-words', { picture, words: tellQuote(speaker, shown) })
      : speaker.say(`code-${kind}`, { picture, place: shown }),
  )
  return note.poor ? [...codes, speaker.say('picture-poor', { picture })] : codes
}
