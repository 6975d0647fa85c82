import { readFileSync } from 'node:fs'
import { deserialize } from 'node:v8'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import { weigherOf } from '../../src/knowledge/telling.ts'
import { type JudgeInput, judgeFacts } from '../../src/verdict/judge-facts.ts'
import { factsOf } from '../facts.ts'
import { keptAt } from './kept-at.ts'

/** The same as tests/ground.ts, without the loading, which for each mutant would take longer than its tests. */
const data: Omit<Knowledge, 'weigh' | 'learned'> = deserialize(readFileSync(keptAt))
export const knowledge: Knowledge = {
  ...data,
  learned: '',
  weigh: weigherOf(data.telling),
}
export const engine = { judge: (input: JudgeInput) => judgeFacts(knowledge, input) }
export const { laws, bit, anyKnown, anyTruth, anyLaw } = factsOf(knowledge)
