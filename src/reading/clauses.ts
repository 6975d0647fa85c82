/** A stretch of a normalised text, in UTF-16 offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Longer stretches without a full stop are cut at a comma or space, so that matching stays bounded. */
const LONGEST = 360

const isStop = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at)
  if (unit === 0x0a || unit === 0x3002 || unit === 0x21 || unit === 0x3f || unit === 0x3b) return true
  // A full stop ends a sentence; a decimal point, an abbreviation inside a word or an address does not.
  return (
    unit === 0x2e && (at + 1 === text.length || /[\s"')\]·]/.test(text[at + 1] ?? '')) && !/\d/.test(text[at + 2] ?? '')
  )
}
const isComma = (unit: number) => unit === 0x2c || unit === 0x3001
const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39

/** A comma between digits groups thousands. */
const divides = (text: string, at: number): boolean =>
  isComma(text.charCodeAt(at)) && !(isDigit(text.charCodeAt(at - 1)) && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5)))

/** Sentences in order, without their final mark; together with the marks they cover the text. */
export function sentences(text: string): Span[] {
  const found: Span[] = []
  let start = 0
  let weak = 0
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 0x0a
    const stop = i === text.length || isStop(text, i)
    if (!stop && (unit === 0x20 || isComma(unit))) weak = i
    const full = !stop && i - start >= LONGEST
    if (!stop && !full) continue
    const end = full && weak > start ? weak : i
    if (end > start) found.push({ start, end })
    start = stop || end === weak ? end + 1 : end
    weak = start
    if (full && end < i) i = end
  }
  return found
}

/** The clauses of a sentence: what stands between its commas. Places are in `text`. */
export function clausesOf(text: string, sentence: Span): Span[] {
  const found: Span[] = []
  let start = sentence.start
  for (let i = sentence.start; i <= sentence.end; i++) {
    if (i < sentence.end && !divides(text, i)) continue
    if (i > start) found.push({ start, end: i })
    start = i + 1
  }
  return found
}
