import type { Raw } from './compile.ts'
import type { Citation } from './schema/forms.ts'
import type { Mistake } from './source.ts'

/** Every citation leads to a paragraph that exists or to an article that stands in the law's file. */
export function checkCitations(raw: Raw): Mistake[] {
  const documents = new Map(raw.documents.map(({ value }) => [value.id, value.paragraphs]))
  const articles = new Map(raw.laws.map(({ value }) => [value.id, new Set(value.articles.map(({ id }) => id))]))
  const problem = (citation: Citation): string | undefined => {
    if ('document' in citation) {
      const count = documents.get(citation.document)
      if (count === undefined) return `no document "${citation.document}" in documents.yaml`
      const beyond = [citation.paragraph].flat().find((paragraph) => paragraph > count)
      return beyond === undefined ? undefined : `${citation.document} has ${count} paragraphs, not ${beyond}`
    }
    if (!('law' in citation)) return undefined
    const known = articles.get(citation.law)
    if (!known) return `no law "${citation.law}" in laws/`
    return known.has(citation.article)
      ? undefined
      : `no article "${citation.article}" among the articles of ${citation.law}`
  }
  const walk = (
    value: unknown,
    path: readonly PropertyKey[],
    found: (citation: Citation, at: PropertyKey[]) => void,
  ) => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inside] of Object.entries(value))
      if (key === 'citations' && Array.isArray(inside))
        for (const [i, citation] of inside.entries()) found(citation, [...path, key, i])
      else walk(inside, [...path, key], found)
  }
  const mistakes: Mistake[] = []
  const kinds = [raw.facts, raw.laws, raw.cases, raw.warnings, raw.advice, raw.populations, raw.questions].flat()
  for (const { value, mistake } of kinds)
    walk(value, [], (citation, at) => {
      const wrong = problem(citation)
      if (wrong) mistakes.push(mistake(wrong, ...at))
    })
  return mistakes
}
