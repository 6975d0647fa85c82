import type { Knowledge } from '../knowledge/knowledge.ts'
import { type Span, sentences } from './clauses.ts'
import { indexLiterals } from './index-of-literals.ts'
import { isNumeral, type Stretch } from './literal-sets.ts'
import { type Required, required } from './literals.ts'
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
/** The reach of a first list. */
const FIRST = 0xffff
/** Further than any sentence is long, in UTF-16 units. */
const FAR = 0x7fff
/** Up to here places are counted on from text to text. */
const MOST = 2 ** 31
const anywhere: Stretch = { from: 0, to: Number.POSITIVE_INFINITY }

/** What has to hold for a word of a list to count, in UTF-16 units. */
interface Condition {
  /** How far it may stand from a word of the list before it; undefined for a first list. */
  readonly reach: number | undefined
  /** Between which places after its beginning a figure has to stand. */
  readonly figure: Stretch | undefined
  readonly isLast: boolean
}

/** Per literal list of a rule. A figure is looked for beside the list that tells its place best. */
function conditionsOf({ literals, figures }: Required): Condition[] {
  const besides = literals.map((literal) =>
    figures.map(({ from, to }): Stretch => ({ from: from - literal.to, to: to - literal.from })),
  )
  const width = ({ from, to }: Stretch) => to - from
  const nearest = figures.map((_, i) =>
    literals.reduce(
      (best, _, list) => (width(besides[list]?.[i] ?? anywhere) < width(besides[best]?.[i] ?? anywhere) ? list : best),
      0,
    ),
  )
  return literals.map((literal, list) => ({
    reach: list === 0 ? undefined : literal.to - (literals[list - 1]?.from ?? 0),
    figure: (besides[list] ?? []).filter((_, i) => nearest[i] === list).sort((a, b) => width(a) - width(b))[0],
    isLast: list === literals.length - 1,
  }))
}

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
      const places: number[] = []
      const keysAt: (readonly number[])[] = []
      index.scan(text, (keys, at) => {
        places.push(at)
        keysAt.push(keys)
      })
      if (places.length === 0) return []
      if (begin + text.length > MOST) {
        stood.fill(0)
        begin = 1
      }
      countFigures(text)
      const found: Candidate[] = []
      let next = 0
      for (const sentence of sentences(text)) {
        const chosen: number[] = []
        for (; next < places.length; next++) {
          const at = places[next] ?? 0
          if (at >= sentence.end) break
          if (at >= sentence.start) collect(keysAt[next] ?? [], at, begin + sentence.start, chosen)
        }
        if (chosen.length > 0) found.push({ sentence, rules: rulesOf(chosen) })
      }
      begin += text.length
      return found
    },
  }
}

/** The conditions, each part in a table of its own. */
function tablesOf(conditions: readonly (Condition | undefined)[]) {
  const all = Array.from(conditions)
  return {
    reach: Uint16Array.from(all, (one) => (one?.reach === undefined ? FIRST : Math.min(one.reach, FAR))),
    figured: Uint8Array.from(all, (one) => Number(one?.figure !== undefined)),
    from: Int16Array.from(all, (one) => Math.max(-FAR, one?.figure?.from ?? 0)),
    to: Int16Array.from(all, (one) => Math.min(FAR, one?.figure?.to ?? 0)),
    last: Uint8Array.from(all, (one) => Number(one?.isLast === true)),
  }
}
