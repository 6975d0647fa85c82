import { writeFileSync } from 'node:fs'
import { packTopics } from '../../src/questions/learned/packed.ts'
import { digestOfQuestions } from './digest.ts'
import { learnTopics } from './learn-topics.ts'
import { learnTrust } from './learn-trust.ts'
import { topicIds, waysToAsk, writers } from './question-examples.ts'
import { heldOutFigures, rotate } from './rotate.ts'

/** Learns from knowledge/examples/questions and the ways to ask, and writes what was learned to knowledge/reading. */
const began = Date.now()
const samples = rotate()
const heldOut = heldOutFigures(samples)
const trust = learnTrust(samples)
const examples = [...waysToAsk(), ...[...writers().values()].flat()]
const table = learnTopics(examples, topicIds)
const packed = packTopics({ from: digestOfQuestions(), table, trust, heldOut })
writeFileSync(new URL('../../knowledge/reading/topics.bin', import.meta.url), packed, 'latin1')

process.stdout.write(`trust: ${JSON.stringify(trust)}\n`)
process.stdout.write(
  `${examples.length} questions: ${table.features.length} features, ${table.which.length} weights of ${topicIds.length} topics, ${packed.length} bytes, in ${Math.round((Date.now() - began) / 1000)} s\n`,
)
for (const one of heldOut) process.stdout.write(`${JSON.stringify(one)}\n`)
