import { writeFileSync } from 'node:fs'
import { packGate } from '../../src/reading/learned/gate.ts'
import { bestOf } from '../../src/reading/learned/learned.ts'
import { meaningsOf } from '../../src/reading/learned/lexicon.ts'
import { pack } from '../../src/reading/learned/packed.ts'
import { type Weights, weightsOf } from '../../src/reading/learned/weights.ts'
import { viewOf, weigherOf } from '../../src/reading/learned/whole.ts'
import { isElsewhere } from '../../src/reading/settings.ts'
import { createSignalReader } from '../../src/reading/signal-reader.ts'
import { statementOf } from '../../src/reading/statement.ts'
import { knowledge } from '../ground.ts'
import { digestOfSources } from './digest.ts'
import { readExamples } from './examples.ts'
import { learn, PARTS, settings } from './learn.ts'
import { learnGate } from './learn-gate.ts'
import { learnWhole } from './learn-whole.ts'
import { prepare, type Ready } from './prepare.ts'

/** How sure one has to be, in log odds: a lone mark of a fraud raises an alarm by itself. */
const frauds = new Set(knowledge.booleans.filter(({ group }) => group === 'other_fraud').map(({ id }) => id))
const cautious = (statement: string) => (frauds.has(statement) ? 0.4 : 0)

const meanings = meaningsOf(knowledge.lexicon)
const signals = createSignalReader(knowledge)

function viewed(one: Ready, weights: Weights) {
  const { scores } = bestOf(one.parsed, weights)
  const found = new Set(signals.read(one.normal, isElsewhere(one.normal)).map(statementOf))
  const view = viewOf(scores, one.normal.length)
  const count = weights.statements.length
  for (const [i, name] of weights.statements.entries()) view[2 * count + i] = Number(found.has(name))
  return { view, states: new Set(one.text.says.map(({ statement }) => statement)) }
}

/**
 * Learns from knowledge/examples and writes what was learned to knowledge/reading. What is learned of messages as a
 * whole rests on scores of clauses that were not learned from.
 */
const began = Date.now()
const all = readExamples().map((text) => prepare(text, meanings))
const messages = all.filter(({ text }) => text.whole)
const lines = all.filter(({ text }) => !text.whole)
const examplesOf = (list: readonly Ready[]) => list.flatMap(({ examples }) => examples)
const clauses = learn(examplesOf(all), settings)
const views = Array.from({ length: PARTS }, (_, part) => {
  const others = messages.filter((_, i) => i % PARTS !== part)
  const weights = weightsOf(learn(examplesOf([...others, ...lines]), settings, clauses.statements))
  return messages.filter((_, i) => i % PARTS === part).map((one) => viewed(one, weights))
})
const whole = learnWhole(views.flat(), clauses.statements).map((row, i) => [
  ...row.slice(0, -1),
  (row.at(-1) ?? 0) - cautious(clauses.statements[i] ?? ''),
])
const gate = packGate(digestOfSources(), learnGate(all, meanings))
writeFileSync(new URL('../../knowledge/reading/gate.bin', import.meta.url), gate, 'latin1')
const learned = pack({ from: digestOfSources(), clauses, whole })
writeFileSync(new URL('../../knowledge/reading/learned.bin', import.meta.url), learned, 'latin1')

/** Of statements no signal found, read from messages that were not learned from: how many were right, by their score. */
const edges = [0, 0.3, 0.6, 1, 1.3, 2, 3, 5] as const
const right = edges.map(() => ({ said: 0, right: 0 }))
const total = { hit: 0, said: 0, due: 0 }
const count = clauses.statements.length
const weigher = weigherOf(whole)
for (const { view, states } of views.flat()) {
  const found = clauses.statements.flatMap((_, i) => (view[2 * count + i] === 1 ? i : []))
  total.due += states.size
  for (const [k, statement] of clauses.statements.entries()) {
    const score = found.reduce((sum, other) => sum + weigher.signal(k, other), weigher.bare(view, k))
    const isRight = states.has(statement)
    if (score > 0) {
      total.said++
      if (isRight) total.hit++
    }
    const place = edges.findLastIndex((edge) => score > edge)
    const tally = right[place]
    if (tally === undefined || view[2 * count + k] === 1) continue
    tally.said++
    if (isRight) tally.right++
  }
}
for (const [i, edge] of edges.entries()) {
  const { said = 0, right: hits = 0 } = right[i] ?? {}
  process.stdout.write(`score over ${edge}: ${hits} of ${said} right, ${(hits / said).toFixed(2)}\n`)
}
process.stdout.write(
  `precision ${(total.hit / total.said).toFixed(3)}, recall ${(total.hit / total.due).toFixed(3)}, F1 ${((2 * total.hit) / (total.said + total.due)).toFixed(3)}\n`,
)
process.stdout.write(
  `${messages.length} messages and ${lines.length} lines: ${clauses.features.length} features, ${clauses.which.length} weights of ${count} statements, ${learned.length} bytes, in ${Math.round((Date.now() - began) / 1000)} s\n`,
)
