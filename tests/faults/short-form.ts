import { expect, test } from 'vitest'
import failingSeeds from './failing-seeds.json' with { type: 'json' }
import type { Fault } from './fault.ts'

const fresh = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31))

/** The short form of a fault as a test: with a seed of today, and with each that ever showed a defect. */
export function shortForm({ name, holds, sizes, run }: Fault): void {
  const kept = new Map<string, readonly number[]>(Object.entries(failingSeeds)).get(name) ?? []
  test.each([fresh, ...kept])(`${name}: ${holds} (FAULT_SEED=%i)`, { timeout: 180_000 }, async (seed) => {
    const { broken } = await run(sizes.short, seed)
    expect(broken).toEqual([])
  })
}
