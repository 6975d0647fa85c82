import type { Knowledge } from '../knowledge/knowledge.ts'
import { piecesOf, type Signal, type SignalFile } from '../knowledge/schema/signal.ts'
import { type Span, sentences } from './clauses.ts'
import { indexLiterals } from './index-of-literals.ts'
import type { Words } from './literal-sets.ts'
import { requiredLiterals } from './literals.ts'
import { type Pattern, silencer } from './patterns.ts'
import { cheapestFirst, type Finder, inAnyOrder, inOrder, pieceFinders } from './together.ts'

/** One pattern, or one set of patterns that stand together, of one signal. */
export interface Rule {
  readonly fact: string
  readonly value: boolean
  readonly find: Finder
  readonly unless: Pattern | undefined
  readonly beside: readonly string[]
  /** Said in several pieces, in no order. */
  readonly loose: boolean
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

type Language = SignalFile['language']

/** Lists per rule: a rule is a candidate when a word of each of its lists stands in the sentence. */
const LISTS = 4

/** A Latin letter, a digit or a space stands nearly everywhere, so a list with one tells nothing where there is another. */
const common = /^[a-z0-9 ,]$/
function telling(lists: readonly Words[]): readonly Words[] {
  const kept = lists.filter((words) => !words.some((word) => common.test(word)))
  return (kept.length > 0 ? kept : lists).slice(0, LISTS)
}

interface Source {
  readonly text: string
  readonly find: Finder
  readonly lists: readonly Words[]
  readonly loose: boolean
}

function sourcesOf(
  { patterns, together, within }: Signal,
  language: Language,
  finderOf: ReturnType<typeof pieceFinders>,
): Source[] {
  return [
    ...patterns.map((text) => ({
      text,
      find: inOrder(text, language),
      lists: telling(requiredLiterals(text, language)),
      loose: false,
    })),
    ...together.map((text) => {
      const pieces = piecesOf(text)
      return {
        text,
        find: inAnyOrder(
          cheapestFirst(pieces, language).map((piece) => finderOf(piece, language)),
          within,
        ),
        lists: telling(pieces.flatMap((piece) => requiredLiterals(piece, language).slice(0, 1))),
        loose: true,
      }
    }),
  ]
}

/** Throws an Error naming a pattern that contains nothing to look for, since it would run on every message. */
export function signalIndex(signals: Knowledge['signals']): SignalIndex {
  const finderOf = pieceFinders()
  const rules: Rule[] = []
  /** Per rule, a bit for each of its lists. */
  const wanted: number[] = []
  /** Many rules ask for the same list, by way of macros: each is met once. Per list, rule × LISTS + its place there. */
  const askers: number[][] = []
  const numbered = new Map<string, number>()
  /** Per literal, the lists it stands in. */
  const listed = new Map<string, number[]>()
  const numberOf = (literals: Words): number => {
    const name = literals.join('\n')
    const known = numbered.get(name)
    if (known !== undefined) return known
    const list = askers.push([]) - 1
    numbered.set(name, list)
    for (const literal of literals) {
      const lists = listed.get(literal)
      if (lists === undefined) listed.set(literal, [list])
      else lists.push(list)
    }
    return list
  }
  for (const { language, signal } of signals) {
    const unless = silencer(signal, language)
    for (const { text, find, lists, loose } of sourcesOf(signal, language, finderOf)) {
      if (lists.length === 0) throw new Error(`signal ${signal.id}: nothing to look for in ${text}`)
      for (const [place, literals] of lists.entries()) askers[numberOf(literals)]?.push(rules.length * LISTS + place)
      wanted.push((1 << lists.length) - 1)
      rules.push({
        fact: signal.fact,
        value: signal.value,
        find,
        unless,
        beside: signal.beside,
        loose,
      })
    }
  }
  const index = indexLiterals(listed)

  /** Which lists each rule has met, in the sentence whose number stands in `seenIn`. */
  const met = new Uint8Array(rules.length)
  const seenIn = new Uint32Array(rules.length)
  /** The sentence in which each list was last met. */
  const metIn = new Uint32Array(askers.length)
  let round = 0

  function collect(list: number, chosen: number[]): void {
    if (metIn[list] === round) return
    metIn[list] = round
    for (const key of askers[list] ?? []) {
      const number = key >> 2
      if (seenIn[number] !== round) {
        seenIn[number] = round
        met[number] = 0
      }
      const before = met[number] ?? 0
      const now = before | (1 << (key & (LISTS - 1)))
      if (now === before) continue
      met[number] = now
      if (now === wanted[number]) chosen.push(number)
    }
  }

  return {
    candidates(text) {
      const places: number[] = []
      const listsAt: (readonly number[])[] = []
      index.scan(text, (lists, at) => {
        places.push(at)
        listsAt.push(lists)
      })
      if (places.length === 0) return []
      const found: Candidate[] = []
      let next = 0
      for (const sentence of sentences(text)) {
        round = (round + 1) >>> 0
        const chosen: number[] = []
        for (; next < places.length && (places[next] ?? 0) < sentence.end; next++)
          if ((places[next] ?? 0) >= sentence.start) for (const list of listsAt[next] ?? []) collect(list, chosen)
        if (chosen.length > 0)
          found.push({ sentence, rules: chosen.sort((a, b) => a - b).flatMap((number) => rules[number] ?? []) })
      }
      return found
    },
  }
}
