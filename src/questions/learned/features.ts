import { FeatureList, mix } from '../../reading/learned/features.ts'
import type { Meanings } from '../../reading/learned/lexicon.ts'
import { hashOf, tokensOf } from '../../reading/learned/tokens.ts'
import { lastParts } from '../parts.ts'
import type { Words } from '../words.ts'

/** What a question is compared by: words that come to the same, and words of like meaning in offers and in questions. */
export interface Readers {
  readonly words: Words
  readonly offers: Meanings
  readonly questions: Meanings
}

/** A question made plain, and the places it is about, which no longer stand in it. */
export interface Question {
  readonly text: string
  /** Laws of named places; `elsewhere` for one whose law is not known. */
  readonly places: readonly string[]
}

/** Features of one kind, each an unsigned 32-bit number that stands there once, and how much each counts. */
export interface Group {
  readonly list: FeatureList
  readonly share: number
}

/** What kind a feature is of: the same words in two kinds are two features. */
const TOKENS = 0x1011
const LAST = 0x1033
const WORD = 0x1044
const OFFER = 0x1055
const MEANING = 0x1066
const PAIR = 0x1077
const LAST_MEANING = 0x1088
const BEGINNING = 0x1099
const PLACE = 0x10aa

/** Letters of an English word's beginning that is a feature by itself, so that a slip further on does no harm. */
const BEGINNING_LENGTH = 4
const longWord = /[a-z]{4,}/gu

/** Where there are many of a kind, each counts less. */
function group(features: Iterable<number>, weight: number): Group {
  const list = new FeatureList()
  for (const one of new Set(features)) list.add(one)
  return { list, share: weight / Math.sqrt(list.length + 4) }
}

/** Each token, and each two that stand side by side. */
function* tokens(text: string, kind: number): Iterable<number> {
  const { ids, length, starts, ends } = tokensOf(text)
  for (let i = 0; i < length; i++) {
    const one = mix(kind, ids[i] ?? 0)
    yield one
    if (i + 1 < length && (starts[i + 1] ?? 0) - (ends[i] ?? 0) <= 2) yield mix(one, ids[i + 1] ?? 0)
  }
}

/** The meanings in a text, each once, in the order of their numbers. */
function meaningsIn(text: string, meanings: Meanings): number[] {
  const { ids, length } = tokensOf(text)
  const found = new Set<number>()
  meanings.scan(ids, 0, length, (kind) => found.add(kind))
  return [...found].sort((a, b) => a - b)
}

const pairs = (kinds: readonly number[]): number[] =>
  kinds.flatMap((one, i) => kinds.slice(i + 1).map((other) => mix(mix(PAIR, one), other)))

/** A place not named is a feature too. */
const placed = (places: readonly string[]): number[] =>
  (places.length === 0 ? ['none'] : places).map((place) => mix(PLACE, hashOf(place)))

/** Everything a question has, the whole of it and once more what stands last, where the question is put. */
export function groupsOf({ text, places }: Question, { words, offers, questions }: Readers): Group[] {
  const last = lastParts(text)[0] ?? text
  const kinds = meaningsIn(text, questions)
  const beginnings = [...text.matchAll(longWord)].map(([word]) => word.slice(0, BEGINNING_LENGTH))
  return [
    group(tokens(text, TOKENS), 2),
    group(tokens(last, LAST), 0.7),
    group(
      words(text).map((word) => mix(WORD, hashOf(word))),
      2,
    ),
    group(
      meaningsIn(text, offers).map((kind) => mix(OFFER, kind)),
      1.4,
    ),
    group(
      kinds.map((kind) => mix(MEANING, kind)),
      2,
    ),
    group(pairs(kinds), 1),
    group(
      meaningsIn(last, questions).map((kind) => mix(LAST_MEANING, kind)),
      1,
    ),
    group(
      beginnings.map((start) => mix(BEGINNING, hashOf(start))),
      1,
    ),
    { ...group(placed(places), 1), share: 1 },
  ]
}
