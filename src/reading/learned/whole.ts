/**
 * What a message states as a whole: what its clauses say weighed against all else it says, and against what the
 * signals found. Per statement a row of weights: for each statement its best clause, how sure that clause is, whether
 * a signal found it; then one for the length of the message and one that always counts.
 */
export type WholeTable = readonly (readonly number[])[]

const LEAST = -8
const MOST = 6

/** How many weights a row has, of `count` statements. */
export const widthOf = (count: number): number => count * 3 + 2

export const sure = (score: number): number => 1 / (1 + Math.exp(-score))

/**
 * What the clauses show of a message: `best` gives the best score of each statement among the clauses, `length` is that
 * of the normalised text. What signals found is still to be set. Filled into `view` where one is given.
 */
export function viewOf(
  best: Float32Array,
  length: number,
  view = new Float64Array(widthOf(best.length)),
): Float64Array {
  const count = best.length
  for (let i = 0; i < count; i++) {
    const score = best[i] ?? 0
    view[i] = Math.max(LEAST, Math.min(MOST, score)) / 4
    view[count + i] = sure(score + 1)
  }
  view[3 * count] = Math.log(length + 1) / 6
  view[3 * count + 1] = 1
  return view
}

/** Weighs the statements of a table by their places there, in log odds: above zero, the message states it. */
export interface Weigher {
  /** By what the clauses show alone. */
  bare(view: Float64Array, statement: number): number
  /** What a signal for `other`, which may be the same, adds to a statement. */
  signal(statement: number, other: number): number
}

export function weigherOf(table: WholeTable): Weigher {
  const rows = table.map((row) => Float64Array.from(row, Math.fround))
  const count = table.length
  return {
    bare(view, statement) {
      const row = rows[statement]
      if (row === undefined) return 0
      let clear = 0
      let certain = 0
      for (let i = 0; i < count; i++) {
        clear += (row[i] ?? 0) * (view[i] ?? 0)
        certain += (row[count + i] ?? 0) * (view[count + i] ?? 0)
      }
      const length = 3 * count
      return clear + certain + (row[length] ?? 0) * (view[length] ?? 0) + (row[length + 1] ?? 0)
    },
    signal: (statement, other) => rows[statement]?.[2 * count + other] ?? 0,
  }
}
