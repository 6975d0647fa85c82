import type { Lexicon } from '../../knowledge/schema/lexicon.ts'
import { normalise } from '../normalise.ts'
import { Trie } from '../trie.ts'
import { isFigure, tokensOf } from './tokens.ts'

/** Words of like meaning in a text. */
export interface Meanings {
  /** Calls `found` for each word of the lexicon among the tokens from `start` to `end`, the longest first. */
  scan(ids: readonly number[], start: number, end: number, found: (kind: number, at: number) => void): void
}

/** Figures are meanings of their own, numbered after every class. */
const FIGURES = 128

/** Words of 32 bits that hold a bit for each class and each kind of figure. */
export const WIDTH = 5

/**
 * Words may belong to several classes. A word of the text that begins a longer word of the lexicon is not read by
 * itself. Throws an Error naming a word without tokens.
 */
export function meaningsOf({ classes }: Lexicon): Meanings {
  /** For each word the numbers of its classes. */
  const trie = new Trie<readonly number[]>()
  const symbols = new Map<number, number>()
  for (const [number, { zh, en }] of Object.values(classes).entries())
    for (const word of [...zh, ...en]) {
      const { ids, length } = tokensOf(normalise(word).text)
      if (length === 0) throw new Error(`lexicon: «${word}» holds no Chinese character, word or figure`)
      trie.change(
        ids.slice(0, length).map((id) => {
          const symbol = symbols.get(id) ?? symbols.size + 1
          symbols.set(id, symbol)
          return symbol
        }),
        (known = []) => (known.includes(number) ? known : [...known, number]),
      )
    }
  /** Of tokens that are no Latin words: their symbols, and the nodes that words beginning with them lead to. */
  const direct = Uint16Array.from({ length: 0x10000 }, (_, id) => symbols.get(id) ?? 0)
  const beginnings = direct.map((symbol) => trie.next(0, symbol))
  const symbolOf = (id: number): number => (id < direct.length ? (direct[id] ?? 0) : (symbols.get(id) ?? 0))
  const beginningOf = (id: number): number =>
    id < direct.length ? (beginnings[id] ?? 0) : trie.next(0, symbols.get(id) ?? 0)
  return {
    scan(ids, start, end, found) {
      for (let i = start; i < end; ) {
        const id = ids[i] ?? 0
        if (isFigure(id)) {
          found(FIGURES + id, i++)
          continue
        }
        let last = i
        let longest: readonly number[] | undefined
        for (let node = beginningOf(id), k = i; node !== 0; ) {
          const here = trie.at(node)
          if (here !== undefined) {
            longest = here
            last = k
          }
          const symbol = ++k < end ? symbolOf(ids[k] ?? 0) : 0
          node = symbol === 0 ? 0 : trie.next(node, symbol)
        }
        if (longest) for (let k = 0; k < longest.length; k++) found(longest[k] ?? 0, i)
        i = last + 1
      }
    },
  }
}
