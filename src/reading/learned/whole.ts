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
 * `best` gives the best score of each statement among the clauses, `signalled` is 1 for each that a signal found, and
 * `length` is that of the normalised text. Filled into `view` where one is given.
 */
export function viewOf(
  best: Float32Array,
  signalled: Uint8Array,
  length: number,
  view = new Float64Array(widthOf(best.length)),
): Float64Array {
  const count = best.length
  for (let i = 0; i < count; i++) {
    const score = best[i] ?? 0
    view[i] = Math.max(LEAST, Math.min(MOST, score)) / 4
    view[count + i] = sure(score + 1)
    view[2 * count + i] = signalled[i] ?? 0
  }
  view[3 * count] = Math.log(length + 1) / 6
  view[3 * count + 1] = 1
  return view
}

/** Weighs one statement of a table by its place there, in log odds: above zero, the message states it. */
export function weigherOf(table: WholeTable): (view: Float64Array, statement: number) => number {
  const rows = table.map((row) => Float64Array.from(row, Math.fround))
  const count = table.length
  return (view, statement) => {
    const row = rows[statement] ?? view
    let clear = 0
    let certain = 0
    let signalled = 0
    for (let i = 0; i < count; i++) {
      clear += (row[i] ?? 0) * (view[i] ?? 0)
      certain += (row[count + i] ?? 0) * (view[count + i] ?? 0)
      if (view[2 * count + i] === 1) signalled += row[2 * count + i] ?? 0
    }
    const length = 3 * count
    return clear + certain + signalled + (row[length] ?? 0) * (view[length] ?? 0) + (row[length + 1] ?? 0)
  }
}
