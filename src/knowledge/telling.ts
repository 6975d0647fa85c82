import type { BooleanFact } from './knowledge.ts'
import type { Interview } from './schema/interview.ts'

const uncertainty = (chance: number): number =>
  chance <= 0 || chance >= 1 ? 0 : -chance * Math.log2(chance) - (1 - chance) * Math.log2(1 - chance)

/**
 * How telling each fact is, by its place: how much knowing it tells about which kind of offer one has before one, in
 * bits of information, by the rough picture of interview.yaml. A fact that is as common in every kind tells nothing.
 */
export function tellingOf(booleans: readonly BooleanFact[], { kinds, otherwise }: Interview): readonly number[] {
  const total = kinds.reduce((sum, { weight }) => sum + weight, 0)
  return booleans.map(({ id }) => {
    const chances = kinds.map(({ weight, yes }) => [weight / total, yes[id] ?? otherwise] as const)
    const known = chances.reduce((sum, [share, chance]) => sum + share * uncertainty(chance), 0)
    const overall = chances.reduce((sum, [share, chance]) => sum + share * chance, 0)
    return uncertainty(overall) - known
  })
}

/** How telling several facts are together, given as bits: the sum, looked up ten bits at a time. */
export function weigherOf(telling: readonly number[]): (bits: number) => number {
  const [low, middle, high] = [0, 10, 20].map((from) => {
    const sums = new Float64Array(1024)
    for (let bits = 1; bits < 1024; bits++)
      sums[bits] = (sums[bits & (bits - 1)] ?? 0) + (telling[from + 31 - Math.clz32(bits & -bits)] ?? 0)
    return sums
  })
  return (bits) => (low?.[bits & 1023] ?? 0) + (middle?.[(bits >>> 10) & 1023] ?? 0) + (high?.[bits >>> 20] ?? 0)
}
