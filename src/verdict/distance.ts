import type { Known } from '../knowledge/terms.ts'

/** How telling these facts, as bits, are together. */
export function weigh(telling: readonly number[], bits: number): number {
  let sum = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) sum += telling[31 - Math.clz32(rest & -rest)] ?? 0
  return sum
}

/**
 * How far apart two offers are: a fact on which they differ counts as much as it tells, one that only one of them knows
 * half of that. This is the weighted city-block distance with yes at 1, no at 0 and not known halfway; so it is
 * a metric wherever every fact tells something.
 */
export function distance(telling: readonly number[], a: Known, b: Known): number {
  const differ = (a.yes & b.no) | (a.no & b.yes)
  const known = (a.yes | a.no) ^ (b.yes | b.no)
  return weigh(telling, differ) + weigh(telling, known) / 2
}
