import { writeFileSync } from 'node:fs'
import { serialize } from 'node:v8'
import { readKnowledge } from '../../adapters/knowledge-files.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { keptAt } from './kept-at.ts'

/** Knowledge is read and checked once for all mutants, and kept as it was then. */
export default function keep(): void {
  const { weigh: _, learned: __, ...data } = loadKnowledge(readKnowledge())
  writeFileSync(keptAt, serialize(data))
}
