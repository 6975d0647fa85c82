import type { Span } from '../clauses.ts'
import { besideFeatures, besideShare, FarOff, FeatureList, farShare, ownFeatures, ownShare } from './features.ts'
import { type Meanings, type Needs, WIDTH } from './lexicon.ts'
import type { Learned } from './packed.ts'
import { type Parsed, parse } from './parse.ts'
import { type Weights, weightsOf } from './weights.ts'
import { viewOf, weigherOf } from './whole.ts'

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

/** What the features of one kind weigh in a clause is put into `into`, in steps. */
function weigh(weights: Weights, features: typeof ownFeatures, parsed: Parsed, at: number, into: Int32Array): void {
  list.length = 0
  features(parsed, at, list)
  weights.add(list, into.fill(0))
}

export function bestOf(parsed: Parsed, weights: Weights): Best {
  const { bias, step } = weights
  const width = weights.statements.length
  const [own, beside, far] = [new Int32Array(width), new Int32Array(width), new Int32Array(width)]
  const scores = new Float32Array(width).fill(NOTHING)
  const clauses = new Uint32Array(width)
  const farOff = new FarOff(parsed)
  for (let at = 0; at < parsed.clauses.length; at++) {
    weigh(weights, ownFeatures, parsed, at, own)
    weigh(weights, besideFeatures, parsed, at, beside)
    farOff.move()
    weights.add(farOff.come, far)
    weights.add(farOff.gone, far, -1)
    const ofOwn = step * ownShare(parsed, at)
    const ofBeside = step * besideShare(parsed, at)
    const ofFar = step * farShare(farOff.count)
    for (let i = 0; i < width; i++) {
      const score = (bias[i] ?? 0) + (own[i] ?? 0) * ofOwn + (beside[i] ?? 0) * ofBeside + (far[i] ?? 0) * ofFar
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

function speaksOfEnough({ kindsIn }: Parsed): boolean {
  let count = 0
  for (let k = 0; k < WIDTH; k++) {
    let all = 0
    for (let i = k; i < kindsIn.length; i += WIDTH) all |= kindsIn[i] ?? 0
    for (; all !== 0; all &= all - 1) count++
  }
  return count >= FEWEST
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
  const known = weights.statements.map((name) => {
    const { fact, value } = stated(name)
    return { name, fact, value, needs: meanings.needs.get(fact) }
  })
  const scoresOf = weigherOf(whole)
  return (text, signalled) => {
    const parsed = parse(text, meanings)
    if (!speaksOfEnough(parsed)) return []
    const best = bestOf(parsed, weights)
    const found = Uint8Array.from(known, ({ name }) => Number(signalled.has(name)))
    const scores = scoresOf(viewOf(best.scores, found, text.length))
    const weighed: Weighed[] = []
    for (const [i, { fact, value, needs }] of known.entries()) {
      const score = scores[i] ?? 0
      const at = best.clauses[i] ?? 0
      if (found[i] !== 1 && (score <= 0 || !holds(parsed, at, needs))) continue
      const clause = parsed.clauses[at]
      if (clause === undefined) continue
      weighed.push({
        fact,
        value,
        score,
        start: parsed.tokens.starts[clause.start] ?? 0,
        end: parsed.tokens.ends[clause.end - 1] ?? 0,
      })
    }
    return weighed
  }
}
