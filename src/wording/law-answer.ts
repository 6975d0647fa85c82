import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Citation } from '../knowledge/schema/forms.ts'
import { type Jurisdiction, jurisdictions, type Question } from '../knowledge/schema/question.ts'
import { tellCitations } from './citations.ts'
import type { Speaker } from './speaker.ts'

/** What was found: a reviewed answer, the articles of one number, or a case, with the laws it holds for. */
interface Found {
  readonly laws: readonly Jurisdiction[]
  readonly answer:
    | { readonly kind: 'question'; readonly question: Question }
    | { readonly kind: 'article'; readonly law: string; readonly articles: readonly Article[] }
    | { readonly kind: 'case'; readonly case: Knowledge['cases'][number]['case'] }
}
type LawFile = NonNullable<ReturnType<Knowledge['laws']['get']>>['law']
type Article = LawFile['articles'][number]

interface Manner {
  /** The first sentence or two only, as in a group. */
  readonly brief: boolean
  /** The law the person goes by, where the question named no place. */
  readonly own: string | undefined
}

/** The answer with its basis, the law it is about and the date it was checked. */
export function tellLawAnswer(knowledge: Knowledge, speaker: Speaker, found: Found, { brief, own }: Manner): string {
  const { title, says, citations, checked } = contentOf(knowledge, speaker, found, brief)
  const laws = speaker.join(found.laws.map((law) => speaker.say(`jurisdiction-${law}`)))
  const other = jurisdictions.find((law) => law === own)
  const isOther = other !== undefined && !found.laws.includes(other)
  return [
    ...(brief ? [] : [title]),
    ...says,
    speaker.say('reason-basis', { basis: tellCitations(knowledge, speaker, citations) }),
    ...(laws === '' ? [] : [speaker.say('law-answer-holds', { law: laws, date: checked })]),
    ...(isOther ? [speaker.say('law-answer-other', { law: speaker.say(`jurisdiction-${other}`) })] : []),
  ].join('\n')
}

interface Content {
  readonly title: string
  readonly says: readonly string[]
  readonly citations: readonly Citation[]
  readonly checked: string
}

function contentOf(knowledge: Knowledge, speaker: Speaker, { laws, answer }: Found, brief: boolean): Content {
  const checkedIn = (id: string) => knowledge.laws.get(id)?.law.checked ?? ''
  if (answer.kind === 'question') {
    const { title, short, more, citations, checked } = answer.question
    const dates = [checked, ...laws.map(checkedIn)].filter((date) => date !== '')
    const says = brief ? [speaker.tell(short)] : [speaker.tell(short), speaker.tell(more)]
    const asked = speaker.say('law-question', { question: speaker.tell(title) })
    return { title: asked, says, citations, checked: dates.sort()[0] ?? checked }
  }
  if (answer.kind === 'article') {
    const law = knowledge.laws.get(answer.law)?.law
    const instrument = law?.instruments.find(({ id }) => id === answer.articles[0]?.instrument)
    const lines = answer.articles.map(({ number, says }) => `${speaker.tell(number)} · ${speaker.tell(says)}`)
    return {
      title: instrument ? speaker.tell(instrument.name) : answer.law,
      says: brief ? lines.slice(0, 1) : lines,
      citations: answer.articles.map(({ id }) => ({ law: answer.law, article: id })),
      checked: checkedIn(answer.law),
    }
  }
  const { title, told, decided, citations, law } = answer.case
  return {
    title: speaker.tell(title),
    says: brief ? [speaker.tell(decided)] : [speaker.tell(told), speaker.tell(decided)],
    citations,
    checked: checkedIn(law),
  }
}
