import type { Knowledge } from './knowledge.ts'
import type { Citation } from './schema/forms.ts'
import type { Law } from './schema/law.ts'
import type { OfferCase } from './schema/offer-case.ts'

/** One thing that people are told, with that on which it rests. */
export interface KnowledgeEntry extends Readonly<Record<string, unknown>> {
  readonly kind: 'law' | 'element' | 'fact' | 'case' | 'warning' | 'advice' | 'question'
  readonly id: string
  readonly citations: readonly Citation[]
}

/** All of knowledge that is told, as `bot knowledge` prints it. */
export function entriesOf(knowledge: Knowledge): KnowledgeEntry[] {
  const laws = [...knowledge.laws.values()].map(({ law }) => law)
  const mattersTo = (bit: number | undefined) =>
    [...knowledge.laws.values()]
      .filter(({ facts }) => bit !== undefined && (facts & (1 << bit)) !== 0)
      .map(({ law }) => law.id)
  return [
    ...laws.map(lawEntry),
    ...laws.flatMap(({ id: law, elements }) => elements.map((one) => ({ ...one, kind: 'element' as const, law }))),
    ...[...knowledge.facts.values()].map(({ kind: type, ...fact }) => ({
      ...fact,
      kind: 'fact' as const,
      type,
      laws: mattersTo(knowledge.bitOf.get(fact.id)),
    })),
    ...knowledge.cases.map((one) => caseEntry(one.case)),
    ...knowledge.warnings.map(({ warning }) => ({ ...warning, kind: 'warning' as const })),
    ...knowledge.advice.map(({ advice }) => ({ ...advice, kind: 'advice' as const })),
    ...knowledge.questions.map((question) => ({ ...question, kind: 'question' as const })),
  ]
}

function lawEntry({ elements: _told, ...law }: Law): KnowledgeEntry {
  const citations = law.articles.map(({ id }) => ({ law: law.id, article: id }))
  return { ...law, kind: 'law', citations }
}

/** Which source gives which figure is for the check alone. */
function caseEntry({ citations, ...one }: OfferCase): KnowledgeEntry {
  const plain = citations.map((citation): Citation => {
    if (!('gives' in citation)) return citation
    const { gives: _figures, ...rest } = citation
    return rest
  })
  return { ...one, kind: 'case', citations: plain }
}
