import type { Clause } from './clauses.ts'
import type { Said } from './settle.ts'

/** Makes a text plain, with the way back from places in it to those in the text as given. */
export type Normalise = (text: string) => {
  readonly text: string
  toOriginal(start: number, end: number): [start: number, end: number]
}

/** No more than this of a clause is quoted, in UTF-16 units, and one more rather than half a character. */
const LONGEST = 24

/** Where in a reply the first `length` units of `text`, plain words of a clause, end. */
export function spokenEnd(
  raw: string,
  { start, end }: Clause,
  text: string,
  length: number,
  normalise: Normalise,
): number {
  const normal = normalise(raw.slice(start, end))
  const from = normal.text.lastIndexOf(text)
  if (from < 0) return end
  return start + normal.toOriginal(from, from + length)[1]
}

/**
 * Where the quote of what was said ends. A short clause that goes on after a space belongs to it; a long one is cut,
 * but for what is told in words about the fact.
 */
export function quoteEnd(raw: string, clauses: readonly Clause[], { start, end, kind }: Said): number {
  const rest = raw[end] === ' ' ? clauses.find((clause) => clause.start === end + 1) : undefined
  const cut = start + LONGEST
  if (rest && rest.end <= cut) return rest.end
  if (kind === 'told' || end <= cut) return end
  const inPair = (raw.codePointAt(cut - 1) ?? 0) > 0xffff
  return inPair ? cut + 1 : cut
}
