export type Words = readonly string[]

/** From so many to so many UTF-16 units after the beginning of what is matched, both included. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** One of the words stands there. */
export interface Need extends Stretch {
  readonly words: Words
}

/** What a piece of a pattern says about every text it matches. */
export interface Info {
  /** Everything it can match, while that is a short list. */
  readonly exact: Words | undefined
  /** Each of these is met, in this order. */
  readonly needs: readonly Need[]
  /** At each of these a figure stands. */
  readonly figures: readonly Stretch[]
  /** How much it matches, in UTF-16 units. */
  readonly shortest: number
  readonly longest: number
}

const MOST = 16
const KEPT = 4
const EMPTY: Words = ['']

const numerals = '0123456789一二两三四五六七八九十百千万亿零半几俩仨'
const isAmong = new Uint8Array(0x10000)
for (const one of numerals) isAmong[one.charCodeAt(0)] = 1
/** Is a UTF-16 unit a digit or a Chinese numeral? */
export const isNumeral = (unit: number): boolean => isAmong[unit] === 1
const numeral = new RegExp(`[${numerals}]`, 'u')
/** Is each of these characters one? */
export const areNumerals = (characters: string): boolean =>
  characters !== '' && [...characters].every((one) => numeral.test(one))

/** One of these words. */
export function exactly(words: Words): Info {
  const lengths = words.map(({ length }) => length)
  const figures = words.map((word) => word.search(numeral))
  return {
    exact: words,
    needs: [],
    figures: figures.includes(-1) ? [] : [around(figures.map((at) => ({ from: at, to: at })))],
    shortest: Math.min(...lengths),
    longest: Math.max(...lengths),
  }
}
export const nothing: Info = exactly(EMPTY)
/** Anything of that length. */
export const anything = (shortest: number, longest: number): Info => ({
  exact: undefined,
  needs: [],
  figures: [],
  shortest,
  longest,
})
/** A digit or a Chinese numeral. */
export const aFigure: Info = { ...anything(1, 1), figures: [{ from: 0, to: 0 }] }

const around = (places: readonly Stretch[]): Stretch => ({
  from: Math.min(...places.map(({ from }) => from)),
  to: Math.max(...places.map(({ to }) => to)),
})
const tightest = (places: readonly Stretch[]): Stretch | undefined =>
  [...places].sort((a, b) => a.to - a.from - (b.to - b.from))[0]

/** Every English text is full of these. */
const tellsNothing = /^[ a-z]?$/u

/** Longer words and shorter lists are met by fewer texts; below zero the list says nothing. */
function worth(words: Words): number {
  let shortest = 4
  for (const word of words) {
    if (tellsNothing.test(word)) return -1
    if (word.length < shortest) shortest = word.length
  }
  return words.length === 0 ? -1 : shortest * 10 - Math.log2(words.length)
}

/** The most telling needs, in the order given. */
function best(needs: readonly Need[]): readonly Need[] {
  if (needs.length <= KEPT) return needs
  const kept = new Set([...needs].sort((a, b) => worth(b.words) - worth(a.words)).slice(0, KEPT))
  return needs.filter((need) => kept.has(need))
}

const mostTelling = (needs: readonly Need[]): Need | undefined =>
  needs.reduce<Need | undefined>((most, one) => (most && worth(most.words) >= worth(one.words) ? most : one), undefined)

/** What the piece asks for. */
export const needsOf = ({ exact, needs }: Info): readonly Need[] =>
  exact && worth(exact) > 0 ? best([{ words: exact, from: 0, to: 0 }, ...needs]) : best(needs)

export function sequence(parts: readonly Info[]): Info {
  if (parts.length === 1) return parts[0] ?? nothing
  const needs: Need[] = []
  const figures: Stretch[] = []
  let run: Need = { words: EMPTY, from: 0, to: 0 }
  let whole = true
  let [shortest, longest] = [0, 0]
  const flush = () => {
    if (worth(run.words) > 0) needs.push(run)
  }
  for (const part of parts) {
    if (part.exact === EMPTY) continue
    for (const { from, to } of part.figures) figures.push({ from: shortest + from, to: longest + to })
    const heads = run.words
    const tails = part.exact
    if (tails && tails.length * heads.length <= MOST)
      run = {
        ...run,
        words:
          tails.length === 1
            ? heads.map((head) => head + tails[0])
            : heads.flatMap((head) => tails.map((tail) => head + tail)),
      }
    else {
      flush()
      for (const { words, from, to } of part.needs) needs.push({ words, from: shortest + from, to: longest + to })
      whole = false
      run = tails
        ? { words: tails, from: shortest, to: longest }
        : { words: EMPTY, from: shortest + part.shortest, to: longest + part.longest }
    }
    shortest += part.shortest
    longest += part.longest
  }
  if (whole) return { exact: run.words, needs: best(needs), figures, shortest, longest }
  flush()
  return { exact: undefined, needs: best(needs), figures, shortest, longest }
}

export function alternation(parts: readonly Info[]): Info {
  if (parts.length === 1) return parts[0] ?? nothing
  const needs: Need[] = []
  let exact: string[] | undefined = []
  for (const part of parts) {
    if (part.exact && exact && exact.length + part.exact.length <= MOST * 2) exact.push(...part.exact)
    else exact = undefined
    const need = mostTelling(needsOf(part))
    if (need) needs.push(need)
  }
  if (exact) return exactly(exact)
  const figures = parts.flatMap((part) => tightest(part.figures) ?? [])
  return {
    exact: undefined,
    needs: needs.length === parts.length ? [{ words: needs.flatMap(({ words }) => words), ...around(needs) }] : [],
    figures: figures.length === parts.length ? [around(figures)] : [],
    shortest: Math.min(...parts.map((part) => part.shortest)),
    longest: Math.max(...parts.map((part) => part.longest)),
  }
}

/** Between so many and so many of a piece, one after another. */
export function repeated(piece: Info, least: number, most: number): Info {
  if (least === 1 && most === 1) return piece
  if (least === 0 && most === 1 && piece.exact) return exactly(['', ...piece.exact])
  const [shortest, longest] = [piece.shortest * least, piece.longest === 0 ? 0 : piece.longest * most]
  const [needs, figures] = least > 0 ? [needsOf(piece), piece.figures] : [[], []]
  return { exact: undefined, needs, figures, shortest, longest }
}

/** Without the words that another word of the list stands in. */
export function shortened({ words, from, to }: Need): Need {
  const kept: string[] = []
  let inner = 0
  for (const word of [...words].sort((a, b) => a.length - b.length)) {
    const within = kept.map((other) => word.indexOf(other)).filter((at) => at >= 0)
    if (within.length === 0) kept.push(word)
    else inner = Math.max(inner, Math.min(...within))
  }
  return { words: kept, from, to: to + inner }
}
