import type { Parsed } from './parse.ts'
import { isWord } from './tokens.ts'

/** Called with each feature of a clause, an unsigned 32-bit number, and how much it counts. */
export type Seen = (feature: number, share: number) => void

/** Mixes one more part into the number of a feature. */
const mix = (hash: number, part: number): number => {
  const mixed = Math.imul(hash ^ part, 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

/** What kind a feature is of: the same words in two kinds are two features. */
const GRAM = 0x11
const FIRST = 0x22
const LAST = 0x33
const MEANING = 0x44
const PAIR = 0x55
const TRIPLE = 0x66
const APART = 0x99
const BEFORE = 0x77
const AFTER = 0x88
const FAR = 0xaa

/** Longest run of tokens that is a feature: of characters, and of words. */
const RUN = 4
const WORDS = 3
/** How far apart, in tokens, two tokens and two meanings may stand to be a pair. */
const NEAR = 5
const REACH = 14
/** How many meanings on the next of a triple may stand. */
const NEXT = 3

/** Long clauses have more features: each counts less. */
const shareAmong = (length: number) => 8 / Math.sqrt(length * 8 + 1)

function runs({ tokens: { ids } }: Parsed, start: number, end: number, share: number, seen: Seen): void {
  for (let i = start; i < end; i++) {
    const id = ids[i] ?? 0
    const longest = Math.min(end, i + (isWord(id) ? WORDS : RUN))
    let hash = GRAM
    for (let k = i; k < longest; k++) {
      hash = mix(hash, ids[k] ?? 0)
      seen(hash, share)
    }
    const first = mix(APART, id)
    const last = Math.min(end, i + NEAR + 1)
    for (let k = i + 2; k < last; k++) seen(mix(first, ids[k] ?? 0), share)
  }
  seen(mix(FIRST, ids[start] ?? 0), share)
  seen(mix(LAST, ids[end - 1] ?? 0), share)
}

/** Each meaning, each two in their order, and each three that follow closely. */
function meant({ kinds, places }: Parsed, begin: number, end: number, share: number, seen: Seen): void {
  for (let i = begin; i < end; i++) {
    const place = places[i] ?? 0
    const kind = kinds[i] ?? 0
    const one = mix(PAIR, kind)
    const other = mix(TRIPLE, kind)
    seen(mix(MEANING, kind), share)
    for (let j = i + 1; j < end && (places[j] ?? 0) - place <= REACH; j++) {
      if (places[j] === place) continue
      seen(mix(one, kinds[j] ?? 0), share)
      if (j > i + NEXT) continue
      const two = mix(other, kinds[j] ?? 0)
      for (let k = j + 1; k < end && k <= j + NEXT; k++)
        if (places[k] !== places[j]) seen(mix(two, kinds[k] ?? 0), share)
    }
  }
}

function beside(parsed: Parsed, at: number, side: number, share: number, seen: Seen): void {
  const { tokens, clauses, kinds, begins } = parsed
  const clause = clauses[at]
  if (clause === undefined) return
  const gram = mix(side, GRAM)
  for (let i = clause.start; i < clause.end; i++) {
    const one = mix(gram, tokens.ids[i] ?? 0)
    seen(one, share)
    if (i + 1 < clause.end) seen(mix(one, tokens.ids[i + 1] ?? 0), share)
  }
  const meaning = mix(side, MEANING)
  for (let i = begins[at] ?? 0; i < (begins[at + 1] ?? 0); i++) seen(mix(meaning, kinds[i] ?? 0), share)
}

/** Calls `seen` with each meaning that stands further off than the next clause. */
function far({ kinds, begins }: Parsed, at: number, seen: Seen): void {
  const met = new Uint8Array(256)
  let count = 0
  const gather = (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      const kind = kinds[i] ?? 0
      if (met[kind] === 1) continue
      met[kind] = 1
      count++
    }
  }
  const clauses = begins.length - 1
  gather(begins[Math.max(0, at - AWAY)] ?? 0, begins[Math.max(0, at - 1)] ?? 0)
  gather(begins[Math.min(clauses, at + 2)] ?? 0, begins[Math.min(clauses, at + AWAY + 1)] ?? 0)
  if (count === 0) return
  const share = 4 / Math.sqrt(count + 4)
  for (let kind = 0; kind < met.length; kind++) if (met[kind] === 1) seen(mix(FAR, kind), share)
}

/** Further off than this many clauses is another matter. */
const AWAY = 12

const lengthOf = ({ clauses }: Parsed, at: number) => {
  const clause = clauses[at]
  return clause === undefined ? 0 : clause.end - clause.start
}

/** Every feature that speaks for or against what the clause at `at` states: its own words, and what stands around it. */
export function eachFeature(parsed: Parsed, at: number, seen: Seen): void {
  const clause = parsed.clauses[at]
  if (clause === undefined) return
  const own = shareAmong(clause.end - clause.start)
  runs(parsed, clause.start, clause.end, own, seen)
  meant(parsed, parsed.begins[at] ?? 0, parsed.begins[at + 1] ?? 0, own, seen)
  const around = shareAmong(lengthOf(parsed, at - 1) + lengthOf(parsed, at + 1))
  beside(parsed, at - 1, BEFORE, around, seen)
  beside(parsed, at + 1, AFTER, around, seen)
  far(parsed, at, seen)
}
