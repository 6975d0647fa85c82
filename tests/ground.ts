import { readKnowledge } from '../adapters/knowledge-files.ts'
import { createEngine } from '../src/index.ts'
import { loadKnowledge } from '../src/knowledge/load.ts'
import { factsOf } from './facts.ts'

/** The real knowledge/, loaded once for all tests of a file. */
export const files = readKnowledge()
export const knowledge = loadKnowledge(files)
export const engine = createEngine(files)
export const { laws, bit, anyKnown, anyTruth, anyLaw } = factsOf(knowledge)
