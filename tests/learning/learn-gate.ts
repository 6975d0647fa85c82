import { FeatureList } from '../../src/reading/learned/features.ts'
import { createGate, gateFeatures, gateShare, OFFER } from '../../src/reading/learned/gate.ts'
import type { Meanings } from '../../src/reading/learned/lexicon.ts'
import type { WeightTable } from '../../src/reading/learned/weights.ts'
import { type Example, learn, type Settings } from './learn.ts'
import { prepare, type Ready } from './prepare.ts'

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
  for (const at of parsed.clauses.keys()) gateFeatures(parsed, at, list)
  return {
    features: list.ids.slice(0, list.length),
    shares: new Float32Array(list.length).fill(gateShare(list.length)),
    states: new Set(text.says.length > 0 ? [OFFER] : []),
    partly: new Set(),
  }
}

/** Offers as they stand amid talk: each with a harmless message of its language before or after it. */
function amid(all: readonly Ready[], meanings: Meanings): Ready[] {
  const isChinese = ({ text }: Ready) => han.test(text.text)
  const harmless = all.filter(({ text }) => text.whole && text.says.length === 0)
  const talk = { zh: harmless.filter(isChinese), en: harmless.filter((one) => !isChinese(one)) }
  return all
    .filter(({ text }) => text.offers)
    .map((one, i) => {
      const others = talk[isChinese(one) ? 'zh' : 'en']
      const other = others[(i * 31) % others.length]
      const texts = [one.text.text, other?.text.text ?? '']
      const text = (i % 2 === 0 ? texts : texts.reverse()).join('\n')
      return prepare(
        { ...one.text, text, says: one.text.says.map((said) => ({ ...said, start: 0, end: 0 })) },
        meanings,
      )
    })
}

/** In which texts anything may be worth reading: a table whose bound is at zero. The same examples give the same. */
export function learnGate(alone: readonly Ready[], meanings: Meanings): WeightTable {
  const all = [...alone, ...amid(alone, meanings)]
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
