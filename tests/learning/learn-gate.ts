import { FeatureList, farShare } from '../../src/reading/learned/features.ts'
import { ANY, createGate, gateFeatures, gateFeaturesOfAll, gateShare } from '../../src/reading/learned/gate.ts'
import type { Meanings } from '../../src/reading/learned/lexicon.ts'
import type { WeightTable } from '../../src/reading/learned/weights.ts'
import { type Example, learn, PARTS, settings } from './learn.ts'
import { prepare, type Ready } from './prepare.ts'

/** What share of the messages with an offer may stay below the bound, in each language; in most of those nothing is read in any case. */
const LOST = 0.025

const han = /\p{Script=Han}/u

/** Of each clause, whether it says anything of an offer; what says it in part only teaches neither. */
function examplesOf({ parsed, examples }: Ready): Example[] {
  const ofAll = new FeatureList()
  gateFeaturesOfAll(parsed, ofAll)
  return examples.map(({ states, partly }, at) => {
    const list = new FeatureList()
    gateFeatures(parsed, at, list)
    const own = list.length
    for (let i = 0; i < ofAll.length; i++) list.add(ofAll.ids[i] ?? 0)
    return {
      features: list.ids.slice(0, list.length),
      shares: new Float32Array(list.length).fill(gateShare(own), 0, own).fill(farShare(ofAll.length), own),
      states: new Set(states.size > 0 ? [ANY] : []),
      partly: new Set(partly.size > 0 ? [ANY] : []),
    }
  })
}

/** Offers as they stand amid talk: each with a harmless message of its language before or after it. */
function amid(offers: readonly Ready[], all: readonly Ready[], meanings: Meanings): Ready[] {
  const isChinese = ({ text }: Ready) => han.test(text.text)
  const harmless = all.filter(({ text }) => text.whole && text.says.length === 0)
  const talk = { zh: harmless.filter(isChinese), en: harmless.filter((one) => !isChinese(one)) }
  return offers.map((one, i) => {
    const others = talk[isChinese(one) ? 'zh' : 'en']
    const other = others[(i * 31) % others.length]?.text.text ?? ''
    const isFirst = i % 2 === 0
    const text = isFirst ? `${one.text.text}\n${other}` : `${other}\n${one.text.text}`
    const by = isFirst ? 0 : other.length + 1
    const says = one.text.says.map(({ statement, start, end }) => ({ statement, start: start + by, end: end + by }))
    return prepare({ ...one.text, text, says }, meanings)
  })
}

/** In which texts anything may be worth reading: a table whose bound is at zero. The same examples give the same. */
export function learnGate(alone: readonly Ready[], meanings: Meanings): WeightTable {
  const offers = alone.filter(({ text }) => text.offers)
  const all = [...alone, ...amid(offers, alone, meanings)]
  /** An offer amid talk belongs to the part that the offer belongs to. */
  const parts = new Map(alone.map(({ text }, i) => [text.id, i % PARTS]))
  const ready = all.map((one) => ({ one, examples: examplesOf(one), part: parts.get(one.text.id) }))
  const learned = (without?: number) =>
    learn(
      ready.filter(({ part }) => part !== without).flatMap(({ examples }) => examples),
      { ...settings, atLeast: 4, least: 0.08 },
      [ANY],
    )
  const heldOut = Array.from({ length: PARTS }, (_, without) => {
    const gate = createGate(learned(without))
    return ready.flatMap(({ one, part }) =>
      part === without && one.text.offers ? { one, score: gate(one.parsed) } : [],
    )
  }).flat()
  const bounds = [true, false].map((chinese) => {
    const scores = heldOut.filter(({ one }) => han.test(one.text.text) === chinese).map(({ score }) => score)
    return scores.sort((a, b) => a - b)[Math.floor(scores.length * LOST)] ?? 0
  })
  const table = learned()
  return { ...table, bias: table.bias.map((one) => one - Math.min(...bounds)) }
}
