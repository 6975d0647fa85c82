import type { Span } from '../clauses.ts'
import { stated } from '../statement.ts'
import { besideFeatures, besideShare, FarOff, FeatureList, farShare, ownFeatures, ownShare } from './features.ts'
import type { Learned } from './packed.ts'
import { kindsOf, type Parsed } from './parse.ts'
import { type Best, type Weights, weightsOf } from './weights.ts'
import { viewOf, weigherOf, widthOf } from './whole.ts'

/** A statement weighed, with the clause that says it best. Places are in the normalised text. */
export interface Weighed extends Span {
  readonly fact: string
  readonly value: boolean
  /** In log odds: above zero it is likelier there than not. */
  readonly score: number
  /** The same by its clause where it stands: what goes well with the rest of a text need not stand there. */
  readonly itself: number
}

const list = new FeatureList()
const farOff = new FarOff()

/** What the features of one kind weigh in a clause is put into the sums named. */
function sum(weights: Weights, features: typeof ownFeatures, parsed: Parsed, at: number, into: 'own' | 'beside') {
  list.length = 0
  features(parsed, at, list)
  weights[into].fill(0)
  weights.add(list, into)
}

export function bestOf(parsed: Parsed, weights: Weights): Best {
  const { step } = weights
  farOff.begin(parsed)
  weights.begin()
  for (let at = 0; at < parsed.clauses.length; at++) {
    sum(weights, ownFeatures, parsed, at, 'own')
    sum(weights, besideFeatures, parsed, at, 'beside')
    farOff.move()
    weights.add(farOff.come, 'far')
    weights.add(farOff.gone, 'far', -1)
    const [ofOwn, ofBeside, ofFar] = [ownShare(parsed, at), besideShare(parsed, at), farShare(farOff.count)]
    weights.keep(at, step * ofOwn, step * ofBeside, step * ofFar)
  }
  return weights.best
}

/** An offer speaks of at least this many kinds of things: paying, joining, people, money … */
const FEWEST = 5

/** What was learned, weighed in one text; holds until the next one is weighed. */
export interface Weighing {
  /** Those of some statements that could score above a bound, whatever signals find of them; all not learned of could. */
  worth(statements: ReadonlySet<string>, bound: number): ReadonlySet<string>
  /** Every statement a signal found, and every other one that is likelier there than not. */
  weighed(signalled: ReadonlySet<string>): Weighed[]
}

export interface LearnedReader {
  /** A text as an offer, or the talk about one. */
  weigh(parsed: Parsed): Weighing
  /** Gives the clause that says a statement best, scored by itself; undefined where nothing was learned of it, or there are no words. Holds until the next text. */
  best(parsed: Parsed): (statement: string) => (Span & Pick<Weighed, 'itself'>) | undefined
}

/** Of a text that speaks of too little to be an offer. */
const nothing: Weighing = { worth: (statements) => statements, weighed: () => [] }

/** Weighs normalised texts by what was learned. */
export function createLearnedReader({ clauses, whole }: Learned): LearnedReader {
  const weights = weightsOf(clauses)
  const known = weights.statements.map(stated)
  const places = new Map(weights.statements.map((name, place) => [name, place]))
  const weigher = weigherOf(whole)
  /** Per statement, how much a signal for each speaks for it. */
  const helps = known.map((_, i) => Float64Array.from(known, (_, other) => Math.max(0, weigher.signal(i, other))))
  const view = new Float64Array(widthOf(known.length))
  const bare = new Float64Array(known.length)
  /** Which could score above the bound with the help of signals for one another alone. */
  function stillOpen(open: readonly string[], bound: number): string[] {
    const at = open.map((name) => places.get(name) ?? -1)
    return open.filter((_, k) => {
      const row = helps[at[k] ?? -1]
      return row === undefined || at.reduce((sum, other) => sum + (row[other] ?? 0), bare[at[k] ?? -1] ?? 0) > bound
    })
  }
  const placed = ({ clauses, tokens }: Parsed, at: number): Span | undefined => {
    const clause = clauses[at]
    return clause && { start: tokens.starts[clause.start] ?? 0, end: tokens.ends[clause.end - 1] ?? 0 }
  }
  function weigh(parsed: Parsed): Weighing {
    if (kindsOf(parsed).length < FEWEST) return nothing
    const best = bestOf(parsed, weights)
    viewOf(best.scores, parsed.length, view)
    for (let i = 0; i < bare.length; i++) bare[i] = weigher.bare(view, i)
    return {
      worth(statements, bound) {
        let open = [...statements]
        for (let before = -1; before !== open.length; ) {
          before = open.length
          open = stillOpen(open, bound)
        }
        return new Set(open)
      },
      weighed(signalled) {
        const found = [...signalled].flatMap((name) => places.get(name) ?? [])
        const weighed: Weighed[] = []
        for (const [i, { fact, value }] of known.entries()) {
          const isFound = found.includes(i)
          let score = bare[i] ?? 0
          for (const other of found) score += weigher.signal(i, other)
          if (!isFound && score <= 0) continue
          const place = placed(parsed, best.clauses[i] ?? 0)
          if (place) weighed.push({ fact, value, score, itself: best.scores[i] ?? 0, ...place })
        }
        return weighed
      },
    }
  }
  return {
    weigh,
    best(parsed) {
      const { scores, clauses } = bestOf(parsed, weights)
      return (statement) => {
        const i = places.get(statement)
        const place = i === undefined ? undefined : placed(parsed, clauses[i] ?? 0)
        return place && { ...place, itself: scores[i ?? 0] ?? 0 }
      }
    },
  }
}
