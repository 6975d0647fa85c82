import { FeatureList, farShare, mix } from './features.ts'
import { kindsOf, type Parsed } from './parse.ts'
import { packTable, unpackTable } from './table-bytes.ts'
import { type WeightTable, weightsOf } from './weights.ts'

/** The one statement a gate's table is about: that a clause says anything of an offer. */
export const ANY = 'any'

/** What kind a feature is of. */
const TOKEN = 0x2011
const MEANING = 0x2022
const SOMEWHERE = 0x2033

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

/** Of the whole text: each meaning that stands in it, and each two, once. */
export function gateFeaturesOfAll(parsed: Parsed, into: FeatureList): void {
  const kinds = kindsOf(parsed)
  for (let i = 0; i < kinds.length; i++) {
    const one = mix(SOMEWHERE, kinds[i] ?? 0)
    into.add(one)
    for (let j = i + 1; j < kinds.length; j++) into.add(mix(one, kinds[j] ?? 0))
  }
}

/** How much each feature of a clause counts: where there are many, each counts less. Those of the whole text: `farShare`. */
export const gateShare = (count: number): number => 4 / Math.sqrt(count + 8)

/** What was learned of clauses, as one character a byte; `from` tells what it was learned from. */
export const packGate = (from: string, table: WeightTable): string => packTable(from, table, {})

/** Throws an Error where the text is not what `packGate` made. */
export function unpackGate(text: string): { readonly from: string; readonly table: WeightTable } {
  const { from, table } = unpackTable<object>(text)
  return { from, table }
}

/** Texts of more clauses are read in any case: all the talk around an offer speaks against it. */
const LONGEST = 100

/**
 * Weighs at little cost whether any clause of a text may be worth reading, in log odds: below zero none is. Where the
 * bound lies was learned from messages held out, alone and amid talk (`npm run learn`).
 */
export function createGate(table: WeightTable): (parsed: Parsed) => number {
  const weights = weightsOf(table)
  const { step } = weights
  const list = new FeatureList()
  return (parsed) => {
    if (parsed.clauses.length > LONGEST) return Number.POSITIVE_INFINITY
    weights.begin()
    list.length = 0
    gateFeaturesOfAll(parsed, list)
    weights.add(list, 'far')
    const ofAll = step * farShare(list.length)
    for (let at = 0; at < parsed.clauses.length; at++) {
      list.length = 0
      gateFeatures(parsed, at, list)
      weights.own.fill(0)
      weights.add(list, 'own')
      weights.keep(at, step * gateShare(list.length), 0, ofAll)
    }
    return weights.best.scores[0] ?? Number.NEGATIVE_INFINITY
  }
}
