import fc from 'fast-check'
import type { Knowledge } from '../src/knowledge/knowledge.ts'
import type { Known } from '../src/knowledge/terms.ts'

/** Facts as bits, and any state of knowledge about them. */
export function factsOf({ booleans, bitOf, laws: byId }: Pick<Knowledge, 'booleans' | 'bitOf' | 'laws'>) {
  const laws = [...byId.values()]
  const all = 2 ** booleans.length - 1
  const bits = fc.integer({ min: 0, max: all })
  const anyKnown: fc.Arbitrary<Known> = fc
    .tuple(bits, bits)
    .map(([known, yes]) => ({ yes: known & yes, no: known & ~yes }))
  /** Every fact decided. */
  const anyTruth: fc.Arbitrary<Known> = bits.map((yes) => ({ yes, no: all & ~yes }))
  return {
    laws,
    anyLaw: fc.constantFrom(...laws),
    anyKnown,
    anyTruth,
    bit(fact: string): number {
      const place = bitOf.get(fact)
      if (place === undefined) throw new Error(`no fact ${fact}`)
      return 1 << place
    },
  }
}
