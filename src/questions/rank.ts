import MiniSearch from 'minisearch'
import { likenessTo } from './likeness.ts'
import type { Topic } from './topics.ts'
import type { Words } from './words.ts'

/** One topic that a question may be about, with how well it fits. */
export interface Ranked {
  readonly topic: Topic
  /** The search's own measure, of no fixed scale. */
  readonly score: number
  /** The share of what was asked that the topic speaks of, by how telling each word is, 0 to 1. */
  readonly coverage: number
  /** How far it and the nearest way to ask it cover each other, 0 to 1. */
  readonly likeness: number
}

/** The topics nearest to the words asked, nearest first; `fits` weighs each topic beforehand, 0 leaves it out. */
export type Ranker = (words: readonly string[], fits: (topic: Topic) => number) => readonly Ranked[]

/** Topics that are looked at closely. */
const NEAREST = 12
/** An English word of at least so many letters may be misspelt. */
const SPELT_OUT = 5
/** A word that no topic has weighs like one that so many have. */
const CHAT = 4
/** What was not written as an answer counts so much less. */
const UNREVIEWED = 0.7
const isLatin = /^[a-z]+$/u

interface Entry {
  readonly id: number
  readonly asked: string
  readonly told: string
}

/** Words stand beside each other in an entry, each one a term of the index. */
const BETWEEN = '\u001f'

/** An index over the topics; a phrasing counts twice what is merely told. */
export function createRanker(topics: readonly Topic[], words: Words, place: (text: string) => string): Ranker {
  const split = (text: string) => (text === '' ? [] : text.split(BETWEEN))
  const index = new MiniSearch<Entry>({
    fields: ['asked', 'told'],
    tokenize: split,
    processTerm: (term) => term,
    searchOptions: {
      boost: { asked: 2, told: 0.5 },
      fuzzy: (term) => (isLatin.test(term) && term.length >= SPELT_OUT ? 0.2 : false),
    },
  })
  const phrased = topics.map(({ phrasings }) => phrasings.map((one) => new Set(words(place(one)))))
  const spoken = topics.map(({ told }) => new Set(words(place(told))))
  index.addAll(
    topics.map((_, id) => ({
      id,
      asked: (phrased[id] ?? []).flatMap((one) => [...one]).join(BETWEEN),
      told: [...(spoken[id] ?? [])].join(BETWEEN),
    })),
  )
  const standsIn = new Map<string, number>()
  for (const [id, ways] of phrased.entries())
    for (const word of new Set([...ways.flatMap((one) => [...one]), ...(spoken[id] ?? [])]))
      standsIn.set(word, (standsIn.get(word) ?? 0) + 1)
  /** A word that few topics have tells most; one that none has may be mere chat, and tells less. */
  const telling = (word: string) => Math.log(1 + topics.length / (standsIn.get(word) ?? CHAT)) ** 2
  /** The same without the square, for what is compared word by word. */
  const rare = (word: string) => Math.log(1 + topics.length / (standsIn.get(word) ?? 1))
  const weigh = (some: Iterable<string>) => [...some].reduce((sum, word) => sum + telling(word), 0)

  return (asked, fits) => {
    const query = new Set(asked)
    const whole = weigh(query)
    if (whole === 0) return []
    const found = index.search([...query].join(BETWEEN), {
      filter: ({ id }) => fits(at(topics, id)) > 0,
      boostDocument: (id) => fits(at(topics, id)),
    })
    return found
      .filter(({ queryTerms }) => queryTerms.some((word) => word.length > 1))
      .slice(0, NEAREST)
      .map(({ id, score, match, queryTerms }) => {
        const known = new Set([...query].filter((word) => queryTerms.includes(word)))
        const written = new Set([...known, ...Object.keys(match)])
        const ways = phrased[Number(id)] ?? []
        const alike = ways.map((way) => {
          const shared = weigh([...way].filter((word) => written.has(word)))
          return (2 * shared) / (weigh(way) + whole)
        })
        const { way, both } = likenessTo(ways, query, written, rare)
        const reviewed = at(topics, id).answer.kind === 'question' ? 1 : UNREVIEWED
        return {
          topic: at(topics, id),
          score: score * reviewed * (0.5 + Math.min(1, Math.max(0, ...alike))),
          coverage: weigh(known) / whole,
          likeness: (way + both) / 2,
        }
      })
      .sort((a, b) => b.score - a.score)
  }
}

function at(topics: readonly Topic[], id: unknown): Topic {
  const topic = topics[Number(id)]
  if (!topic) throw new Error(`no topic ${String(id)} in the index`)
  return topic
}
