import { packTable, unpackTable } from '../../reading/learned/table-bytes.ts'
import type { WeightTable } from '../../reading/learned/weights.ts'
import type { Trust } from './trust.ts'

/** How questions were answered whose writer nothing was learned from; shares from 0 to 1. */
export interface HeldOut {
  /** The writer, the writing, or `all`. */
  readonly name: string
  readonly asked: number
  /** The right topic first; the right answer told; a wrong one told; not told, but offered among the two nearest. */
  readonly nearest: number
  readonly right: number
  readonly wrong: number
  readonly offered: number
  readonly outside: number
  /** Questions from outside that it says it cannot answer. */
  readonly unknown: number
}

/** All that was learned of questions: which topic they are about, and how far that can be trusted. */
export interface LearnedTopics {
  /** Tells what it was learned from: a digest of the questions, the ways to ask and the lexicons. */
  readonly from: string
  readonly table: WeightTable
  readonly trust: Trust
  readonly heldOut: readonly HeldOut[]
}

/** As one character a byte. */
export const packTopics = ({ from, table, trust, heldOut }: LearnedTopics): string =>
  packTable(from, table, { trust, heldOut })

/** Throws an Error where the text is not what `packTopics` made. */
export function unpackTopics(text: string): LearnedTopics {
  const { from, table, more } = unpackTable<Pick<LearnedTopics, 'trust' | 'heldOut'>>(text)
  return { from, table, trust: more.trust, heldOut: more.heldOut }
}
