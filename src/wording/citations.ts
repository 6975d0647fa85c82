import type { Knowledge, LawRules } from '../knowledge/knowledge.ts'
import type { Citation } from '../knowledge/schema/forms.ts'
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
      const name = authorityName(speaker, citation.authority)
      authorities.add(speaker.say('cite-authority', { name, year: `${citation.year}` }))
      continue
    }
    const [name, place] = articleName(knowledge, speaker, citation)
    places.set(name, (places.get(name) ?? new Set()).add(place))
  }
  const documents = [...paragraphs].map(([id, numbers]) => {
    const document = knowledge.documents.get(id)
    const title = document ? mainTitle(speaker.tell(document.title)) : id
    return speaker.say('cite-document', { title, paragraphs: range(speaker, numbers) })
  })
  const articles = [...places].map(([name, found]) =>
    speaker.say('cite-place', { name, places: speaker.join(withoutRepeats([...found])) }),
  )
  return speaker.list([...articles, ...authorities, ...documents])
}

/** Citations without articles of other laws than the one gone by, unless nothing else is left. */
export function under({ law }: LawRules, citations: readonly Citation[]): readonly Citation[] {
  const own = citations.filter((citation) => !('law' in citation) || citation.law === law.id)
  return own.length > 0 ? own : citations
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

/** Who is cited, by name alone. */
export const tellAuthorities = (speaker: Speaker, citations: readonly Citation[]): string =>
  speaker.join(citations.flatMap((one) => ('authority' in one ? [authorityName(speaker, one.authority)] : [])))

/** An authority is written "its own name (its English name)". */
function authorityName(speaker: Speaker, authority: string): string {
  const [, zh, en] = /^(.+) \(([^()]+)\)$/u.exec(authority) ?? []
  return zh && en ? speaker.tell({ zh, en }) : authority
}

/** What stands before the colon names a document well enough. */
const mainTitle = (title: string): string => title.split(/：|: /u, 1)[0] ?? title

/** What neighbouring places share is told once: 第七条第（一）（二）项; art. 2, 7(1), 7(2). */
function withoutRepeats(places: readonly string[]): string[] {
  const short: string[] = []
  let last: string | undefined
  for (const place of places) {
    const [, head, item] = /^(第[^第]+第|[a-z]+\. )(.+)$/u.exec(place) ?? []
    const again = item !== undefined && head === last
    const before = again && head?.startsWith('第') ? short.pop() : undefined
    if (before !== undefined) short.push(`${before.slice(0, -1)}${item}`)
    else short.push(again ? item : place)
    last = head
  }
  return short
}

/** 7, 8, 12 → 7–8, 12 */
function range(speaker: Speaker, numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else runs.push([number, number])
  }
  return speaker.join(runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)))
}
