/** How well a way to ask and what was asked cover each other, each share from 0 to 1. */
export interface Likeness {
  /** The share of the way to ask that was asked, in the way it is greatest. */
  readonly way: number
  /** The lesser of that share and of the share of what was asked that stands in the way, where that is greatest. */
  readonly both: number
}

/** Single Han characters tell little beside their pairs. */
const long = (words: Iterable<string>) => [...words].filter((word) => word.length > 1)

/**
 * Compares what was asked with the ways to ask it. `written` are the words of the index that stand for those asked, misspelt
 * ones among them.
 */
export function likenessTo(
  ways: readonly ReadonlySet<string>[],
  asked: ReadonlySet<string>,
  written: ReadonlySet<string>,
  telling: (word: string) => number,
): Likeness {
  const weigh = (words: readonly string[]) => words.reduce((sum, word) => sum + telling(word), 0)
  const share = (part: readonly string[], of: readonly string[]) => (of.length === 0 ? 0 : weigh(part) / weigh(of))
  const spoken = long(asked)
  const shares = ways.map((way) => {
    const said = long(way)
    const covered = share(
      said.filter((word) => written.has(word)),
      said,
    )
    const covering = share(
      spoken.filter((word) => way.has(word)),
      spoken,
    )
    return { covered, least: Math.min(covered, covering) }
  })
  return {
    way: Math.max(0, ...shares.map(({ covered }) => covered)),
    both: Math.max(0, ...shares.map(({ least }) => least)),
  }
}
