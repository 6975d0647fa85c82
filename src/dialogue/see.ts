import { type Code, codeOf } from '../reading/code.ts'
import type { Evidence } from '../verdict/findings.ts'
import { type PictureNote, tellPictures } from '../wording/seen-pictures.ts'
import { evidenceIn, takeIn } from './intake.ts'
import { after, changing, type Outcome, type Scene } from './scene.ts'
import type { PictureLine, SeenPicture } from './seen-picture.ts'
import { withQuestion } from './with-question.ts'

/** Characters, and confidence on average, below which little could be read. */
const [FEWEST, LEAST_SURE] = [12, 0.75]

/** What pictures show, and what is told of each. */
export interface Seen {
  /** The scene in which they are counted. */
  readonly scene: Scene
  readonly found: readonly Evidence[]
  readonly notes: readonly PictureNote[]
  /** The number of the first. */
  readonly first: number
}

/** Pictures read for a conversation, which numbers them as they come. What they say is a claim. */
export function see(scene: Scene, pictures: readonly SeenPicture[]): Seen {
  const { pictures: before = 0 } = scene.conversation
  const found = pictures.flatMap((picture, at) => evidenceInPicture(scene, picture, before + at + 1))
  const notes = pictures.map(noteOf)
  return { scene: changing(scene, { pictures: before + pictures.length }), found, notes, first: before + 1 }
}

/** Tells what was read and goes on; where nothing was, asks for the words. */
export function answerSeen({ scene, found, notes, first }: Seen, isAlarming: boolean): Outcome {
  const told = tellPictures(scene.speaker, notes, first)
  const isRead = notes.some((note) => 'lines' in note && note.lines > 0 && !note.poor)
  if (found.length === 0 && !isAlarming && !isRead)
    return withQuestion(scene, [...told, scene.speaker.say('picture-paste')].join('\n'))
  return after(told.join('\n'), takeIn(scene, found, isAlarming && !scene.conversation.danger))
}

function noteOf(picture: SeenPicture): PictureNote {
  if ('refused' in picture) return picture
  const { lines, codes } = picture
  const length = lines.reduce((sum, { text }) => sum + [...text].length, 0)
  const sure = lines.reduce((sum, { confidence, text }) => sum + confidence * [...text].length, 0) / Math.max(1, length)
  const isPoor = (lines.length > 0 || codes.length === 0) && (length < FEWEST || sure < LEAST_SURE)
  return {
    lines: lines.length,
    ...(isPoor && { poor: true as const }),
    codes: codes.map((code): Code => codeOf(code)),
  }
}

/** Both readings are searched; each statement has the number of its picture, and of the line where it begins. */
function evidenceInPicture(scene: Scene, picture: SeenPicture, number: number): Evidence[] {
  if ('refused' in picture) return []
  const readings = [({ text, alternative = text }: PictureLine) => alternative, ({ text }: PictureLine) => text]
  const found: Evidence[] = []
  for (const reading of readings) {
    const { text, starts } = laidOut(picture.lines, reading)
    for (const one of evidenceIn(scene, text, 'claim')) {
      const line = starts.findLastIndex((start) => start <= one.start) + 1
      const quote = one.quote.replace(/\n/gu, ' ')
      const isKnown = found.some(
        (other) => other.fact === one.fact && other.value === one.value && Math.abs((other.line ?? 0) - line) <= 1,
      )
      if (!isKnown) found.push({ ...one, quote, picture: number, line })
    }
  }
  return found
}

/** The lines as one text: those that go on with a sentence without a break. */
export function laidOut(lines: readonly PictureLine[], reading: (line: PictureLine) => string) {
  let text = ''
  const starts: number[] = []
  for (const line of lines) {
    const words = reading(line)
    const isLatin = /[\p{Script=Latin}\d,;]$/u.test(text) && /^[\p{Script=Latin}\d$€£(]/u.test(words)
    if (text !== '') text += !line.joins ? '\n' : isLatin ? ' ' : ''
    starts.push(text.length)
    text += words
  }
  return { text, starts }
}
