/** mulberry32: small, seeded, good enough to choose moments. Numbers from 0 to below 1. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const below = (random: () => number, most: number): number => Math.floor(random() * most)

/** The same things in another order. */
export function shuffled<T>(random: () => number, things: readonly T[]): T[] {
  const rest = [...things]
  return things.flatMap(() => rest.splice(below(random, rest.length), 1))
}
