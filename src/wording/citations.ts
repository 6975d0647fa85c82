import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Citation } from '../knowledge/schema.ts'
import type { Speaker } from './speaker.ts'

/** The citations as people write them, articles of one instrument and paragraphs of one document together. */
export function tellCitations(knowledge: Knowledge, speaker: Speaker, citations: readonly Citation[]): string {
  const paragraphs = new Map<string, number[]>()
  const places = new Map<string, Set<string>>()
  const authorities = new Set<string>()
  for (const citation of citations) {
    if ('document' in citation) {
      const known = paragraphs.get(citation.document) ?? []
      paragraphs.set(citation.document, [...known, ...[citation.paragraph].flat()])
      continue
    }
    if ('authority' in citation) {
      authorities.add(speaker.say('cite-authority', { name: citation.authority, year: `${citation.year}` }))
      continue
    }
    const [name, place] = articleName(knowledge, speaker, citation)
    places.set(name, (places.get(name) ?? new Set()).add(place))
  }
  const documents = [...paragraphs].map(([id, numbers]) => {
    const document = knowledge.documents.get(id)
    const title = document ? speaker.tell(document.title) : id
    return speaker.say('cite-document', { title, paragraphs: range(numbers) })
  })
  const articles = [...places].map(([name, found]) =>
    speaker.say('cite-place', { name, places: speaker.join([...found]) }),
  )
  return speaker.list([...articles, ...authorities, ...documents])
}

function articleName(
  knowledge: Knowledge,
  speaker: Speaker,
  { law: id, article: name }: ArticleCitation,
): [string, string] {
  const law = knowledge.laws.get(id)?.law
  const article = law?.articles.find((one) => one.id === name)
  const instrument = law?.instruments.find((one) => one.id === article?.instrument)
  return article && instrument ? [speaker.tell(instrument.name), speaker.tell(article.number)] : [id, name]
}

type ArticleCitation = Extract<Citation, { law: string }>

/** 7, 8, 12 → 7–8, 12 */
function range(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
