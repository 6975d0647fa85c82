import { Trie } from './trie.ts'

/** Finds, in one pass over a text, which of many strings stand in it and where. */
export interface LiteralIndex {
  /** Calls `found` for each string in the text, by the numbers it was listed under, with its place. */
  scan(text: string, found: (numbers: readonly number[], at: number) => void): void
}

/** `listed` gives for each string the numbers to report. Throws an Error for an empty string. */
export function indexLiterals(listed: ReadonlyMap<string, readonly number[]>): LiteralIndex {
  const trie = new Trie<readonly number[]>()
  /** The UTF-16 units that stand in any of the strings, numbered from 1; 0 for all others. */
  const symbols = new Uint16Array(0x10000)
  let count = 0
  const symbolOf = (unit: number): number => {
    symbols[unit] ||= ++count
    return symbols[unit] ?? 0
  }
  for (const [text, numbers] of listed) {
    if (text === '') throw new Error('an empty string cannot be looked for')
    trie.change(
      Array.from({ length: text.length }, (_, at) => symbolOf(text.charCodeAt(at))),
      () => numbers,
    )
  }
  const beginnings = Uint16Array.from({ length: 0x10000 }, (_, unit) => trie.next(0, symbols[unit] ?? 0))
  return {
    scan(text, found) {
      for (let at = 0; at < text.length; at++) {
        let node = beginnings[text.charCodeAt(at)] ?? 0
        for (let next = at + 1; node !== 0; next++) {
          const numbers = trie.at(node)
          if (numbers) found(numbers, at)
          const symbol = next < text.length ? (symbols[text.charCodeAt(next)] ?? 0) : 0
          node = symbol === 0 ? 0 : trie.next(node, symbol)
        }
      }
    },
  }
}
