import { type Group, groupsOf, type Readers } from '../../src/questions/learned/features.ts'
import { createPlaces } from '../../src/questions/places.ts'
import { createWords } from '../../src/questions/words.ts'
import { meaningsOf } from '../../src/reading/learned/lexicon.ts'
import type { WeightTable } from '../../src/reading/learned/weights.ts'
import { plain } from '../../src/reading/normalise.ts'
import { knowledge } from '../ground.ts'
import { packed } from './learn.ts'
import type { AskedExample } from './question-examples.ts'
import { shuffler } from './shuffler.ts'

/** A feature seen in fewer questions is left out. */
const AT_LEAST = 2
const ROUNDS = 12
const RATE = 0.3
/** Keeps weights small where few questions speak for them. */
const RIDGE = 1e-2
/** So much of each question is given to all other topics, so that none is ever taken as settled. */
const DOUBT = 0.05
/** Weights below this are left out. */
const LEAST = 0.1
const START = 1e-2

export const readers: Readers = {
  words: createWords(knowledge.asking),
  offers: meaningsOf(knowledge.lexicon),
  questions: meaningsOf(knowledge.questionLexicon),
}
const places = createPlaces(knowledge.asking, plain)

/** The features of a question as the finder sees it. */
function groups(text: string): Group[] {
  const { rest, laws, elsewhere } = places(text)
  return groupsOf({ text: rest, places: elsewhere ? [...laws, 'elsewhere'] : laws }, readers)
}

/** Multinomial logistic regression by AdaGrad over all topics at once. The same examples give the same weights. */
export function learnTopics(examples: readonly AskedExample[], topics: readonly string[]): WeightTable {
  const seen = examples.map(({ want, text }) => ({ want: topics.indexOf(want), groups: groups(text) }))
  const counts = new Map<number, number>()
  for (const { groups: own } of seen)
    for (const { list } of own)
      for (const one of list.ids.subarray(0, list.length)) counts.set(one, (counts.get(one) ?? 0) + 1)
  const rowOf = new Map<number, number>()
  for (const [feature, count] of counts) if (count >= AT_LEAST) rowOf.set(feature, rowOf.size)
  const width = topics.length
  const ready = seen.map(({ want, groups: own }) => {
    const rows: number[] = []
    const shares: number[] = []
    for (const { list, share } of own)
      for (const one of list.ids.subarray(0, list.length)) {
        const row = rowOf.get(one)
        if (row === undefined) continue
        rows.push(row * width)
        shares.push(share)
      }
    return { want, rows: Uint32Array.from(rows), shares: Float32Array.from(shares) }
  })

  const weights = new Float32Array(rowOf.size * width)
  const squares = new Float32Array(rowOf.size * width).fill(START)
  const bias = new Float32Array(width)
  const biasSquares = new Float32Array(width).fill(START)
  const slopes = new Float32Array(width)
  const shuffle = shuffler(1)
  const order = Uint32Array.from(ready.keys())
  for (let round = 0; round < ROUNDS; round++) {
    shuffled(order, shuffle)
    for (const at of order) {
      const one = ready[at]
      if (one === undefined) continue
      const { rows, shares, want } = one
      slopes.set(bias)
      for (let i = 0; i < rows.length; i++) {
        const [row, share] = [rows[i] ?? 0, shares[i] ?? 0]
        for (let k = 0; k < width; k++) slopes[k] = (slopes[k] ?? 0) + (weights[row + k] ?? 0) * share
      }
      toSlopes(slopes, want)
      for (let k = 0; k < width; k++) {
        const slope = slopes[k] ?? 0
        biasSquares[k] = (biasSquares[k] ?? 0) + slope * slope
        bias[k] = (bias[k] ?? 0) - (0.1 * slope) / Math.sqrt(biasSquares[k] ?? 1)
      }
      for (let i = 0; i < rows.length; i++) {
        const [row, share] = [rows[i] ?? 0, shares[i] ?? 0]
        for (let k = 0; k < width; k++) {
          const slope = slopes[k] ?? 0
          if (slope === 0) continue
          const spot = row + k
          const step = slope * share + RIDGE * (weights[spot] ?? 0)
          squares[spot] = (squares[spot] ?? 0) + step * step
          weights[spot] = (weights[spot] ?? 0) - (RATE * step) / Math.sqrt(squares[spot] ?? 1)
        }
      }
    }
  }
  return packed(topics, bias, rowOf, weights, LEAST)
}

/** Too small to move anything. */
const STILL = 2e-3

/** From the scores of topics to how far each is off. */
function toSlopes(scores: Float32Array, want: number): void {
  const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  let all = 0
  for (let k = 0; k < scores.length; k++) {
    scores[k] = Math.exp((scores[k] ?? 0) - most)
    all += scores[k] ?? 0
  }
  for (let k = 0; k < scores.length; k++) {
    const due = DOUBT / scores.length + (k === want ? 1 - DOUBT : 0)
    const slope = (scores[k] ?? 0) / all - due
    scores[k] = Math.abs(slope) < STILL ? 0 : slope
  }
}

function shuffled(order: Uint32Array, shuffle: ReturnType<typeof shuffler>): void {
  const list = [...order]
  shuffle(list)
  order.set(list)
}
