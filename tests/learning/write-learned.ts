import { writeFileSync } from 'node:fs'
import { bestOf, statementOf } from '../../src/reading/learned/learned.ts'
import {
  besideFeatures,
  besideShare,
  FeatureList,
  farFeatures,
  farShare,
  ownFeatures,
  ownShare,
} from '../../src/reading/learned/features.ts'
import { meaningsOf } from '../../src/reading/learned/lexicon.ts'
import { pack } from '../../src/reading/learned/packed.ts'
import { type Parsed, parse } from '../../src/reading/learned/parse.ts'
import { type WeightTable, weightsOf } from '../../src/reading/learned/weights.ts'
import { viewOf, weighWhole } from '../../src/reading/learned/whole.ts'
import { normalise } from '../../src/reading/normalise.ts'
import { createSignalReader } from '../../src/reading/signal-reader.ts'
import { knowledge } from '../ground.ts'
import { type ExampleText, readExamples } from './examples.ts'
import { type Example, learn, type Settings } from './learn.ts'
import { learnWhole } from './learn-whole.ts'

/** Learns from knowledge/examples and writes what was learned to knowledge/reading. */
const settings: Settings = {
  atLeast: 3,
  statementAtLeast: 12,
  rounds: 8,
  rate: 0.1,
  decay: 8,
  sparing: 2,
  least: 0.12,
}
/** What is learned of messages as a whole rests on scores of clauses that were not learned from: so many parts. */
const PARTS = 4
/** A clause states what the quote covers by half, or is covered by. */
const HALF = 0.5

/** How sure one has to be, in log odds: a lone mark of a fraud raises an alarm by itself. */
const frauds = new Set(knowledge.booleans.filter(({ group }) => group === 'other_fraud').map(({ id }) => id))
const cautious = (statement: string) => (frauds.has(statement) ? 0.4 : 0)

const meanings = meaningsOf(knowledge.lexicon)
const signals = createSignalReader(knowledge)

interface Ready {
  readonly text: ExampleText
  readonly normal: string
  readonly parsed: Parsed
  readonly examples: readonly Example[]
}

function ready(text: ExampleText): Ready {
  const normal = normalise(text.text)
  const parsed = parse(normal.text, meanings)
  const { starts, ends } = parsed.tokens
  const examples = parsed.clauses.map((clause, at) => {
    const list = new FeatureList()
    const counts: number[] = []
    for (const kind of [ownFeatures, besideFeatures, farFeatures]) {
      kind(parsed, at, list)
      counts.push(list.length)
    }
    const [own = 0, beside = 0, all = 0] = counts
    const shares = new Float32Array(all)
    shares.fill(ownShare(parsed, at), 0, own)
    shares.fill(besideShare(parsed, at), own, beside)
    shares.fill(farShare(all - beside), beside, all)
    const [start, end] = normal.toOriginal(starts[clause.start] ?? 0, ends[clause.end - 1] ?? 0)
    const states = new Set<string>()
    const partly = new Set<string>()
    for (const one of text.says) {
      const shared = Math.min(end, one.end) - Math.max(start, one.start)
      if (shared <= 0) continue
      const whole = shared / Math.min(end - start, one.end - one.start) >= HALF
      ;(whole ? states : partly).add(one.statement)
    }
    return { features: list.ids.slice(0, all), shares, states, partly }
  })
  return { text, normal: normal.text, parsed, examples }
}

function viewed(one: Ready, table: WeightTable) {
  const { scores } = bestOf(one.parsed, weightsOf(table))
  const found = new Set(signals(one.normal).map(statementOf))
  const signalled = Uint8Array.from(table.statements, (name) => (found.has(name) ? 1 : 0))
  return {
    view: viewOf(scores, signalled, one.normal.length),
    states: new Set(one.text.says.map(({ statement }) => statement)),
  }
}

const began = Date.now()
const all = readExamples().map(ready)
const messages = all.filter(({ text }) => text.whole)
const lines = all.filter(({ text }) => !text.whole)
const examplesOf = (list: readonly Ready[]) => list.flatMap(({ examples }) => examples)
const clauses = learn(examplesOf(all), settings)
const views = Array.from({ length: PARTS }, (_, part) => {
  const others = messages.filter((_, i) => i % PARTS !== part)
  const table = learn(examplesOf([...others, ...lines]), settings, clauses.statements)
  return messages.filter((_, i) => i % PARTS === part).map((one) => viewed(one, table))
})
const whole = learnWhole(views.flat(), clauses.statements).map((row, i) => [
  ...row.slice(0, -1),
  (row.at(-1) ?? 0) - cautious(clauses.statements[i] ?? ''),
])
const learned = pack({ clauses, whole })
writeFileSync(new URL('../../knowledge/reading/learned.bin', import.meta.url), learned, 'latin1')

/** How well each file's messages are read by what was learned from the other parts. */
const tally = new Map<string, { hit: number; said: number; due: number }>()
for (const [part, list] of views.entries())
  for (const [i, one] of messages.filter((_, at) => at % PARTS === part).entries()) {
    const viewed = list[i]
    if (viewed === undefined) continue
    const file = one.text.id[0] ?? ''
    const counts = tally.get(file) ?? { hit: 0, said: 0, due: 0 }
    tally.set(file, counts)
    counts.due += viewed.states.size
    for (const [k, statement] of clauses.statements.entries()) {
      if (weighWhole(whole[k] ?? [], viewed.view) <= 0) continue
      counts.said++
      if (viewed.states.has(statement)) counts.hit++
    }
  }
for (const [file, { hit, said, due }] of tally)
  process.stdout.write(
    `${file}: precision ${(hit / said).toFixed(3)}, recall ${(hit / due).toFixed(3)}, F1 ${((2 * hit) / (said + due)).toFixed(3)}\n`,
  )
process.stdout.write(
  `${messages.length} messages and ${lines.length} lines: ${clauses.features.length} features, ${clauses.which.length} weights of ${clauses.statements.length} statements, ${learned.length} bytes, in ${Math.round((Date.now() - began) / 1000)} s\n`,
)
