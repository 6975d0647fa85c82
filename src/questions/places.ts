import type { Asking } from '../knowledge/schema/asking.ts'
import { type Jurisdiction, jurisdictions } from '../knowledge/schema/question.ts'

export interface Named {
  /** The laws whose places are named. */
  readonly laws: readonly Jurisdiction[]
  /** A place is named whose law is not known here. */
  readonly elsewhere: boolean
  /** The text made plain, without the places. */
  readonly rest: string
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

/** Finds the places that a text names, the longest names first: 中国香港 is Hong Kong alone. */
export function createPlaces({ places, elsewhere }: Asking, plain: (text: string) => string): (text: string) => Named {
  const names: (readonly [string, Jurisdiction | undefined])[] = [
    ...jurisdictions.flatMap((law) =>
      Object.values(places[law])
        .flat()
        .map((name) => [name, law] as const),
    ),
    ...Object.values(elsewhere)
      .flat()
      .map((name) => [name, undefined] as const),
  ]
  const isWritten = ([name]: readonly [string, unknown]) => /[A-Z]/u.test(name)
  const finder = (some: typeof names) => {
    const sorted = some.map(([name]) => name).sort((a, b) => b.length - a.length)
    const bounded = sorted.map((name) => (/[a-z]/iu.test(name) ? `(?<![a-z0-9])${escaped(name)}(?![a-z0-9])` : name))
    return sorted.length === 0 ? /(?!)/gu : new RegExp(bounded.join('|'), 'gu')
  }
  const inPlain = finder(names.filter((one) => !isWritten(one)))
  const asWritten = finder(names.filter(isWritten))
  const lawOf = new Map(names)

  return (text) => {
    const found = new Set<Jurisdiction | undefined>()
    const take = (name: string) => {
      found.add(lawOf.get(name))
      return ' '
    }
    const rest = plain(text.replace(asWritten, take)).replace(inPlain, take)
    return {
      laws: jurisdictions.filter((law) => found.has(law)),
      elsewhere: found.has(undefined),
      rest,
    }
  }
}
