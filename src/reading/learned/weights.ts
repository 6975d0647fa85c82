/** What was learned: how strongly each feature of a clause speaks for each statement. */
export interface Weights {
  /** The statements, as `fact` or `no fact`. */
  readonly statements: readonly string[]
  /** Per statement, what it weighs with no feature at all. */
  readonly bias: Float32Array
  /** Adds the weights of a feature, times `share`, to `into`, one place per statement. */
  add(feature: number, share: number, into: Float32Array): void
}

/** As written to disk: features in rising order, and for each its statements and weights in turn. */
export interface WeightTable {
  readonly statements: readonly string[]
  readonly bias: readonly number[]
  /** What one step of a weight is worth. */
  readonly step: number
  readonly features: Uint32Array
  /** Per feature, where its weights begin; one more at the end. */
  readonly begins: Uint32Array
  readonly which: Uint8Array
  readonly steps: Int8Array
}

export function weightsOf(table: WeightTable): Weights {
  const { statements, step, features, begins, which, steps } = table
  let size = 1024
  while (size < features.length * 2) size *= 2
  const mask = size - 1
  const keys = new Uint32Array(size)
  const rows = new Uint32Array(size)
  for (const [row, feature] of features.entries()) {
    let at = feature & mask
    while (keys[at] !== 0) at = (at + 1) & mask
    keys[at] = feature
    rows[at] = row
  }
  return {
    statements,
    bias: Float32Array.from(table.bias),
    add(feature, share, into) {
      let at = feature & mask
      for (;;) {
        const key = keys[at]
        if (key === 0) return
        if (key === feature) break
        at = (at + 1) & mask
      }
      const row = rows[at] ?? 0
      const end = begins[row + 1] ?? 0
      const worth = step * share
      for (let k = begins[row] ?? 0; k < end; k++) {
        const one = which[k] ?? 0
        into[one] = (into[one] ?? 0) + (steps[k] ?? 0) * worth
      }
    },
  }
}
