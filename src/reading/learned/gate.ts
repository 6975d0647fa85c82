import { FeatureList, mix } from './features.ts'
import type { Parsed } from './parse.ts'
import { packTable, unpackTable } from './table-bytes.ts'
import { type WeightTable, weightsOf } from './weights.ts'

/** The one statement a gate's table is about. */
export const OFFER = 'offer'

/** What kind a feature is of. */
const TOKEN = 0x2011
const MEANING = 0x2022

/** How many meanings on the other of two may stand. */
const NEXT = 3

/** Of one clause: tokens, and two side by side; meanings, and two that stand near each other. */
export function gateFeatures({ tokens: { ids }, clauses, kinds, begins }: Parsed, at: number, into: FeatureList): void {
  const { start, end } = clauses[at] ?? { start: 0, end: 0 }
  for (let i = start; i < end; i++) {
    const one = mix(TOKEN, ids[i] ?? 0)
    into.add(one)
    if (i + 1 < end) into.add(mix(one, ids[i + 1] ?? 0))
  }
  const last = begins[at + 1] ?? 0
  for (let i = begins[at] ?? 0; i < last; i++) {
    const one = mix(MEANING, kinds[i] ?? 0)
    into.add(one)
    for (let j = i + 1; j < last && j <= i + NEXT; j++) into.add(mix(one, kinds[j] ?? 0))
  }
}

/** How much each feature counts: where there are many, each counts less. */
export const gateShare = (count: number): number => 4 / Math.sqrt(count + 8)

/** What was learned of whole messages, as one character a byte; `from` tells what it was learned from. */
export const packGate = (from: string, table: WeightTable): string => packTable(from, table, {})

/** Throws an Error where the text is not what `packGate` made. */
export function unpackGate(text: string): { readonly from: string; readonly table: WeightTable } {
  const { from, table } = unpackTable<object>(text)
  return { from, table }
}

/** Longer texts, in features, are read in any case: a pitch in a forwarded history is outweighed by the talk around it. */
const LONGEST = 700

/**
 * Weighs at little cost whether anything in a text may be worth reading, in log odds: below zero nothing is. Where the
 * bound lies was learned from messages held out, alone and amid talk (`npm run learn`).
 */
export function createGate(table: WeightTable): (parsed: Parsed) => number {
  const weights = weightsOf(table)
  const list = new FeatureList()
  return (parsed) => {
    list.length = 0
    for (let at = 0; at < parsed.clauses.length && list.length <= LONGEST; at++) gateFeatures(parsed, at, list)
    if (list.length > LONGEST) return Number.POSITIVE_INFINITY
    weights.own.fill(0)
    weights.add(list, 'own')
    return (weights.bias[0] ?? 0) + (weights.own[0] ?? 0) * weights.step * gateShare(list.length)
  }
}
