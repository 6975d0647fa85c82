/** Finds, in one pass over a text, which of many strings stand in it and where. */
export interface LiteralIndex {
  /** Calls `found` for each string in the text, by the numbers it was listed under, with its place. */
  scan(text: string, found: (numbers: readonly number[], at: number) => void): void
}

interface Entry {
  readonly text: string
  readonly numbers: number[]
}

const SIZE = 1 << 16
const slot = (first: number, second: number) => (Math.imul(first, 31) + second) & (SIZE - 1)

/** `listed` gives for each string the numbers to report. Strings are looked up by their first two units. */
export function indexLiterals(listed: ReadonlyMap<string, readonly number[]>): LiteralIndex {
  const singles = new Map<number, Entry>()
  const pairs = new Map<number, Entry[]>()
  const single = new Uint8Array(SIZE)
  const pair = new Uint8Array(SIZE)
  for (const [text, numbers] of listed) {
    const first = text.charCodeAt(0)
    const entry = { text, numbers: [...numbers] }
    if (text.length === 1) {
      singles.set(first, entry)
      single[first] = 1
      continue
    }
    const key = slot(first, text.charCodeAt(1))
    pair[key] = 1
    const entries = pairs.get(key)
    if (entries) entries.push(entry)
    else pairs.set(key, [entry])
  }
  return {
    scan(text, found) {
      let unit = text.charCodeAt(0)
      for (let i = 0; i < text.length; i++) {
        const next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0
        if (single[unit]) found(singles.get(unit)?.numbers ?? [], i)
        const key = slot(unit, next)
        if (pair[key])
          for (const entry of pairs.get(key) ?? []) if (text.startsWith(entry.text, i)) found(entry.numbers, i)
        unit = next
      }
    },
  }
}
