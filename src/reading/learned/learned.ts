import type { Span } from '../clauses.ts'
import { besideFeatures, besideShare, FeatureList, farFeatures, farShare, ownFeatures, ownShare } from './features.ts'
import { type Meanings, type Needs, WIDTH } from './lexicon.ts'
import type { Learned } from './packed.ts'
import { type Parsed, parse } from './parse.ts'
import { type Weights, weightsOf } from './weights.ts'
import { viewOf, weighWhole } from './whole.ts'

/** A statement weighed, with the clause that says it best. Places are in the normalised text. */
export interface Weighed extends Span {
  readonly fact: string
  readonly value: boolean
  /** In log odds: above zero it is likelier there than not. */
  readonly score: number
}

/** For each statement the best score among the clauses, and which clause has it. */
export interface Best {
  readonly scores: Float32Array
  readonly clauses: Uint32Array
}

const NOTHING = -12

const list = new FeatureList()
const here = new Float32Array(256)

/** What the features of one kind weigh in a clause is added to `here`. */
function weigh(weights: Weights, features: typeof ownFeatures, parsed: Parsed, at: number, share?: number): void {
  list.length = 0
  features(parsed, at, list)
  weights.add(list, share ?? farShare(list.length), here)
}

export function bestOf(parsed: Parsed, weights: Weights): Best {
  const width = weights.statements.length
  const scores = new Float32Array(width).fill(NOTHING)
  const clauses = new Uint32Array(width)
  for (let at = 0; at < parsed.clauses.length; at++) {
    here.set(weights.bias)
    weigh(weights, ownFeatures, parsed, at, ownShare(parsed, at))
    weigh(weights, besideFeatures, parsed, at, besideShare(parsed, at))
    weigh(weights, farFeatures, parsed, at)
    for (let i = 0; i < width; i++) {
      const score = here[i] ?? 0
      if (score <= (scores[i] ?? 0)) continue
      scores[i] = score
      clauses[i] = at
    }
  }
  return { scores, clauses }
}

const has = ({ kindsIn }: Parsed, at: number, mask: Uint32Array): boolean =>
  mask.some((bits, k) => (bits & (kindsIn[at * WIDTH + k] ?? 0)) !== 0)

/** Does the clause hold the meanings its fact needs, and stand beside those it needs? */
const holds = (parsed: Parsed, at: number, needs: Needs | undefined): boolean =>
  needs === undefined ||
  (has(parsed, at, needs.within) &&
    (needs.around === undefined ||
      [at - 1, at, at + 1].some((near) => has(parsed, near, needs.around ?? needs.within))))

/** `no fact` and `fact` apart. */
const stated = (statement: string) =>
  statement.startsWith('no ') ? { fact: statement.slice(3), value: false } : { fact: statement, value: true }

/** The statement a piece of evidence makes, as examples name it. */
export const statementOf = ({ fact, value }: { readonly fact: string; readonly value: boolean }): string =>
  value ? fact : `no ${fact}`

/** An offer speaks of at least this many kinds of things: paying, joining, people, money … */
const FEWEST = 5

function meaningsIn({ kindsIn }: Parsed): number {
  const all = new Uint32Array(WIDTH)
  for (let i = 0; i < kindsIn.length; i++) all[i % WIDTH] = (all[i % WIDTH] ?? 0) | (kindsIn[i] ?? 0)
  let count = 0
  for (const word of all) for (let bits = word; bits !== 0; bits &= bits - 1) count++
  return count
}

/**
 * Weighs normalised texts by what was learned: every statement a signal found in them, and every other one that is
 * likelier there than not. Nothing where a text speaks of too little to be an offer.
 */
export function createLearnedReader(
  { clauses, whole }: Learned,
  meanings: Meanings,
): (text: string, signalled: ReadonlySet<string>) => Weighed[] {
  const weights = weightsOf(clauses)
  const statements = weights.statements.map(stated)
  const rows = whole.map((row) => Float32Array.from(row))
  return (text, signalled) => {
    const parsed = parse(text, meanings)
    if (meaningsIn(parsed) < FEWEST) return []
    const best = bestOf(parsed, weights)
    const { starts, ends } = parsed.tokens
    const found = Uint8Array.from(weights.statements, (name) => (signalled.has(name) ? 1 : 0))
    const view = viewOf(best.scores, found, text.length)
    return statements.flatMap((statement, i) => {
      const at = best.clauses[i] ?? 0
      const [row, clause] = [rows[i], parsed.clauses[at]]
      if (row === undefined || clause === undefined) return []
      const score = weighWhole(row, view)
      const isFound = found[i] === 1
      if (!isFound && (score <= 0 || !holds(parsed, at, meanings.needs.get(statement.fact)))) return []
      return [{ ...statement, score, start: starts[clause.start] ?? 0, end: ends[clause.end - 1] ?? 0 }]
    })
  }
}
