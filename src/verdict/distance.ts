import type { Known } from '../knowledge/terms.ts'

/**
 * How far apart two offers are, `weigh` telling what facts weigh: a fact on which they differ counts in full, one that
 * only one of them knows counts half. This is the weighted city-block distance with yes at 1, no at 0 and not known
 * halfway; so it is a metric wherever every fact weighs something.
 */
export function distance(weigh: (bits: number) => number, a: Known, b: Known): number {
  const differ = (a.yes & b.no) | (a.no & b.yes)
  const known = (a.yes | a.no) ^ (b.yes | b.no)
  return weigh(differ) + weigh(known) / 2
}
