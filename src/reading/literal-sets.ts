export type Words = readonly string[]

/** What a piece of a pattern says about every text it matches. */
export interface Info {
  /** Everything it can match, while that is a short list. */
  readonly exact: Words | undefined
  /** Of each of these lists one word stands in the text, in the order of the lists. */
  readonly needs: readonly Words[]
}

const MOST = 16
const KEPT = 4
const EMPTY: Words = ['']
export const nothing: Info = { exact: EMPTY, needs: [] }
export const anything: Info = { exact: undefined, needs: [] }

/** Longer words and shorter lists are met by fewer texts; a list with an empty word says nothing. */
function worth(words: Words): number {
  let shortest = 4
  for (const { length } of words) if (length < shortest) shortest = length
  return shortest === 0 || words.length === 0 ? -1 : shortest * 10 - Math.log2(words.length)
}

/** The most telling lists, in the order given. */
function best(lists: readonly Words[]): readonly Words[] {
  if (lists.length <= KEPT) return lists
  const kept = new Set([...lists].sort((a, b) => worth(b) - worth(a)).slice(0, KEPT))
  return lists.filter((list) => kept.has(list))
}

const mostTelling = (lists: readonly Words[]): Words | undefined =>
  lists.reduce<Words | undefined>((most, list) => (most && worth(most) >= worth(list) ? most : list), undefined)

/** What the piece asks for. */
export const needsOf = ({ exact, needs }: Info): readonly Words[] =>
  exact && worth(exact) > 0 ? best([exact, ...needs]) : best(needs)

export function sequence(parts: readonly Info[]): Info {
  if (parts.length === 1) return parts[0] ?? nothing
  const needs: Words[] = []
  let exact: Words = EMPTY
  let whole = true
  const flush = () => {
    if (worth(exact) > 0) needs.push(exact)
  }
  for (const part of parts) {
    if (part.exact === EMPTY) continue
    const tails = part.exact
    if (tails && tails.length * exact.length <= MOST)
      exact =
        tails.length === 1
          ? exact.map((head) => head + tails[0])
          : exact.flatMap((head) => tails.map((tail) => head + tail))
    else {
      flush()
      needs.push(...part.needs)
      whole = false
      exact = tails ?? EMPTY
    }
  }
  if (whole) return { exact, needs: best(needs) }
  flush()
  return { exact: undefined, needs: best(needs) }
}

export function alternation(parts: readonly Info[]): Info {
  if (parts.length === 1) return parts[0] ?? nothing
  const needs: string[] = []
  let exact: string[] | undefined = []
  let all = true
  for (const part of parts) {
    if (part.exact && exact && exact.length + part.exact.length <= MOST * 2) exact.push(...part.exact)
    else exact = undefined
    const need = mostTelling(needsOf(part))
    if (need) needs.push(...need)
    else all = false
  }
  if (exact) return { exact, needs: [] }
  return { exact: undefined, needs: all ? [needs] : [] }
}

/** Without the words that another word of the list stands in. */
export function shortened(words: Words): Words {
  const kept: string[] = []
  for (const word of [...words].sort((a, b) => a.length - b.length))
    if (!kept.some((other) => word.includes(other))) kept.push(word)
  return kept
}
