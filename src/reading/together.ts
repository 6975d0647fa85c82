import type { SignalFile } from '../knowledge/schema/signal.ts'
import type { Span } from './clauses.ts'
import { ledByNumber, numberStart } from './macros-en.ts'
import { type Pattern, pattern } from './patterns.ts'

type Language = SignalFile['language']

/** Where something stands in one sentence; `pieces` where it is said in several, in no order. */
export interface Place extends Span {
  readonly pieces?: readonly Span[]
}

/** In the order of the text. */
export type Finder = (sentence: string) => readonly Place[]

/** Of one pattern in one sentence: more than this many add nothing. */
const MOST = 16

function places(made: Pattern, sentence: string): Span[] {
  const found: Span[] = []
  const regex = made()
  for (let hit = regex.exec(sentence); hit !== null && found.length < MOST; hit = regex.exec(sentence)) {
    if (hit[0] === '') break
    found.push({ start: hit.index, end: hit.index + hit[0].length })
  }
  return found
}

let numbersOf = ''
let numbers: number[] = []
/** Where a number may begin, found once for the patterns that begin with one. */
function numbersIn(sentence: string): readonly number[] {
  if (sentence !== numbersOf) {
    numbersOf = sentence
    numbers = Array.from(sentence.matchAll(numberStart), ({ index }) => index)
  }
  return numbers
}

function placesAt(starts: readonly number[], made: Pattern, sentence: string): Span[] {
  const found: Span[] = []
  if (starts.length === 0) return found
  const regex = made()
  let end = 0
  for (const start of starts) {
    if (start < end) continue
    regex.lastIndex = start
    const hit = regex.exec(sentence)
    if (hit === null || hit[0] === '') continue
    end = start + hit[0].length
    found.push({ start, end })
    if (found.length === MOST) break
  }
  return found
}

/** Whether it begins with a number: then it is looked for in few places, and is worth looking for first. */
const startsWithNumber = (source: string, language: Language) => language === 'en' && ledByNumber.test(source)

export function inOrder(source: string, language: Language): Finder {
  if (startsWithNumber(source, language)) {
    const made = pattern(source, language, 'uy')
    return (sentence) => placesAt(numbersIn(sentence), made, sentence)
  }
  const made = pattern(source, language)
  return (sentence) => places(made, sentence)
}

export const cheapestFirst = (pieces: readonly string[], language: Language): string[] =>
  [...pieces].sort((a, b) => Number(startsWithNumber(b, language)) - Number(startsWithNumber(a, language)))

/** Many signals name the same pieces: each is looked for once in a sentence. */
export function pieceFinders(): (source: string, language: Language) => Finder {
  const made = new Map<string, Finder>()
  return (source, language) => {
    const key = `${language}/${source}`
    const known = made.get(key)
    if (known) return known
    const find = inOrder(source, language)
    let last = ''
    let spans: readonly Place[] = []
    const finder: Finder = (sentence) => {
      if (sentence !== last) {
        spans = find(sentence)
        last = sentence
      }
      return spans
    }
    made.set(key, finder)
    return finder
  }
}

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end
const distance = (a: Span, b: Span) => Math.max(a.start - b.end, b.start - a.end, 0)

/** Around one place of the first piece, the nearest place of each other, none upon another. */
function around(anchor: Span, others: readonly (readonly Span[])[], within: number): Place | undefined {
  const taken = [anchor]
  let { start, end } = anchor
  for (const spans of others) {
    let nearest: Span | undefined
    let least = Number.POSITIVE_INFINITY
    for (const span of spans) {
      const far = distance(span, { start, end })
      if (far >= least || taken.some((one) => overlaps(one, span))) continue
      nearest = span
      least = far
    }
    if (!nearest) return undefined
    taken.push(nearest)
    start = Math.min(start, nearest.start)
    end = Math.max(end, nearest.end)
    if (end - start > within) return undefined
  }
  return { start, end, pieces: taken }
}

/** All pieces in any order within so many characters; of what overlaps, the tightest. */
export const inAnyOrder =
  (pieces: readonly Finder[], within: number): Finder =>
  (sentence) => {
    const all: (readonly Span[])[] = []
    for (const piece of pieces) {
      const spans = piece(sentence)
      if (spans.length === 0) return []
      all.push(spans)
    }
    const [anchors = [], ...others] = all.sort((a, b) => a.length - b.length)
    const found = anchors
      .flatMap((anchor) => around(anchor, others, within) ?? [])
      .sort((a, b) => a.end - a.start - (b.end - b.start))
    const kept: Place[] = []
    for (const span of found) if (!kept.some((one) => overlaps(one, span))) kept.push(span)
    return kept.sort((a, b) => a.start - b.start)
  }
