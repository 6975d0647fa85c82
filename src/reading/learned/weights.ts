import type { FeatureList } from './features.ts'
import { summing } from './summing.ts'

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

/** For each statement the best score among the clauses, and which clause has it; holds until the next text is weighed. */
export interface Best {
  readonly scores: Float32Array
  readonly clauses: Uint32Array
}

/** Sums of weights, one a statement, in steps. */
export type Sums = Int16Array

/** A table ready for looking up, with places to sum up in. */
export interface Weights {
  readonly statements: readonly string[]
  readonly bias: Float32Array
  /** What one step of a weight is worth, in log odds. */
  readonly step: number
  readonly own: Sums
  readonly beside: Sums
  readonly far: Sums
  /**
   * Adds what every feature weighs to the sums named, or takes it off; they stop at the ends of 16 bits. Features are
   * told apart by 14 of their bits and those that choose a bucket: some 30 of 32 in a table of learned weights.
   */
  add(features: FeatureList, into: 'own' | 'beside' | 'far', sign?: 1 | -1): void
  /** Scores a clause by what it has in `own`, `beside` and `far`, each times how much it counts. */
  keep(clause: number, ofOwn: number, ofBeside: number, ofFar: number): void
  /** The best of the clauses kept since `begin`. */
  readonly best: Best
  /** Begins with another text: forgets what was kept, and clears `far`, which goes on from clause to clause. */
  begin(): void
}

/** Where a score begins, in log odds. */
const NOTHING = -12

/** How many features are handed over at once. */
const MOST = 2048
const PAGE = 65_536
const EIGHT = 8
/** How many slots a bucket has, and how many bits of a slot are the number of its row. */
const BUCKET = 4
const ROW_BITS = 18

/** Lays out memory part by part. */
function layout() {
  let end = 0
  return {
    take(bytes: number): number {
      const at = end
      end += Math.ceil(bytes / 16) * 16
      return at
    },
    pages: () => Math.ceil(end / PAGE),
  }
}

/** Throws a RangeError where there are too many features. */
export function weightsOf({ statements, bias, step, features, begins, which, steps }: WeightTable): Weights {
  if (features.length >= 2 ** ROW_BITS) throw new RangeError(`a table has fewer than ${2 ** ROW_BITS} features`)
  const count = statements.length
  const width = Math.ceil(count / EIGHT) * EIGHT
  let size = 256
  while (size * 2 < features.length) size *= 2
  const { take, pages } = layout()
  const at = {
    features: take(MOST * 4),
    own: take(width * 2),
    beside: take(width * 2),
    far: take(width * 2),
    bias: take(width * 4),
    scores: take(width * 4),
    clauses: take(width * 4),
    buckets: take(size * BUCKET * 4),
    rows: take((features.length + 1) * width),
  }
  const bucketMask = size - 1
  const { buffer, add, keep } = summing(pages(), { ...at, bucketMask, width })

  const slots = new Uint32Array(buffer, at.buckets, size * BUCKET)
  const rows = new Int8Array(buffer, at.rows, (features.length + 1) * width)
  for (const [i, feature] of features.entries()) {
    const row = i + 1
    let slot = (feature & bucketMask) * BUCKET
    while (slots[slot] !== 0) slot = (slot + 1) % slots.length
    slots[slot] = ((feature >>> ROW_BITS) << ROW_BITS) | row
    const end = begins[row] ?? 0
    for (let k = begins[i] ?? 0; k < end; k++) rows[row * width + (which[k] ?? 0)] = steps[k] ?? 0
  }
  const sums = (place: number) => new Int16Array(buffer, place, width)
  const [own, beside, far] = [sums(at.own), sums(at.beside), sums(at.far)]
  const scoresOfAll = new Float32Array(buffer, at.scores, width)
  const clausesOfAll = new Uint32Array(buffer, at.clauses, width)
  const [scores, clauses] = [scoresOfAll.subarray(0, count), clausesOfAll.subarray(0, count)]
  new Float32Array(buffer, at.bias, width).set(bias)
  const given = new Uint32Array(buffer, at.features, MOST)
  return {
    statements,
    bias: Float32Array.from(bias),
    step,
    own,
    beside,
    far,
    add({ ids, length }, into, sign = 1) {
      for (let first = 0; first < length; first += MOST) {
        const some = Math.min(MOST, length - first)
        for (let i = 0; i < some; i++) given[i] = ids[first + i] ?? 0
        add(at.features, at.features + some * 4, at[into], sign)
      }
    },
    keep(clause, ofOwn, ofBeside, ofFar) {
      keep(clause, at.own, ofOwn, at.beside, ofBeside, at.far, ofFar)
    },
    best: { scores, clauses },
    begin() {
      far.fill(0)
      scoresOfAll.fill(NOTHING)
      clausesOfAll.fill(0)
    },
  }
}
