import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Law } from '../knowledge/schema/law.ts'

/** A place or a currency named in a text, with the law that goes with it. */
export interface Named {
  readonly law: string
  /** As it is written in the law's file. */
  readonly word: string
}

export interface Places {
  /** The law of the place where a whole message says the person is, or by which it wants to go. */
  whereabouts(text: string): string | undefined
  /** Whether a whole message says that the person is at a place whose law is not known. */
  isElsewhere(text: string): boolean
  /** The laws a message wants to hear side by side, in its order; undefined where it asks for no such thing. */
  compared(text: string): readonly string[] | undefined
  /** Each law that a place or a currency in a text points to, in its order. */
  namedIn(text: string): readonly Named[]
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** A Latin word stands alone: RM is not in RMB, nor UK in Ukraine. */
const bounded = (word: string) =>
  `${/^[a-z]/u.test(word) ? '(?<![a-z])' : ''}${escaped(word)}${/[a-z]$/u.test(word) ? '(?![a-z])' : ''}`

/** The longest of several words that could stand in one place comes first. */
const oneOf = (words: readonly string[]) =>
  `(?:${words
    .toSorted((a, b) => b.length - a.length)
    .map(bounded)
    .join('|')})`

/** `plain` makes a whole message comparable; `fold` keeps its signs, such as those of currencies. */
export function createPlaces(
  { laws, speech, asking }: Knowledge,
  { plain, fold }: { plain: (text: string) => string; fold: (text: string) => string },
): Places {
  const all = [...laws.values()].map(({ law }) => law)
  const listed = (pick: (law: Law) => readonly string[]) =>
    new Map(all.flatMap((law) => pick(law).map((word) => [fold(word), { law: law.id, word }] as const)).reverse())
  const places = listed((law) => law.places)
  const words = new Map([...listed((law) => law.suggested_by), ...places])
  const anyPlace = oneOf([...places.keys()])
  const placeAnywhere = new RegExp(anyPlace, 'gu')
  const wordAnywhere = new RegExp(oneOf([...words.keys()]), 'gu')
  const compile = ({ zh, en }: { zh: readonly string[]; en: readonly string[] }, place = anyPlace) =>
    [...zh, ...en].map((pattern) => new RegExp(pattern.replaceAll('{place}', place), 'u'))
  const here = compile(speech.whereabouts.here)
  const elsewhere = compile(speech.whereabouts.here, oneOf(Object.values(asking.elsewhere).flat()))
  const compare = compile(speech.whereabouts.compare)

  const found = (bare: string, pattern: RegExp, among: ReadonlyMap<string, Named>) => {
    const named = [...bare.matchAll(pattern)].flatMap(([word]) => among.get(word) ?? [])
    return named.filter((one, i) => named.findIndex(({ law }) => law === one.law) === i)
  }
  const placesIn = (bare: string) => found(bare, placeAnywhere, places).map(({ law }) => law)

  return {
    whereabouts(text) {
      const bare = plain(text)
      const [law, ...others] = here.some((pattern) => pattern.test(bare)) ? placesIn(bare) : []
      return others.length === 0 ? law : undefined
    },
    isElsewhere(text) {
      const bare = plain(text)
      return elsewhere.some((pattern) => pattern.test(bare))
    },
    compared(text) {
      const bare = plain(text)
      return compare.some((pattern) => pattern.test(bare)) ? placesIn(bare) : undefined
    },
    namedIn: (text) => found(fold(text), wordAnywhere, words),
  }
}
