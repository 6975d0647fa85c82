import { attributes, isHearsay, isOwnAgain, isOwnTale, isReported } from './own-words.ts'

/** A part of a reply between punctuation. Places are UTF-16 offsets into the reply. */
export interface Clause {
  /** Made plain. */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly asked: boolean
  /** What somebody else says. */
  readonly hearsay: boolean
  /** What is said, by whomever. */
  readonly reported: boolean
}

const han = String.raw`\p{Script=Han}`
/** A comma in a figure, or between the halves of "no pay, no entry", parts nothing. */
const parts = new RegExp(
  [
    String.raw`[!！?？;；、，。\n…~～()（）—–|]+`,
    String.raw`(?<!\d)[,.:：]+|[,.:：]+(?!\d)(?! no )`,
    `(?<=${han})[ \\t　]+(?=${han})`,
    ' - ',
    String.raw`(?<=^\s*(?:no|nope|nah|yes|yeah|yep|yup|ya|yea)) (?=(?:i|she|he|they|we|you|u|it|its|it's|there|that|my|the|just|only|not|lah|because|he's|she's|they're|i'm|i've|im)\b)`,
    String.raw`\s+(?=(?:but|however|although|though|except|actually|because|cos|cuz|coz)\b)`,
    `(?<=${han})(?=但是|但(?!凡)|(?<![只])不过|可是|结果|後來|后来|其实|其實|反正)`,
  ].join('|'),
  'giu',
)
const ends = /[.。!！?？\n]/u

/** The clauses of a reply that say something, each with whose words it holds. */
export function clausesIn(raw: string, plain: (text: string) => string): Clause[] {
  const found: Clause[] = []
  let at = 0
  let told = false
  const add = (from: number, to: number, marks: string) => {
    const words = raw.slice(from, to)
    const text = plain(words)
    if (text !== '') {
      const start = from + words.length - words.trimStart().length
      const end = to - (words.length - words.trimEnd().length)
      if (attributes(text)) for (const [i, one] of found.entries()) found[i] = { ...one, hearsay: true }
      told = isHearsay(text) || (told && !isOwnAgain(text))
      found.push({ text, start, end, asked: /[?？]/u.test(marks), hearsay: told, reported: isReported(text) })
    }
    if (ends.test(marks)) told = false
  }
  for (const { 0: marks, index } of raw.matchAll(parts)) {
    add(at, index, marks)
    at = index + marks.length
  }
  add(at, raw.length, '')
  return found
}

/** Whether what stands at a place of a reply is the person's own word, or `told` by others and reported. */
export function ownPlaces(raw: string, plain: (text: string) => string): (at: number, told: boolean) => boolean {
  if (!isOwnTale(plain(raw))) return () => false
  const others = clausesIn(raw, plain).filter(({ hearsay }) => hearsay)
  return (at, told) => told || !others.some(({ start, end }) => start <= at && at < end)
}
