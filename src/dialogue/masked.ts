import { mask } from '../reading/mask.ts'
import type { Message, Part } from './message.ts'
import type { SeenPicture } from './seen-picture.ts'

/** UTF-16 units of one message that are read; the person is told when there was more. */
export const MOST_TEXT = 100_000
/** Pictures of one message, and lines of one picture, that are read. */
const [MOST_PICTURES, MOST_LINES] = [10, 500]
/** Read beyond the end, so that a number that stands across it is masked whole. */
const LONGEST_NUMBER = 100
const loneSurrogates = /\p{Surrogate}/gu

/**
 * The message as it may be kept: numbers of phones, identity papers and accounts are masked, and of what is too long
 * so much is left that it shows. Done again, it changes nothing.
 */
export function masked(message: Message): Message {
  const { text, quoted, parts, pictures } = message
  return {
    ...message,
    ...(text !== undefined && { text: clean(text) }),
    ...(quoted !== undefined && { quoted: clean(quoted) }),
    ...(parts && { parts: partsOf(parts).map((part) => ({ ...part, text: clean(part.text) })) }),
    ...(pictures && { pictures: pictures.slice(0, MOST_PICTURES).map(cleaned) }),
  }
}

const clean = (words: string): string =>
  mask(words.slice(0, MOST_TEXT + LONGEST_NUMBER).replace(loneSurrogates, '\ufffd')).slice(0, MOST_TEXT + 1)

/** As many as fit into what is read of one message. */
function partsOf(parts: readonly Part[]): Part[] {
  let length = 0
  return parts.filter(({ text }) => {
    length += text.length
    return length <= MOST_TEXT
  })
}

function cleaned(picture: SeenPicture): SeenPicture {
  if ('refused' in picture) return picture
  const lines = picture.lines.slice(0, MOST_LINES).map(({ text, alternative, ...rest }) => ({
    ...rest,
    text: clean(text),
    ...(alternative !== undefined && { alternative: clean(alternative) }),
  }))
  return { lines, codes: picture.codes.map(clean) }
}
