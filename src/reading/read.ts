import type { Knowledge } from '../knowledge/knowledge.ts'
import { evaluate } from '../knowledge/terms.ts'
import { figuresOf } from './figures.ts'
import { type Frame, frameOf } from './frame.ts'
import { languageOf, type ReadLanguage } from './language.ts'
import { findMatches, type Match } from './matches.ts'
import { normalise } from './normalise.ts'
import { isElsewhere } from './settings.ts'
import { signalIndex } from './signal-index.ts'
import { weigh } from './weigh.ts'

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

type Known = Pick<Knowledge, 'signals' | 'concern' | 'booleans' | 'bitOf'>

const speaksOfOffers = (frame: Frame) => frame === 'offer' || frame === 'account'

/** Reads any text; never throws. The reader is made once, and compiles a pattern when it is first needed. */
export function createReader(knowledge: Known): (text: string) => Reading {
  const index = signalIndex(knowledge.signals)
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

  return (text) => {
    const lang = languageOf(text)
    const none: Reading = { lang, concern: 'none', evidence: [] }
    const normal = normalise(text)
    const candidates = index.candidates(normal.text)
    if (candidates.length === 0) return none
    if (!speaksOfOffers(frameOf(normal.text))) return none
    const matches = weigh(findMatches(normal.text, candidates), isElsewhere(normal.text), frauds)
    const local = lang === 'zh-Hant' ? undefined : 'CNY'
    const sighting = (match: Match): Sighting => {
      const [start, end] = normal.toOriginal(match.start, match.end)
      const figures = figuresOf(match, normal.text.slice(match.start, match.end), local)
      return { fact: match.fact, value: match.value, quote: text.slice(start, end), start, end, ...figures }
    }
    const evidence = matches.map(sighting)
    return evidence.length === 0 ? none : { lang, concern: concernOf(evidence), evidence }
  }
}
