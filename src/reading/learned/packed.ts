import { packTable, unpackTable } from './table-bytes.ts'
import type { WeightTable } from './weights.ts'
import type { WholeTable } from './whole.ts'

/** All that was learned from the examples, in two steps: what clauses say, and what a message says as a whole. */
export interface Learned {
  /** Tells what it was learned from: a digest of the examples, the lexicon and the signals. */
  readonly from: string
  readonly clauses: WeightTable
  readonly whole: WholeTable
}

/** As one character a byte. */
export const pack = ({ from, clauses, whole }: Learned): string =>
  packTable(from, clauses, { whole: whole.map((row) => row.map((one) => Number(one.toFixed(3)))) })

/** Throws an Error where the text is not what `pack` made. */
export function unpack(text: string): Learned {
  const { from, table, more } = unpackTable<{ readonly whole: WholeTable }>(text)
  return { from, clauses: table, whole: more.whole }
}
