import type { Stretch } from './literal-sets.ts'
import type { Required } from './literals.ts'

/** What has to hold for a word of a rule's list of literals to count, in UTF-16 units. */
export interface Condition {
  /** How far it may stand from a word of the list before it; undefined for a first list. */
  readonly reach: number | undefined
  /** Between which places after its beginning a figure has to stand. */
  readonly figure: Stretch | undefined
  readonly isLast: boolean
}

/** The reach of a first list. */
export const FIRST = 0xffff
/** Further than any sentence is long, in UTF-16 units. */
const FAR = 0x7fff
const anywhere: Stretch = { from: 0, to: Number.POSITIVE_INFINITY }

/** Per list. A figure is looked for beside the list that tells its place best. */
export function conditionsOf({ literals, figures }: Required): Condition[] {
  const besides = literals.map((literal) =>
    figures.map(({ from, to }): Stretch => ({ from: from - literal.to, to: to - literal.from })),
  )
  const width = ({ from, to }: Stretch) => to - from
  const nearest = figures.map((_, i) =>
    literals.reduce(
      (best, _, list) => (width(besides[list]?.[i] ?? anywhere) < width(besides[best]?.[i] ?? anywhere) ? list : best),
      0,
    ),
  )
  return literals.map((literal, list) => ({
    reach: list === 0 ? undefined : literal.to - (literals[list - 1]?.from ?? 0),
    figure: (besides[list] ?? []).filter((_, i) => nearest[i] === list).sort((a, b) => width(a) - width(b))[0],
    isLast: list === literals.length - 1,
  }))
}

/** The conditions, each part in a table of its own. */
export function tablesOf(conditions: readonly (Condition | undefined)[]) {
  const all = Array.from(conditions)
  return {
    reach: Uint16Array.from(all, (one) => (one?.reach === undefined ? FIRST : Math.min(one.reach, FAR))),
    figured: Uint8Array.from(all, (one) => Number(one?.figure !== undefined)),
    from: Int16Array.from(all, (one) => Math.max(-FAR, one?.figure?.from ?? 0)),
    to: Int16Array.from(all, (one) => Math.min(FAR, one?.figure?.to ?? 0)),
    last: Uint8Array.from(all, (one) => Number(one?.isLast === true)),
  }
}
