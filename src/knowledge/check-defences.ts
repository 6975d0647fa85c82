import type { LawRules } from './knowledge.ts'
import type { Fact } from './schema/fact.ts'
import type { Citation } from './schema/forms.ts'
import type { Law } from './schema/law.ts'
import type { Mistake, Placed } from './source.ts'
import { literals } from './terms.ts'

const namesIn = (bits: number, bitOf: ReadonlyMap<string, number>) =>
  [...bitOf].filter(([, bit]) => bits & (1 << bit)).map(([name]) => name)

/** A defence rests on what speaks for the offer, and on nothing else. */
export function checkDefences(
  { mistake }: Placed<Law>,
  { defences }: LawRules,
  facts: ReadonlyMap<string, Fact>,
  bitOf: ReadonlyMap<string, number>,
): Mistake[] {
  const favours = (name: string, value: boolean) => {
    const fact = facts.get(name)
    return fact?.kind === 'boolean' && fact.incriminating !== value
  }
  return defences.flatMap(({ terms }, i) => {
    const { yes, no } = literals(terms)
    const against = [
      ...namesIn(yes, bitOf).filter((name) => !favours(name, true)),
      ...namesIn(no, bitOf).filter((name) => !favours(name, false)),
    ]
    return against.map((name) =>
      mistake(
        `"${name}" as it stands here speaks against the offer; a defence needs what speaks for it`,
        'defences',
        i,
        'when',
      ),
    )
  })
}

const cites = (citations: readonly Citation[], law: string) =>
  citations.some((citation) => 'law' in citation && citation.law === law)

/** Whoever asks why is told by this law's own articles; and no reason is written that nobody could be told. */
export function checkAsks(
  { value: law, mistake }: Placed<Law>,
  rules: LawRules,
  facts: ReadonlyMap<string, Fact>,
  bitOf: ReadonlyMap<string, number>,
): Mistake[] {
  const deciding = namesIn(rules.facts & ~rules.otherFraud, bitOf)
  const unfounded = deciding
    .filter((name) => !cites(law.asks[name]?.citations ?? facts.get(name)?.citations ?? [], law.id))
    .map((name) =>
      mistake(`nothing says why this law asks about "${name}"; expected it with an article of ${law.id}`, 'asks'),
    )
  const idle = Object.keys(law.asks)
    .filter((name) => !deciding.includes(name))
    .map((name) => mistake(`"${name}" decides nothing under this law, so it is never asked`, 'asks', name))
  return [...unfounded, ...idle]
}
