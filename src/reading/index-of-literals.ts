/** Finds, in one pass over a text, which of many strings stand in it and where. */
export interface LiteralIndex {
  /** Calls `found` for each string in the text, by the numbers it was listed under, with its place. */
  scan(text: string, found: (numbers: readonly number[], at: number) => void): void
}

interface Entry {
  readonly text: string
  readonly numbers: readonly number[]
}

interface Shelf {
  readonly full: Uint8Array
  readonly entries: Map<number, Entry[]>
}

const SIZE = 1 << 16
const slot = (first: number, second: number, third: number) =>
  (Math.imul(Math.imul(first, 31) + second, 31) + third) & (SIZE - 1)

/** `listed` gives for each string the numbers to report. Strings are looked up by their first three units. */
export function indexLiterals(listed: ReadonlyMap<string, readonly number[]>): LiteralIndex {
  const shelf = (): Shelf => ({ full: new Uint8Array(SIZE), entries: new Map() })
  /** By how many units it takes to look them up. */
  const [ones, twos, threes] = [shelf(), shelf(), shelf()]
  for (const [text, numbers] of listed) {
    if (text === '') throw new Error('an empty string cannot be looked for')
    const { full, entries } = text.length === 1 ? ones : text.length === 2 ? twos : threes
    const unit = (at: number) => (at < text.length ? text.charCodeAt(at) : 0)
    const key = slot(unit(0), unit(1), unit(2))
    full[key] = 1
    entries.set(key, [...(entries.get(key) ?? []), { text, numbers }])
  }
  return {
    scan(text, found) {
      const look = ({ entries }: Shelf, key: number, at: number) => {
        for (const entry of entries.get(key) ?? []) if (text.startsWith(entry.text, at)) found(entry.numbers, at)
      }
      let first = text.charCodeAt(0)
      let second = text.length > 1 ? text.charCodeAt(1) : 0
      for (let i = 0; i < text.length; i++) {
        const third = i + 2 < text.length ? text.charCodeAt(i + 2) : 0
        const one = slot(first, 0, 0)
        if (ones.full[one]) look(ones, one, i)
        const two = slot(first, second, 0)
        if (twos.full[two]) look(twos, two, i)
        const three = slot(first, second, third)
        if (threes.full[three]) look(threes, three, i)
        first = second
        second = third
      }
    },
  }
}
