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

/** `best` gives the best score of each statement among the clauses; `length` is that of the normalised text. */
export function viewOf(best: Float32Array, signalled: Uint8Array, length: number): Float32Array {
  const count = best.length
  const view = new Float32Array(widthOf(count))
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

/** Weighs every statement of a table, in log odds: above zero, the message states it. */
export function weigherOf(table: WholeTable): (view: Float32Array) => Float64Array {
  const count = table.length
  /** Turned over: for each place of a view what it weighs for every statement. */
  const weights = Float64Array.from({ length: widthOf(count) * count }, (_, i) =>
    Math.fround(table[i % count]?.[Math.floor(i / count)] ?? 0),
  )
  return (view) => {
    const scores = new Float64Array(count)
    for (let place = 0; place < view.length; place++) {
      const seen = view[place] ?? 0
      if (seen === 0) continue
      const begin = place * count
      for (let i = 0; i < count; i++) scores[i] = (scores[i] ?? 0) + (weights[begin + i] ?? 0) * seen
    }
    return scores
  }
}
