import { WIDTH } from './lexicon.ts'
import type { Parsed } from './parse.ts'

/** Features of one clause, each an unsigned 32-bit number. Filled anew for each clause, so that nothing is allocated. */
export class FeatureList {
  #ids = new Uint32Array(32)
  length = 0

  add(feature: number): void {
    if (this.length === this.#ids.length) {
      const wider = new Uint32Array(this.#ids.length * 2)
      wider.set(this.#ids)
      this.#ids = wider
    }
    this.#ids[this.length++] = feature
  }

  get ids(): Uint32Array {
    return this.#ids
  }
}

/** Mixes one more part into the number of a feature. */
export const mix = (hash: number, part: number): number => {
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
const BEFORE = 0x77
const AFTER = 0x88
const APART = 0x99
const FAR = 0xaa

/** Longest run of tokens that is a feature. */
const RUN = 3
/** How far apart, in tokens, two tokens and two meanings may stand to be a pair. */
const NEAR = 3
const REACH = 14
/** How many meanings on the next of a triple may stand. */
const NEXT = 3
/** Further off than this many clauses is another matter. */
const AWAY = 12

/** Runs of tokens, and tokens a little apart. */
function words({ tokens: { ids }, clauses }: Parsed, at: number, into: FeatureList): void {
  const { start, end } = clauses[at] ?? { start: 0, end: 0 }
  for (let i = start; i < end; i++) {
    const id = ids[i] ?? 0
    const longest = Math.min(end, i + RUN)
    let hash = GRAM
    for (let k = i; k < longest; k++) {
      hash = mix(hash, ids[k] ?? 0)
      into.add(hash)
    }
    const first = mix(APART, id)
    const last = Math.min(end, i + NEAR + 1)
    for (let k = i + 2; k < last; k++) into.add(mix(first, ids[k] ?? 0))
  }
  into.add(mix(FIRST, ids[start] ?? 0))
  into.add(mix(LAST, ids[end - 1] ?? 0))
}

/** Each meaning, each two in their order, and each three that follow closely. */
function meanings({ kinds, places, begins }: Parsed, at: number, into: FeatureList): void {
  const end = begins[at + 1] ?? 0
  for (let i = begins[at] ?? 0; i < end; i++) {
    const place = places[i] ?? 0
    const kind = kinds[i] ?? 0
    const one = mix(PAIR, kind)
    const other = mix(TRIPLE, kind)
    into.add(mix(MEANING, kind))
    for (let j = i + 1; j < end && (places[j] ?? 0) - place <= REACH; j++) {
      if (places[j] === place) continue
      into.add(mix(one, kinds[j] ?? 0))
      if (j > i + NEXT) continue
      const two = mix(other, kinds[j] ?? 0)
      for (let k = j + 1; k < end && k <= j + NEXT; k++) if (places[k] !== places[j]) into.add(mix(two, kinds[k] ?? 0))
    }
  }
}

/** What a clause has by itself. */
export function ownFeatures(parsed: Parsed, at: number, into: FeatureList): void {
  words(parsed, at, into)
  meanings(parsed, at, into)
}

/** The meanings of the clause before and of the clause after. */
export function besideFeatures({ kinds, begins }: Parsed, at: number, into: FeatureList): void {
  const [from, to] = [begins[at] ?? 0, begins[at + 1] ?? 0]
  for (let i = at > 0 ? (begins[at - 1] ?? 0) : from; i < from; i++) into.add(mix(BEFORE, kinds[i] ?? 0))
  for (let i = to; i < (begins[at + 2] ?? 0); i++) into.add(mix(AFTER, kinds[i] ?? 0))
}

/** The meanings that stand further off than the next clause, each once, followed from the first clause on. */
export class FarOff {
  #parsed: Parsed | undefined
  /** Per meaning, in how many of the clauses it stands. */
  readonly #counts = new Uint8Array(WIDTH * 32)
  #at = -1
  /** How many meanings there are. */
  count = 0
  /** The features that have come with the last move, and those that have gone. */
  readonly come = new FeatureList()
  readonly gone = new FeatureList()

  /** Begins with a text, before its first clause. */
  begin(parsed: Parsed): void {
    this.#parsed = parsed
    this.#counts.fill(0)
    this.#at = -1
    this.count = 0
  }

  /** Goes on to the next clause. */
  move(): void {
    const at = ++this.#at
    this.come.length = 0
    this.gone.length = 0
    if (at === 0) for (let i = 2; i <= AWAY; i++) this.#shift(i, 1)
    else {
      this.#shift(at - 2, 1)
      this.#shift(at + AWAY, 1)
      this.#shift(at + 1, -1)
      this.#shift(at - AWAY - 1, -1)
    }
  }

  /** Adds the feature of every meaning there is. */
  all(into: FeatureList): void {
    for (const [kind, count] of this.#counts.entries()) if (count > 0) into.add(mix(FAR, kind))
  }

  /** Counts the meanings of a clause once more, or once less. */
  #shift(clause: number, by: 1 | -1): void {
    if (this.#parsed === undefined || clause < 0 || clause >= this.#parsed.clauses.length) return
    const { kindsIn } = this.#parsed
    for (let k = 0; k < WIDTH; k++)
      for (let bits = kindsIn[clause * WIDTH + k] ?? 0; bits !== 0; bits &= bits - 1) {
        const kind = k * 32 + 31 - Math.clz32(bits & -bits)
        const before = this.#counts[kind] ?? 0
        this.#counts[kind] = before + by
        if (before !== 0 && before + by !== 0) continue
        this.count += by
        const features = by > 0 ? this.come : this.gone
        features.add(mix(FAR, kind))
      }
  }
}

const lengthOf = ({ clauses }: Parsed, at: number) => {
  const clause = clauses[at]
  return clause === undefined ? 0 : clause.end - clause.start
}
const among = (length: number) => 8 / Math.sqrt(length * 8 + 1)

/** How much each feature of a kind counts: where there are many, each counts less. */
export const ownShare = (parsed: Parsed, at: number): number => among(lengthOf(parsed, at))
export const besideShare = (parsed: Parsed, at: number): number =>
  among(lengthOf(parsed, at - 1) + lengthOf(parsed, at + 1))
export const farShare = (count: number): number => 4 / Math.sqrt(count + 4)
