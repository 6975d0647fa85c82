import type { Knowledge } from '../knowledge/knowledge.ts'
import { evaluate } from '../knowledge/terms.ts'
import { figuresOf } from './figures.ts'
import { frameOf } from './frame.ts'
import { languageOf, type ReadLanguage } from './language.ts'
import { createLearnedReader, statementOf } from './learned/learned.ts'
import { meaningsOf } from './learned/lexicon.ts'
import { unpack } from './learned/packed.ts'
import { normalise } from './normalise.ts'
import { isElsewhere } from './settings.ts'
import { createSignalReader } from './signal-reader.ts'
import { type Statement, together } from './weigh.ts'

export type { ReadLanguage } from './language.ts'

/** One statement in a text for or against a fact. `start` and `end` are UTF-16 offsets in the text as given. */
export interface Sighting {
  readonly fact: string
  readonly value: boolean
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly amount?: number
  /** ISO 4217 or a token's code; absent where the words leave it open. */
  readonly currency?: string
  /** Of levels, or of people. */
  readonly number?: number
}

export interface Reading {
  readonly lang: ReadLanguage
  readonly concern: 'pyramid' | 'other_fraud' | 'none'
  /** In the order of the text. */
  readonly evidence: readonly Sighting[]
}

const speaksOfOffers = (text: string) => ['offer', 'account'].includes(frameOf(text))

type Known = Pick<Knowledge, 'signals' | 'concern' | 'booleans' | 'bitOf' | 'lexicon' | 'learned'>

/**
 * How sure a reading is to be: `likely` is everything that is likelier there than not; `sure` is what a conversation
 * may rest on without asking: what signals find, and what was learned so well that of ten such readings nine are right
 * (measured by `npm run learn`).
 */
export type Certainty = 'likely' | 'sure'

/** Least log odds of what is learned. */
const least: Readonly<Record<Certainty, number>> = { likely: 0, sure: 1 }

/**
 * Reads any text; never throws. What signals find stands; what examples have taught stands beside it. The reader
 * is made once, and compiles a pattern when it is first needed.
 */
export function createReader(knowledge: Known): (text: string, certainty?: Certainty) => Reading {
  const signals = createSignalReader(knowledge)
  const learned = createLearnedReader(unpack(knowledge.learned), meaningsOf(knowledge.lexicon))
  const frauds = new Set(knowledge.booleans.filter(({ group }) => group === 'other_fraud').map(({ id }) => id))

  const concernOf = (evidence: readonly Sighting[]): Reading['concern'] => {
    let yes = 0
    let no = 0
    for (const { fact, value } of evidence) {
      const bit = 1 << (knowledge.bitOf.get(fact) ?? 31)
      if (value) yes |= bit
      else no |= bit
    }
    if (evaluate(knowledge.concern, { yes, no: no & ~yes }) === 'met') return 'pyramid'
    return evidence.some(({ fact, value }) => value && frauds.has(fact)) ? 'other_fraud' : 'none'
  }

  const statementsIn = (text: string, certainty: Certainty): Statement[] => {
    const matches = signals(text)
    const signalled = new Set(matches.map(statementOf))
    const seen = learned(text, signalled).filter(({ score }) => score > least[certainty])
    const found = together(matches, seen, isElsewhere(text), frauds)
    // Only where something was found does it matter whether the message offers, warns or asks.
    if (found.length === 0 || !speaksOfOffers(text)) return []
    return found.sort((a, b) => a.start - b.start || b.end - a.end || (a.fact < b.fact ? -1 : 1))
  }

  return (text, certainty = 'likely') => {
    const lang = languageOf(text)
    const normal = normalise(text)
    const local = lang === 'zh-Hant' ? undefined : 'CNY'
    const evidence = statementsIn(normal.text, certainty).map((one): Sighting => {
      const [start, end] = normal.toOriginal(one.start, one.end)
      const figures = figuresOf(one, normal.text.slice(one.start, one.end), local)
      return { fact: one.fact, value: one.value, quote: text.slice(start, end), start, end, ...figures }
    })
    return { lang, concern: concernOf(evidence), evidence }
  }
}
