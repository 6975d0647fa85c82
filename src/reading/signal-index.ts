import type { Knowledge } from '../knowledge/knowledge.ts'
import { type Span, sentences } from './clauses.ts'
import { type Condition, conditionsOf, FIRST, tablesOf } from './conditions.ts'
import { indexLiterals } from './index-of-literals.ts'
import { isNumeral } from './literal-sets.ts'
import { required } from './literals.ts'
import { type Pattern, pattern, silencer } from './patterns.ts'
import { statementOf } from './statement.ts'

/** One pattern of one signal. */
export interface Rule {
  readonly fact: string
  readonly value: boolean
  /** The two as one name. */
  readonly statement: string
  readonly pattern: Pattern
  readonly unless: Pattern | undefined
  readonly beside: readonly string[]
}

/** A sentence, and the rules that may match in it. */
export interface Candidate {
  readonly sentence: Span
  readonly rules: readonly Rule[]
}

export interface SignalIndex {
  /** The sentences of a normalised text in which some pattern may match. */
  candidates(text: string): readonly Candidate[]
}

/**
 * At most so many lists per rule: a rule is a candidate when a word of each stands in the sentence, in their order, no
 * further apart than the pattern lets them, and with the figures it asks for beside them.
 */
const LIST_BITS = 2
const LISTS = 1 << LIST_BITS
/** Up to here places are counted on from text to text. */
const MOST = 2 ** 31

/** Throws an Error naming a pattern that contains nothing to look for, since it would run on every message. */
export function signalIndex(signals: Knowledge['signals']): SignalIndex {
  const rules: Rule[] = []
  /** Per rule × LISTS + list. */
  const conditions: Condition[] = []
  /** Per literal, rule × LISTS + list. */
  const listed = new Map<string, number[]>()
  for (const { language, signal } of signals) {
    const unless = silencer(signal, language)
    for (const source of signal.patterns) {
      const wanted = required(source, language)
      if (wanted.literals.length === 0) throw new Error(`signal ${signal.id}: nothing to look for in ${source}`)
      if (wanted.literals.length > LISTS) throw new Error(`signal ${signal.id}: too much to look for in ${source}`)
      for (const [list, condition] of conditionsOf(wanted).entries()) {
        const key = rules.length * LISTS + list
        conditions[key] = condition
        for (const word of wanted.literals[list]?.words ?? []) {
          const keys = listed.get(word)
          if (keys === undefined) listed.set(word, [key])
          else if (keys.at(-1) !== key) keys.push(key)
        }
      }
      rules.push({
        fact: signal.fact,
        value: signal.value,
        statement: statementOf(signal),
        pattern: pattern(source, language),
        unless,
        beside: signal.beside,
      })
    }
  }
  const index = indexLiterals(listed)
  const tables = tablesOf(conditions)

  /** How many figures stand before each place of the text in hand, and at its end. */
  let figures = new Uint32Array(1024)
  let length = 0

  function countFigures(text: string): void {
    length = text.length
    if (length >= figures.length) figures = new Uint32Array(length * 2)
    let count = 0
    for (let at = 0; at < length; at++) {
      if (isNumeral(text.charCodeAt(at))) count++
      figures[at + 1] = count
    }
  }

  /** Does one stand between two places, the last included? They may lie outside of the text. */
  const holdsFigure = (from: number, to: number): boolean =>
    (figures[Math.min(length, to + 1)] ?? 0) > (figures[Math.max(0, Math.min(length, from))] ?? 0)

  const rulesOf = (chosen: number[]): Rule[] => {
    const found: Rule[] = []
    for (const number of chosen.sort((a, b) => a - b)) {
      const rule = rules[number]
      if (rule) found.push(rule)
    }
    return found
  }

  /** Where a word of each list last stood within reach of one of the list before it, and so on. */
  const stood = new Uint32Array(conditions.length)
  /** Places are counted on from text to text, so that what is noted of others need not be cleared. */
  let begin = 1

  function collect(keys: readonly number[], at: number, since: number, chosen: number[]): void {
    const place = begin + at
    for (const key of keys) {
      const reach = tables.reach[key] ?? 0
      if (reach !== FIRST) {
        const before = stood[key - 1] ?? 0
        if (before < since || place - before > reach) continue
      }
      if (tables.figured[key] && !holdsFigure(at + (tables.from[key] ?? 0), at + (tables.to[key] ?? 0))) continue
      const isKnown = (stood[key] ?? 0) >= since
      stood[key] = place
      if (tables.last[key] === 1 && !isKnown) chosen.push(key >> LIST_BITS)
    }
  }

  return {
    candidates(text) {
      if (begin + text.length > MOST) {
        stood.fill(0)
        begin = 1
      }
      countFigures(text)
      const all = sentences(text)
      const chosen = all.map((): number[] => [])
      let now = 0
      index.scan(text, (keys, at) => {
        while (at >= (all[now]?.end ?? Number.POSITIVE_INFINITY)) now++
        const start = all[now]?.start ?? Number.POSITIVE_INFINITY
        if (at >= start) collect(keys, at, begin + start, chosen[now] ?? [])
      })
      begin += text.length
      return all.flatMap((sentence, i) => {
        const rules = rulesOf(chosen[i] ?? [])
        return rules.length === 0 ? [] : { sentence, rules }
      })
    },
  }
}
