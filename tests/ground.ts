import fc from 'fast-check'
import { readKnowledge } from '../adapters/knowledge-files.ts'
import { createEngine } from '../src/index.ts'
import { loadKnowledge } from '../src/knowledge/load.ts'
import type { Known } from '../src/knowledge/terms.ts'

/** The real knowledge/, loaded once for all tests of a file. */
export const files = readKnowledge()
export const knowledge = loadKnowledge(files)
export const engine = createEngine(files)
export const laws = [...knowledge.laws.values()]

export const bit = (fact: string): number => {
  const place = knowledge.bitOf.get(fact)
  if (place === undefined) throw new Error(`no fact ${fact}`)
  return 1 << place
}

const all = 2 ** knowledge.booleans.length - 1

/** Any state of knowledge about any facts. */
export const anyKnown: fc.Arbitrary<Known> = fc
  .tuple(fc.integer({ min: 0, max: all }), fc.integer({ min: 0, max: all }))
  .map(([known, yes]) => ({ yes: known & yes, no: known & ~yes }))

/** Every fact decided. */
export const anyTruth: fc.Arbitrary<Known> = fc.integer({ min: 0, max: all }).map((yes) => ({ yes, no: all & ~yes }))

export const anyLaw = fc.constantFrom(...laws)
