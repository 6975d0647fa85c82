import type { Span } from '../clauses.ts'
import { type Meanings, WIDTH } from './lexicon.ts'
import { clausesIn, type Tokens, tokensOf } from './tokens.ts'

/** A normalised text ready for the learned reader: its clauses, and the meanings that stand in each. */
export interface Parsed {
  /** Of the text, in UTF-16 units. */
  readonly length: number
  readonly tokens: Tokens
  /** Ranges of tokens. */
  readonly clauses: readonly Span[]
  /** Meanings in the order of the text, and the token each stands at. */
  readonly kinds: readonly number[]
  readonly places: readonly number[]
  /** Per clause, where its meanings begin in `kinds`; one more at the end. */
  readonly begins: readonly number[]
  /** Per clause, `WIDTH` words of 32 bits: which meanings stand in it. */
  readonly kindsIn: readonly number[]
}

export function parse(text: string, meanings: Meanings): Parsed {
  const tokens = tokensOf(text)
  const clauses = clausesIn(text, tokens)
  const kinds: number[] = []
  const places: number[] = []
  const begins: number[] = []
  const kindsIn = new Array<number>(clauses.length * WIDTH).fill(0)
  let first = 0
  const found = (kind: number, at: number) => {
    kinds.push(kind)
    places.push(at)
    const word = first + (kind >>> 5)
    kindsIn[word] = (kindsIn[word] ?? 0) | (1 << (kind & 31))
  }
  for (const { start, end } of clauses) {
    begins.push(kinds.length)
    meanings.scan(tokens.ids, start, end, found)
    first += WIDTH
  }
  begins.push(kinds.length)
  return { length: text.length, tokens, clauses, kinds, places, begins, kindsIn }
}

/** The meanings that stand anywhere in a text, each once, in the order of their numbers. */
export function kindsOf({ kindsIn }: Parsed): number[] {
  const kinds: number[] = []
  for (let k = 0; k < WIDTH; k++) {
    let all = 0
    for (let i = k; i < kindsIn.length; i += WIDTH) all |= kindsIn[i] ?? 0
    for (; all !== 0; all &= all - 1) kinds.push(k * 32 + 31 - Math.clz32(all & -all))
  }
  return kinds
}
