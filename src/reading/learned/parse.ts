import type { Span } from '../clauses.ts'
import { type Meanings, WIDTH } from './lexicon.ts'
import { clausesIn, type Tokens, tokensOf } from './tokens.ts'

/** A normalised text ready for the learned reader: its clauses, and the meanings that stand in each. */
export interface Parsed {
  readonly tokens: Tokens
  /** Ranges of tokens. */
  readonly clauses: readonly Span[]
  /** Meanings in the order of the text, and the token each stands at. */
  readonly kinds: Uint8Array
  readonly places: Uint32Array
  /** Per clause, where its meanings begin in `kinds`; one more at the end. */
  readonly begins: Uint32Array
  /** Per clause, `WIDTH` words of 32 bits: which meanings stand in it. */
  readonly kindsIn: Uint32Array
}

/** A token may have several meanings; more than this many on average would be a mistake of the lexicon. */
const MOST = 4

export function parse(text: string, meanings: Meanings): Parsed {
  const tokens = tokensOf(text)
  const clauses = clausesIn(text, tokens)
  const kinds = new Uint8Array(tokens.length * MOST)
  const places = new Uint32Array(tokens.length * MOST)
  const begins = new Uint32Array(clauses.length + 1)
  const kindsIn = new Uint32Array(clauses.length * WIDTH)
  let count = 0
  for (const [i, { start, end }] of clauses.entries()) {
    meanings.scan(tokens.ids, start, end, (kind, at) => {
      if (count === kinds.length) return
      kinds[count] = kind
      places[count++] = at
      const word = i * WIDTH + (kind >>> 5)
      kindsIn[word] = (kindsIn[word] ?? 0) | (1 << (kind & 31))
    })
    begins[i + 1] = count
  }
  return { tokens, clauses, kinds, places, begins, kindsIn }
}
