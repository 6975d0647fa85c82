import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Law } from '../knowledge/schema/law.ts'
import type { OfferCase } from '../knowledge/schema/offer-case.ts'
import { type Jurisdiction, jurisdictions, type Question } from '../knowledge/schema/question.ts'

type Article = Law['articles'][number]

/** What an answer can be: a reviewed one, the articles of one number, or a case. */
export type Answer =
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'article'; readonly law: string; readonly articles: readonly Article[] }
  | { readonly kind: 'case'; readonly case: OfferCase }

/** Something people may ask about, with the ways to ask for it and what is told. */
export interface Topic {
  readonly id: string
  readonly laws: readonly Jurisdiction[]
  readonly answer: Answer
  readonly phrasings: readonly string[]
  readonly told: string
}

const isJurisdiction = (id: string): id is Jurisdiction => jurisdictions.some((one) => one === id)
const lawsOf = (id: string): Jurisdiction[] => (isJurisdiction(id) ? [id] : [])

/** All of knowledge that answers a question about the law. */
export function topicsOf({ questions, laws, cases }: Knowledge): Topic[] {
  return [
    ...questions.map(questionTopic),
    ...[...laws.values()].flatMap(({ law }) => articleTopics(law)),
    ...cases.map((one) => caseTopic(one.case)),
  ]
}

const questionTopic = (question: Question): Topic => ({
  id: question.id,
  laws: question.laws,
  answer: { kind: 'question', question },
  phrasings: [question.title.zh, question.title.en, ...question.phrasings.zh, ...question.phrasings.en],
  told: [question.short, question.more].flatMap(({ zh, en }) => [zh, en]).join('\n'),
})

/** 第七条第（一）项 → 第七条; art. 7(1) → art. 7. */
const head = (number: string): string => number.replace(/^(第[^第]+?条(?:之[一二三])?).*$/u, '$1').replace(/\(.*$/u, '')

/** Articles that share a number are asked for together. */
function articleTopics(law: Law): Topic[] {
  const together = new Map<string, Article[]>()
  for (const article of law.articles) {
    const key = `${article.instrument} ${head(article.number.en)}`
    together.set(key, [...(together.get(key) ?? []), article])
  }
  return [...together].flatMap(([key, articles]) => {
    const [first] = articles
    const instrument = law.instruments.find(({ id }) => id === first?.instrument)
    if (!first || !instrument) return []
    const zh = head(first.number.zh)
    const en = head(first.number.en)
    const number = en.replace(/^\D+/u, '')
    return {
      id: `${law.id} ${key}`,
      laws: lawsOf(law.id),
      answer: { kind: 'article' as const, law: law.id, articles },
      phrasings: [
        `${instrument.name.zh}${zh}`,
        `${instrument.name.zh}第${number}条`,
        `${instrument.name.en} article ${number}`,
      ],
      told: articles.flatMap(({ says }) => [says.zh, says.en]).join('\n'),
    }
  })
}

const caseTopic = (one: OfferCase): Topic => ({
  id: `case ${one.id}`,
  laws: lawsOf(one.law),
  answer: { kind: 'case', case: one },
  phrasings: [one.title.zh, one.title.en],
  told: [one.told, one.decided].flatMap(({ zh, en }) => [zh, en]).join('\n'),
})
