/** Traditional characters and half-width forms compare as what they are read as. */
type Fold = (text: string) => string

/** One reading, with how sure each of its characters is, from 0 to 1. */
interface Reading {
  readonly text: string
  readonly sure: readonly number[]
}

/** A character less sure than this gives way to another one. */
const UNSURE = 0.85
/** Characters at the end of a line that the first reading may lack; more of them are noise. */
const MOST_AT_END = 2

/**
 * Two readings of one line as one. The first is kept; Chinese characters that only the second has are put in, and
 * take the place of as many unsure ones; what both read is written as the second writes it.
 */
export function merged({ text, sure }: Reading, second: string, fold: Fold): string {
  const [a, b] = [[...text], [...second]]
  const same = (i: number, j: number) => a[i] !== undefined && b[j] !== undefined && fold(a[i]) === fold(b[j])
  const lengths = longestCommon(a.length, b.length, same)
  let result = ''
  for (let [i, j] = [0, 0]; i < a.length || j < b.length; ) {
    if (same(i, j)) {
      result += isHan(b[j]) ? b[j] : a[i]
      i += 1
      j += 1
      continue
    }
    const [fromA, fromB] = [i, j]
    while ((i < a.length || j < b.length) && !same(i, j)) {
      const skipsA = i < a.length && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)
      if (skipsA || j >= b.length) i += 1
      else j += 1
    }
    const own = a.slice(fromA, i)
    const other = b.slice(fromB, j)
    const isLacking = own.length === 0 && fromA > 0 && (i < a.length || other.length <= MOST_AT_END)
    const isUnsure = own.length === other.length && own.every(isHan) && Math.min(...sure.slice(fromA, i)) < UNSURE
    result += ((isLacking || isUnsure) && other.every(isHan) ? other : own).join('')
  }
  return result
}

const isHan = (character: string | undefined) => character !== undefined && /\p{Script=Han}/u.test(character)

/** How long the longest common subsequence is of what begins at each pair of places. */
function longestCommon(rows: number, columns: number, same: (i: number, j: number) => boolean): number[][] {
  const lengths = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0))
  for (let i = rows - 1; i >= 0; i--)
    for (let j = columns - 1; j >= 0; j--) {
      const row = lengths[i]
      if (!row) continue
      row[j] = same(i, j) ? 1 + (lengths[i + 1]?.[j + 1] ?? 0) : Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0)
    }
  return lengths
}
