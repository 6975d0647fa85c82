import type { Knowledge } from '../knowledge/knowledge.ts'
import { evaluate } from '../knowledge/terms.ts'
import { isAsking } from './doubt.ts'
import { createFigures } from './figures.ts'
import { frameOf, refusesReward } from './frame.ts'
import { languageOf, type ReadLanguage } from './language.ts'
import { createGate, unpackGate } from './learned/gate.ts'
import { createLearnedReader } from './learned/learned.ts'
import { meaningsOf } from './learned/lexicon.ts'
import { unpack } from './learned/packed.ts'
import { parse } from './learned/parse.ts'
import { normalise } from './normalise.ts'
import { isElsewhere } from './settings.ts'
import { createSignalReader } from './signal-reader.ts'
import { paidForPeople, statementOf } from './statement.ts'
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

/** Is a reward spoken of only to say that one does not get it? */
const isRefused = (text: string, { fact, value, start, end }: Statement) =>
  value && paidForPeople.has(fact) && refusesReward(text.slice(start, end))

const isAsked = (text: string, start: number, end: number) =>
  isAsking(text.slice(start, end), /^[^\p{L}\p{N}]{0,2}\?/u.test(text.slice(end, end + 3)))

type Known = Pick<Knowledge, 'signals' | 'concern' | 'booleans' | 'bitOf' | 'lexicon' | 'learned' | 'learnedGate'>

/**
 * Where a text stands. `anywhere`: any text. `group`: any message of a group, most of which offer nothing and are not
 * read whole. `told`: a conversation about an offer, which may rest on what is read without asking.
 */
export type Place = 'anywhere' | 'group' | 'told'

/** In log odds. */
interface Bounds {
  /** What was learned lets fall what a signal found, where it speaks for it no more clearly than this. */
  readonly falls: number
  /** What it alone sees stands, where it speaks for it more clearly, and its clause, where it stands, more than `itself`. */
  readonly stands: number
  readonly itself: number
}

/**
 * In a conversation nine of ten readings that stand are right (measured by `npm run learn`). `elsewhere`: among words of
 * wages, coupons and outings.
 */
const bounds: Readonly<Record<'anywhere' | 'elsewhere' | 'told', Bounds>> = {
  anywhere: { falls: -1.5, stands: 0.2, itself: -1 },
  elsewhere: { falls: -0.5, stands: 0.6, itself: -1 },
  told: { falls: Number.NEGATIVE_INFINITY, stands: 1.5, itself: 0 },
}

/** A mark of another fraud raises an alarm by itself. */
const LONE = 1

export interface Reader {
  /** Any text, `anywhere` unless told otherwise; never throws. */
  read(text: string, place?: Place): Reading
  /**
   * Whether an answer to a question about a fact states it, or denies it, by its own words as examples have taught;
   * places are in the answer. Undefined where that is not likely.
   */
  states(answer: string, fact: string, value: boolean): Pick<Sighting, 'value' | 'start' | 'end'> | undefined
}

/**
 * What signals find stands, unless examples have taught otherwise; what they have taught stands beside it. Signals of
 * statements that no others still looked for could make stand are not run. The reader is made once, and compiles a
 * pattern when it is first needed.
 */
export function createReader(knowledge: Known): Reader {
  const signals = createSignalReader(knowledge)
  const meanings = meaningsOf(knowledge.lexicon)
  const learned = createLearnedReader(unpack(knowledge.learned))
  const gate = createGate(unpackGate(knowledge.learnedGate).table)
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

  const statementsIn = (text: string, place: Place): Statement[] => {
    const parsed = parse(text, meanings)
    if (place === 'group' && gate(parsed) < 0) return []
    const weighing = learned.weigh(parsed)
    const elsewhere = isElsewhere(text)
    const { falls, stands, itself } = bounds[place === 'told' ? place : elsewhere ? 'elsewhere' : 'anywhere']
    const found = signals.read(text, elsewhere, (statements) => weighing.worth(statements, falls))
    const weighed = new Map(weighing.weighed(new Set(found.map(statementOf))).map((one) => [statementOf(one), one]))
    const matches = found.filter((one) => (weighed.get(statementOf(one))?.score ?? 0) > falls && !isRefused(text, one))
    const seen = [...weighed.values()].filter(
      (one) =>
        one.itself > itself &&
        one.score > (frauds.has(one.fact) ? Math.max(stands, LONE) : stands) &&
        !isAsked(text, one.start, one.end) &&
        !isRefused(text, one),
    )
    if (matches.length + seen.length === 0) return []
    const all = together(matches, seen, elsewhere, frauds)
    // Only where something was found does it matter whether the message offers, warns or asks.
    if (all.length === 0 || !speaksOfOffers(text)) return []
    return all.sort((a, b) => a.start - b.start || b.end - a.end || (a.fact < b.fact ? -1 : 1))
  }

  function read(text: string, place: Place = 'anywhere'): Reading {
    const lang = languageOf(text)
    const normal = normalise(text)
    const figuresOf = createFigures(lang === 'zh-Hant' ? undefined : 'CNY')
    const evidence = statementsIn(normal.text, place).map((one): Sighting => {
      const [start, end] = normal.toOriginal(one.start, one.end)
      const figures = figuresOf(one, normal.text.slice(one.start, one.end))
      return { fact: one.fact, value: one.value, quote: text.slice(start, end), start, end, ...figures }
    })
    return { lang, concern: concernOf(evidence), evidence }
  }

  return {
    read,
    states(answer, fact, value) {
      const normal = normalise(answer)
      const bestOf = learned.best(parse(normal.text, meanings))
      const best = bestOf(statementOf({ fact, value }))
      const against = bestOf(statementOf({ fact, value: !value }))?.itself ?? 0
      if (best === undefined || best.itself <= Math.max(0, against)) return undefined
      const [start, end] = normal.toOriginal(best.start, best.end)
      return { value, start, end }
    },
  }
}
