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
  /** What one step of a weight is worth, in log odds. */
  readonly step: number
  /** Adds what every feature weighs to `into`, or takes it off: one place per statement, in steps. */
  add(features: FeatureList, into: Int32Array, sign?: 1 | -1): void
}

/** A feature's slot: its number, and where its weights begin with how many there are in the lowest bits. */
const SLOT = 2
const COUNT = 8

export function weightsOf({ statements, bias, step, features, begins, which, steps }: WeightTable): Weights {
  let size = 1024
  while (size < features.length * 1.6) size *= 2
  const mask = size - 1
  const slots = new Uint32Array(size * SLOT)
  /** A bit for each feature there is: most that are looked up are not, and need not be looked for. */
  const bits = size * 8 - 1
  const present = new Uint32Array(size / 4)
  const cells = new Uint16Array(which.length)
  for (let row = 0; row < features.length; row++) {
    const feature = features[row] ?? 0
    let at = feature & mask
    while (slots[at * SLOT] !== 0) at = (at + 1) & mask
    const begin = begins[row] ?? 0
    slots[at * SLOT] = feature
    slots[at * SLOT + 1] = (begin << COUNT) | ((begins[row + 1] ?? 0) - begin)
    const bit = feature & bits
    present[bit >>> 5] = (present[bit >>> 5] ?? 0) | (1 << (bit & 31))
  }
  for (let i = 0; i < cells.length; i++) cells[i] = ((which[i] ?? 0) << 8) | ((steps[i] ?? 0) & 255)
  return {
    statements,
    bias: Float32Array.from(bias),
    step,
    add({ ids, length }, into, sign = 1) {
      for (let i = 0; i < length; i++) {
        const feature = ids[i] ?? 0
        const bit = feature & bits
        if (((present[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) continue
        let at = feature & mask
        let key = slots[at * SLOT]
        while (key !== 0 && key !== feature) {
          at = (at + 1) & mask
          key = slots[at * SLOT]
        }
        if (key === 0) continue
        const place = slots[at * SLOT + 1] ?? 0
        const begin = place >>> COUNT
        const end = begin + (place & ((1 << COUNT) - 1))
        for (let k = begin; k < end; k++) {
          const cell = cells[k] ?? 0
          const one = cell >>> 8
          into[one] = (into[one] ?? 0) + sign * ((cell << 24) >> 24)
        }
      }
    },
  }
}
