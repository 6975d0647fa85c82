import type { State } from '../knowledge/terms.ts'
import { tellNearest } from './cases.ts'
import { tellCitations } from './citations.ts'
import { isBare } from './offer.ts'
import { type Told, tellHeadline, tellOpen, tellWarnings } from './verdict-lines.ts'

/** A verdict in parts, in the user's language. */
export interface VerdictCard {
  readonly headline: string
  readonly elements: readonly {
    readonly name: string
    /** authority: only a regulator or court can find it. */
    readonly state: State | 'authority'
    readonly quotes: readonly string[]
  }[]
  /** The nearest case, what is open, warnings; as many as there are. */
  readonly notes: readonly string[]
  /** Articles and paragraphs, and when the law was checked. */
  readonly basis: string
}

/** Quotes are exact. */
export function cardOf(told: Told): VerdictCard {
  const { knowledge, speaker, rules, answer, evidence } = told
  const basis = tellCitations(knowledge, speaker, answer.citations)
  return {
    headline: tellHeadline(told),
    elements: rules.elements.flatMap(({ element: { id, name }, terms }) => {
      const found = answer.elements.find((one) => one.id === id)
      const said =
        found?.state === 'met' ? evidence.filter((one) => found.because.includes(one.fact) && !isBare(one)) : []
      const quotes = [...new Set(said.map(({ quote }) => quote))].filter((quote) => quote !== '')
      if (!found) return []
      return [{ name: speaker.tell(name), state: terms === 'authority' ? terms : found.state, quotes }]
    }),
    notes: [tellNearest(told), tellOpen(told), tellWarnings(told)].filter((line) => line !== ''),
    basis: speaker.say('verdict-basis', { basis, date: rules.law.checked }),
  }
}
