/** What one clause of a reply says. */
export interface Said {
  readonly means: 'yes' | 'no' | 'unknown'
  /**
   * direct: a yes or no; told: in words about the fact; past: as it was before; guess: with a hedge, bare where it says no more; doubt: the
   * person does not know; detail: does not know how much or when.
   */
  readonly kind: 'direct' | 'told' | 'past' | 'guess' | 'bare guess' | 'doubt' | 'detail'
  readonly text: string
  readonly start: number
  readonly end: number
  /** How it came to be, whatever was said before it. */
  readonly turns: boolean
  /** Begins with "but". */
  readonly adds: boolean
}

/** `requires`: the question is whether one has to, where a "but" after a no is a yes. */
export function settled(said: readonly Said[], requires: boolean): Said | undefined {
  const overrides = (one: Said) =>
    (one.kind === 'direct' || one.kind === 'told') &&
    (one.turns || (one.adds && ((requires && one.means === 'yes') || one.kind === 'direct')))
  const turn = said.findLastIndex(overrides)
  const rest = turn < 0 ? said : said.slice(turn)
  const doubt = rest.findLast(({ kind }) => kind === 'doubt')
  if (doubt) return doubt
  const sure = rest.findLast(({ kind }) => kind === 'direct') ?? rest.findLast(({ kind }) => kind === 'told')
  const after = sure && rest[rest.indexOf(sure) + 1]
  if (after?.kind === 'bare guess' && !after.adds && isShort(after)) return after
  return (
    sure ??
    rest.findLast(({ kind }) => kind === 'guess' || kind === 'bare guess' || kind === 'detail') ??
    rest.findLast(({ kind }) => kind === 'past')
  )
}

/** "Yes, I think": the guess is about the yes, and about nothing else. */
const isShort = ({ text }: Said) => text.length <= 12 && !/\d/u.test(text)
