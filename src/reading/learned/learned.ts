import type { Span } from '../clauses.ts'
import { stated } from '../statement.ts'
import { besideFeatures, besideShare, FarOff, FeatureList, farShare, ownFeatures, ownShare } from './features.ts'
import { type Meanings, type Needs, WIDTH } from './lexicon.ts'
import type { Learned } from './packed.ts'
import type { Parsed } from './parse.ts'
import { type Best, type Weights, weightsOf } from './weights.ts'
import { viewOf, weigherOf, widthOf } from './whole.ts'

/** A statement weighed, with the clause that says it best. Places are in the normalised text. */
export interface Weighed extends Span {
  readonly fact: string
  readonly value: boolean
  /** In log odds: above zero it is likelier there than not. */
  readonly score: number
}

const list = new FeatureList()
const farOff = new FarOff()

/** What the features of one kind weigh in a clause is put into the sums named. */
function weigh(weights: Weights, features: typeof ownFeatures, parsed: Parsed, at: number, into: 'own' | 'beside') {
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
    weigh(weights, ownFeatures, parsed, at, 'own')
    weigh(weights, besideFeatures, parsed, at, 'beside')
    farOff.move()
    weights.add(farOff.come, 'far')
    weights.add(farOff.gone, 'far', -1)
    const [ofOwn, ofBeside, ofFar] = [ownShare(parsed, at), besideShare(parsed, at), farShare(farOff.count)]
    weights.keep(at, step * ofOwn, step * ofBeside, step * ofFar)
  }
  return weights.best
}

function has({ kindsIn }: Parsed, at: number, mask: Uint32Array): boolean {
  for (let k = 0; k < WIDTH; k++) if (((mask[k] ?? 0) & (kindsIn[at * WIDTH + k] ?? 0)) !== 0) return true
  return false
}

/** Does the clause hold the meanings its fact needs, and stand beside those it needs? */
const holds = (parsed: Parsed, at: number, needs: Needs | undefined): boolean =>
  needs === undefined ||
  (has(parsed, at, needs.within) &&
    (needs.around === undefined ||
      has(parsed, at, needs.around) ||
      has(parsed, at - 1, needs.around) ||
      has(parsed, at + 1, needs.around)))

/** An offer speaks of at least this many kinds of things: paying, joining, people, money … */
const FEWEST = 5

function speaksOfEnough({ kindsIn }: Parsed): boolean {
  let count = 0
  for (let k = 0; k < WIDTH; k++) {
    let all = 0
    for (let i = k; i < kindsIn.length; i += WIDTH) all |= kindsIn[i] ?? 0
    for (; all !== 0; all &= all - 1) count++
  }
  return count >= FEWEST
}

/** What was learned, weighed in one text; holds until the next one is weighed. */
export interface Weighing {
  /** The most a statement could score, whatever signals find, in log odds; without end where nothing was learned of it. */
  most(statement: string): number
  /** Every statement a signal found, and every other one that is likelier there than not. */
  weighed(signalled: ReadonlySet<string>): Weighed[]
}

/** Of a text that speaks of too little to be an offer. */
const nothing: Weighing = { most: () => Number.POSITIVE_INFINITY, weighed: () => [] }

/** Weighs normalised texts by what was learned. */
export function createLearnedReader({ clauses, whole }: Learned, meanings: Meanings): (parsed: Parsed) => Weighing {
  const weights = weightsOf(clauses)
  const known = weights.statements.map((name) => {
    const { fact, value } = stated(name)
    return { fact, value, needs: meanings.needs.get(fact) }
  })
  const places = new Map(weights.statements.map((name, place) => [name, place]))
  const weigher = weigherOf(whole)
  /** Per statement, the most that signals can add to it. */
  const helps = known.map((_, i) => known.reduce((sum, _, other) => sum + Math.max(0, weigher.signal(i, other)), 0))
  const view = new Float64Array(widthOf(known.length))
  const bare = new Float64Array(known.length)
  return (parsed) => {
    if (!speaksOfEnough(parsed)) return nothing
    const best = bestOf(parsed, weights)
    viewOf(best.scores, parsed.length, view)
    for (let i = 0; i < bare.length; i++) bare[i] = weigher.bare(view, i)
    return {
      most(statement) {
        const place = places.get(statement)
        return place === undefined ? Number.POSITIVE_INFINITY : (bare[place] ?? 0) + (helps[place] ?? 0)
      },
      weighed(signalled) {
        const found = [...signalled].flatMap((name) => places.get(name) ?? [])
        const weighed: Weighed[] = []
        for (const [i, { fact, value, needs }] of known.entries()) {
          const isFound = found.includes(i)
          const at = best.clauses[i] ?? 0
          const clause = parsed.clauses[at]
          let score = bare[i] ?? 0
          for (const other of found) score += weigher.signal(i, other)
          if (clause === undefined || (!isFound && (score <= 0 || !holds(parsed, at, needs)))) continue
          weighed.push({
            fact,
            value,
            score,
            start: parsed.tokens.starts[clause.start] ?? 0,
            end: parsed.tokens.ends[clause.end - 1] ?? 0,
          })
        }
        return weighed
      },
    }
  }
}
