import type { FeatureList } from './features.ts'

/** What was learned of clauses, as written to disk: features in rising order, and for each its weights. */
export interface WeightTable {
  /** The statements, as `fact` or `no fact`. */
  readonly statements: readonly string[]
  /** Per statement, what it weighs with no feature at all. */
  readonly bias: readonly number[]
  /** What one step of a weight is worth. */
  readonly step: number
  readonly features: Uint32Array
  /** Per feature, where its weights begin; one more at the end. */
  readonly begins: Uint32Array
  /** Per weight, the place of its statement, and its steps. */
  readonly which: Uint8Array
  readonly steps: Int8Array
}

/** A table ready for looking up. */
export interface Weights {
  readonly statements: readonly string[]
  readonly bias: Float32Array
  readonly step: number
  /** Adds the steps of every feature to `into`, one place per statement. */
  add(features: FeatureList, into: Int32Array): void
}

export function weightsOf({ statements, bias, step, features, begins, which, steps }: WeightTable): Weights {
  let size = 1024
  while (size < features.length * 2) size *= 2
  const mask = size - 1
  const keys = new Uint32Array(size)
  const rows = new Uint32Array(size)
  for (let row = 0; row < features.length; row++) {
    const feature = features[row] ?? 0
    let at = feature & mask
    while (keys[at] !== 0) at = (at + 1) & mask
    keys[at] = feature
    rows[at] = row
  }
  return {
    statements,
    bias: Float32Array.from(bias),
    step,
    add({ ids, length }, into) {
      for (let i = 0; i < length; i++) {
        const feature = ids[i] ?? 0
        let at = feature & mask
        let key = keys[at]
        while (key !== 0 && key !== feature) {
          at = (at + 1) & mask
          key = keys[at]
        }
        if (key === 0) continue
        const row = rows[at] ?? 0
        const end = begins[row + 1] ?? 0
        for (let k = begins[row] ?? 0; k < end; k++) {
          const one = which[k] ?? 0
          into[one] = (into[one] ?? 0) + (steps[k] ?? 0)
        }
      }
    },
  }
}
