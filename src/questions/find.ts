import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Asking } from '../knowledge/schema/asking.ts'
import { lastParts } from './parts.ts'
import { createPlaces, type Named } from './places.ts'
import { createRanker, type Ranked } from './rank.ts'
import { createSubjects } from './subjects.ts'
import { type Topic, topicsOf } from './topics.ts'
import { createWords } from './words.ts'

/** What was looked for and how it went: the nearest topics, and how sure it is that the first is meant, 0 to 1. */
export interface Search {
  readonly named: Named
  readonly ranked: readonly Ranked[]
  readonly found: Features
  readonly sure: number
}

/** Looks for what a question about the law is about, for a person who goes by the law `own`. */
export type Finder = (text: string, own: string) => Search

/** The first of several that fit must be this likely to be meant. */
export const SURE = 0.5
/** What nobody wrote as an answer, an article or a case, has to be asked for by its name. */
const BY_NAME = 0.4
/** What stands last in a message is about one of so many topics that the whole of it is about. */
const NEAR = 3
/** What is known in full; told to those who go by another law too, as that law's. */
const FULLY_KNOWN = 'cn'
/** How far a topic of that law counts for them. */
const ELSEWHERE = 0.7

/** Indexes all of knowledge that answers a question about the law; made once, when first asked. */
export function createFinder(knowledge: Knowledge, plain: (text: string) => string): Finder {
  return createFinderOver(topicsOf(knowledge), knowledge.asking, plain)
}

/** The same over given topics. */
export function createFinderOver(topics: readonly Topic[], asking: Asking, plain: (text: string) => string): Finder {
  const places = createPlaces(asking, plain)
  const words = createWords(asking)
  const subjects = createSubjects(asking)
  const rank = createRanker(topics, words, (text) => places(text).rest)
  const spoken = new Map(topics.map((topic) => [topic.id, plain([...topic.phrasings, topic.told].join('\n'))]))
  const keeps = ({ topic }: Ranked, said: string) =>
    subjects.others(said).every((word) => spoken.get(topic.id)?.includes(word))
  return (text, own) => {
    const named = places(text)
    if (named.elsewhere && named.laws.length === 0) return { named, ranked: [], found: none, sure: 0 }
    const search = (part: string): Search => {
      const ranked = rank(words(part), (topic) => fitness(topic, named.laws, own))
      const [first] = ranked
      const found = features(ranked, first !== undefined && keeps(first, named.rest))
      const isNamed = first?.topic.answer.kind === 'question' || found.likeness >= BY_NAME
      return { named, ranked, found, sure: isNamed ? likelihood(asking.confidence, found) : 0 }
    }
    const whole = search(named.rest)
    const near = whole.ranked.slice(0, NEAR).map(({ topic }) => topic)
    return lastParts(named.rest)
      .filter(subjects.isNamed)
      .map(search)
      .filter(({ ranked: [first] }) => first && near.includes(first.topic))
      .reduce((best, one) => (one.sure > best.sure ? one : best), whole)
  }
}

/** How far a topic holds for the places named, or for the law the person goes by. */
function fitness({ laws }: Topic, named: readonly string[], own: string): number {
  const asked = named.length > 0 ? named : [own]
  const shared = asked.filter((law) => laws.some((one) => one === law)).length / asked.length
  if (shared > 0 || named.length > 0) return shared
  return laws.some((law) => law === FULLY_KNOWN) ? ELSEWHERE : 0
}

/** What tells how sure a find is, each from 0 to 1. */
export interface Features {
  readonly coverage: number
  readonly likeness: number
  readonly margin: number
  readonly evidence: number
  readonly subject: number
}

const none: Features = { coverage: 0, likeness: 0, margin: 0, evidence: 0, subject: 0 }

function features([first, second]: readonly Ranked[], keepsToIt: boolean): Features {
  if (!first) return none
  const { coverage, likeness, evidence, score } = first
  return { coverage, likeness, margin: second ? 1 - second.score / score : 1, evidence, subject: keepsToIt ? 1 : 0 }
}

/** By logistic regression, with the weights that stand in knowledge. */
export function likelihood({ base, ...weights }: Asking['confidence'], found: Features): number {
  if (found.coverage === 0) return 0
  const sum =
    base +
    weights.coverage * found.coverage +
    weights.likeness * found.likeness +
    weights.margin * found.margin +
    weights.evidence * found.evidence +
    weights.subject * found.subject
  return 1 / (1 + Math.exp(-sum))
}
