import type { Knowledge } from '../knowledge/knowledge.ts'
import { type Span, sentences } from './clauses.ts'
import { indexLiterals } from './index-of-literals.ts'
import { requiredLiterals } from './literals.ts'
import { type Pattern, pattern, silencer } from './patterns.ts'

/** One pattern of one signal. */
export interface Rule {
  readonly fact: string
  readonly value: boolean
  readonly pattern: Pattern
  readonly unless: Pattern | undefined
  readonly beside: readonly string[]
}

/** A sentence, and the rules whose literals stand in it. */
export interface Candidate {
  readonly sentence: Span
  readonly rules: readonly Rule[]
}

export interface SignalIndex {
  /** The sentences of a normalised text in which some pattern may match. */
  candidates(text: string): readonly Candidate[]
}

/** At most so many lists per rule: a rule is a candidate when a word of each stands in the sentence, in their order. */
const LISTS = 4

/** Throws an Error naming a pattern that contains nothing to look for, since it would run on every message. */
export function signalIndex(signals: Knowledge['signals']): SignalIndex {
  const rules: Rule[] = []
  /** Per rule, how many lists it has. */
  const wanted: number[] = []
  /** Per literal, rule × LISTS + list. */
  const listed = new Map<string, number[]>()
  for (const { language, signal } of signals) {
    const unless = silencer(signal, language)
    for (const source of signal.patterns) {
      const lists = requiredLiterals(source, language)
      if (lists.length === 0) throw new Error(`signal ${signal.id}: nothing to look for in ${source}`)
      for (const [list, literals] of lists.entries())
        for (const literal of literals) {
          const key = rules.length * LISTS + list
          const keys = listed.get(literal)
          if (keys === undefined) listed.set(literal, [key])
          else if (keys.at(-1) !== key) keys.push(key)
        }
      wanted.push(lists.length)
      rules.push({
        fact: signal.fact,
        value: signal.value,
        pattern: pattern(source, language),
        unless,
        beside: signal.beside,
      })
    }
  }
  const index = indexLiterals(listed)

  /** How many of its lists each rule has met, in the sentence whose number stands in `seenIn`. */
  const met = new Uint8Array(rules.length)
  const seenIn = new Uint32Array(rules.length)
  let round = 0

  function collect(keys: readonly number[], chosen: number[]): void {
    for (const key of keys) {
      const number = key >> 2
      if (seenIn[number] !== round) {
        seenIn[number] = round
        met[number] = 0
      }
      const before = met[number] ?? 0
      if (before !== (key & (LISTS - 1))) continue
      met[number] = before + 1
      if (before + 1 === wanted[number]) chosen.push(number)
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
      const found: Candidate[] = []
      let next = 0
      for (const sentence of sentences(text)) {
        round = (round + 1) >>> 0
        const chosen: number[] = []
        for (; next < places.length && (places[next] ?? 0) < sentence.end; next++)
          if ((places[next] ?? 0) >= sentence.start) collect(keysAt[next] ?? [], chosen)
        if (chosen.length > 0)
          found.push({ sentence, rules: chosen.sort((a, b) => a - b).flatMap((number) => rules[number] ?? []) })
      }
      return found
    },
  }
}
