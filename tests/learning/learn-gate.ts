import { FeatureList } from '../../src/reading/learned/features.ts'
import { createGate, gateFeatures, gateShare, OFFER } from '../../src/reading/learned/gate.ts'
import type { WeightTable } from '../../src/reading/learned/weights.ts'
import { type Example, learn, type Settings } from './learn.ts'
import type { Ready } from './prepare.ts'

const settings: Settings = {
  atLeast: 3,
  statementAtLeast: 1,
  rounds: 8,
  rate: 0.1,
  decay: 8,
  sparing: 2,
  least: 0.05,
}
/** The bound rests on messages that were not learned from: so many parts. */
const PARTS = 4
/** What share of the messages with an offer may stay below the bound, in each language. */
const LOST = 0.003

const han = /\p{Script=Han}/u

function exampleOf({ parsed, text }: Ready): Example {
  const list = new FeatureList()
  gateFeatures(parsed, list)
  return {
    features: list.ids.slice(0, list.length),
    shares: new Float32Array(list.length).fill(gateShare(list.length)),
    states: new Set(text.says.length > 0 ? [OFFER] : []),
    partly: new Set(),
  }
}

/** Which texts may hold an offer: a table whose bound is at zero. The same examples give the same table. */
export function learnGate(all: readonly Ready[]): WeightTable {
  const examples = all.map(exampleOf)
  const learned = (keep: (i: number) => boolean) =>
    learn(
      examples.filter((_, i) => keep(i)),
      settings,
      [OFFER],
    )
  const heldOut = Array.from({ length: PARTS }, (_, part) => {
    const gate = createGate(learned((i) => i % PARTS !== part))
    return all.flatMap((one, i) => (i % PARTS === part && one.text.offers ? { one, score: gate(one.parsed) } : []))
  }).flat()
  const bounds = [true, false].map((chinese) => {
    const scores = heldOut.filter(({ one }) => han.test(one.text.text) === chinese).map(({ score }) => score)
    return scores.sort((a, b) => a - b)[Math.floor(scores.length * LOST)] ?? 0
  })
  const table = learned(() => true)
  return { ...table, bias: table.bias.map((one) => one - Math.min(...bounds)) }
}
