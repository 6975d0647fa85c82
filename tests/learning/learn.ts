import type { WeightTable } from '../../src/reading/learned/weights.ts'
import { shuffler } from './shuffler.ts'

/** One clause to learn from. */
export interface Example {
  /** Its features and how much each counts. */
  readonly features: Uint32Array
  readonly shares: Float32Array
  /** What it states, as `fact` or `no fact`. */
  readonly states: ReadonlySet<string>
  /** What it states in part only: neither for nor against. */
  readonly partly: ReadonlySet<string>
}

export interface Settings {
  /** Of a feature: seen in fewer clauses it is left out. */
  readonly atLeast: number
  /** Of a statement: seen in fewer clauses it is not learned. */
  readonly statementAtLeast: number
  readonly rounds: number
  readonly rate: number
  readonly decay: number
  /** What a feature has to gain before it has a weight at all. */
  readonly sparing: number
  /** Weights below this are left out. */
  readonly least: number
}

/** Chosen on labelled messages that were seen (`npm run score`). */
export const settings: Settings = {
  atLeast: 3,
  statementAtLeast: 30,
  rounds: 8,
  rate: 0.1,
  decay: 8,
  sparing: 2,
  least: 0.12,
}

/** What rests on examples that were not learned from has so many parts, each held out in turn. */
export const PARTS = 4

const START = -4

/**
 * Logistic regression, one for each statement, over all of them at once: follow the regularised leader (FTRL-proximal), so that most weights stay zero. The same examples
 * give the same weights. `wanted` names the statements to learn; without it those stated often enough.
 */
export function learn(examples: readonly Example[], settings: Settings, wanted?: readonly string[]): WeightTable {
  const counts = new Map<number, number>()
  const stated = new Map<string, number>()
  for (const { features, states } of examples) {
    for (const feature of new Set(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1)
    for (const one of states) stated.set(one, (stated.get(one) ?? 0) + 1)
  }
  const statements =
    wanted ??
    [...stated]
      .filter(([, count]) => count >= settings.statementAtLeast)
      .map(([name]) => name)
      .sort()
  const width = statements.length
  const rowOf = new Map<number, number>()
  for (const [feature, count] of counts) if (count >= settings.atLeast) rowOf.set(feature, rowOf.size)

  const ready = examples.map(({ features, shares, states, partly }) => {
    const rows: number[] = []
    const kept: number[] = []
    for (const [i, feature] of features.entries()) {
      const row = rowOf.get(feature)
      if (row === undefined) continue
      rows.push(row * width)
      kept.push(shares[i] ?? 0)
    }
    const want = Int8Array.from(statements, (name) => (states.has(name) ? 1 : partly.has(name) ? -1 : 0))
    return { rows: Uint32Array.from(rows), shares: Float32Array.from(kept), want }
  })

  const weights = new Float32Array(rowOf.size * width)
  const pulls = new Float32Array(rowOf.size * width)
  const squares = new Float32Array(rowOf.size * width)
  const bias = new Float32Array(width).fill(START)
  const scores = new Float32Array(width)
  const slopes = new Float32Array(width)
  const { rate, sparing, decay } = settings
  const shuffle = shuffler(1)
  for (let round = 0; round < settings.rounds; round++) {
    shuffle(ready)
    for (const { rows, shares, want } of ready) {
      scores.set(bias)
      for (let i = 0; i < rows.length; i++) {
        const [row, share] = [rows[i] ?? 0, shares[i] ?? 0]
        for (let k = 0; k < width; k++) scores[k] = (scores[k] ?? 0) + (weights[row + k] ?? 0) * share
      }
      let wrong = false
      for (let k = 0; k < width; k++) {
        const chance = 1 / (1 + Math.exp(-(scores[k] ?? 0)))
        const slope = want[k] === -1 ? 0 : chance - (want[k] ?? 0)
        bias[k] = (bias[k] ?? 0) - 0.02 * slope
        slopes[k] = Math.abs(slope) < 1e-3 ? 0 : slope
        if (slopes[k] !== 0) wrong = true
      }
      if (!wrong) continue
      for (let i = 0; i < rows.length; i++) {
        const [row, share] = [rows[i] ?? 0, shares[i] ?? 0]
        for (let k = 0; k < width; k++) {
          const slope = slopes[k] ?? 0
          if (slope === 0) continue
          const at = row + k
          const step = slope * share
          const before = squares[at] ?? 0
          const after = before + step * step
          const pull = (pulls[at] ?? 0) + step - ((Math.sqrt(after) - Math.sqrt(before)) / rate) * (weights[at] ?? 0)
          squares[at] = after
          pulls[at] = pull
          weights[at] =
            Math.abs(pull) <= sparing ? 0 : -(pull - Math.sign(pull) * sparing) / (Math.sqrt(after) / rate + decay)
        }
      }
    }
  }
  return packed(statements, bias, rowOf, weights, settings.least)
}

export function packed(
  statements: readonly string[],
  bias: Float32Array,
  rowOf: ReadonlyMap<number, number>,
  weights: Float32Array,
  least: number,
): WeightTable {
  const width = statements.length
  let most = 0
  for (const one of weights) most = Math.max(most, Math.abs(one))
  const step = most / 127
  const features: number[] = []
  const begins: number[] = [0]
  const which: number[] = []
  const steps: number[] = []
  for (const [feature, row] of [...rowOf].sort(([a], [b]) => a - b)) {
    const before = which.length
    for (let k = 0; k < width; k++) {
      const weight = weights[row * width + k] ?? 0
      const rounded = Math.round(weight / step)
      if (Math.abs(weight) < least || rounded === 0) continue
      which.push(k)
      steps.push(rounded)
    }
    if (which.length === before) continue
    features.push(feature)
    begins.push(which.length)
  }
  return {
    statements,
    bias: [...bias],
    step,
    features: Uint32Array.from(features),
    begins: Uint32Array.from(begins),
    which: Uint8Array.from(which),
    steps: Int8Array.from(steps),
  }
}
