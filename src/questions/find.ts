import type { Knowledge } from '../knowledge/knowledge.ts'
import { meaningsOf } from '../reading/learned/lexicon.ts'
import { type LearnedTopics, unpackTopics } from './learned/packed.ts'
import { createTopicReader, NONE } from './learned/topic-reader.ts'
import { likelihood, oddsOf, type Signs } from './learned/trust.ts'
import { createPlaces, type Named } from './places.ts'
import { createRanker, type Ranked } from './rank.ts'
import { createSubjects } from './subjects.ts'
import { type Topic, topicsOf } from './topics.ts'
import { createWords } from './words.ts'

/** What was looked for and how it went: the nearest topics, and how sure it is that the first is meant, 0 to 1. */
export interface Search {
  readonly named: Named
  readonly topics: readonly Topic[]
  readonly signs: Signs
  readonly sure: number
}

/** Looks for what a question about the law is about, for a person who goes by the law `own`. */
export type Finder = (text: string, own: string) => Search

/** The first of several that fit must be this likely to be meant. */
export const SURE = 0.5
/** What nobody wrote as an answer, an article or a case, has to be asked for by its name: likeness from 0 to 1. */
const BY_NAME = 0.6
/** What is known in full; told to those who go by another law too, as that law's. */
const FULLY_KNOWN = 'cn'
/** How far a topic of that law counts for them. */
const OTHERWISE = 0.7
/** Their own law's topic is told where it is at least so likely as the one of the law that is known in full. */
const PREFERRED = 0.5
const ELSEWHERE = 'elsewhere'
/** Topics that are handed on. */
const MOST = 5
const noSigns: Signs = { chance: 0, lead: 0, over: 0, agrees: 0, likeness: 0, coverage: 0, subject: 0 }

/** Indexes all of knowledge that answers a question about the law; made once, when first asked. */
export const createFinder = (knowledge: Knowledge, plain: (text: string) => string): Finder =>
  createFinderWith(knowledge, plain, unpackTopics(knowledge.learnedTopics))

/** The same with what was learned elsewhere. */
export function createFinderWith(
  knowledge: Knowledge,
  plain: (text: string) => string,
  learned: LearnedTopics,
): Finder {
  const { asking } = knowledge
  const topics = topicsOf(knowledge)
  const questions = topics.filter(isQuestion)
  const places = createPlaces(asking, plain)
  const words = createWords(asking)
  const subjects = createSubjects(asking)
  const rank = createRanker(topics, words, (text) => places(text).rest)
  const read = createTopicReader(learned, {
    words,
    offers: meaningsOf(knowledge.lexicon),
    questions: meaningsOf(knowledge.questionLexicon),
  })
  const spoken = new Map(topics.map((topic) => [topic.id, plain([...topic.phrasings, topic.told].join('\n'))]))

  const likely = (text: string, laws: readonly string[], isElsewhere = false) => {
    const chances = read({ text, places: isElsewhere ? [...laws, ELSEWHERE] : laws })
    const chanceOf = ({ id }: Topic) => chances.get(id) ?? 0
    const fitting = questions
      .filter((topic) => fits(topic, laws))
      .sort((one, other) => chanceOf(other) - chanceOf(one))
      .slice(0, MOST)
    return { topics: fitting, chances }
  }

  return (text, own) => {
    const named = places(text)
    if (named.elsewhere && named.laws.length === 0) return { named, topics: [], signs: noSigns, sure: 0 }
    const ranked = rank(words(named.rest), (topic) => fitness(topic, named.laws, own))
    if (ranked.length === 0) return { named, topics: [], signs: noSigns, sure: 0 }
    const byName = ranked.slice(0, 1).filter(({ topic, likeness }) => !isQuestion(topic) && likeness >= BY_NAME)
    // Who goes by another law may mean that one, or what is known of the law that is known in full.
    const asWritten = likely(named.rest, named.laws, named.elsewhere)
    const isTheirs = named.laws.length === 0 && own !== FULLY_KNOWN
    const found = (isTheirs ? preferred(likely(named.rest, [own]), asWritten) : undefined) ?? asWritten
    const [first] = found.topics
    const [name] = byName
    if (name) return { named, topics: [name.topic, ...found.topics], signs: noSigns, sure: name.likeness }
    if (!first) return { named, topics: [], signs: noSigns, sure: 0 }
    const known = ranked.find(({ topic }) => topic === first)
    const keepsToIt = subjects.others(named.rest).every((word) => spoken.get(first.id)?.includes(word))
    const signs = {
      ...oddsIn(found),
      agrees: firstQuestion(ranked) === first ? 1 : 0,
      likeness: known?.likeness ?? 0,
      coverage: known?.coverage ?? 0,
      subject: keepsToIt ? 1 : 0,
    }
    return { named, topics: found.topics, signs, sure: likelihood(learned.trust, signs) }
  }
}

interface Likely {
  /** The likeliest first. */
  readonly topics: readonly Topic[]
  readonly chances: ReadonlyMap<string, number>
}

/** What the person's own law has on the same matter as what is found without it; its chance counts for both. */
function preferred({ topics, chances }: Likely, { topics: [other] }: Likely): Likely | undefined {
  const [own] = topics
  if (!own || !other) return undefined
  if (own === other) return { topics, chances }
  const [mine, others] = [own, other].map(({ id }) => chances.get(id) ?? 0)
  if (mine === undefined || others === undefined || mine < others * PREFERRED) return undefined
  return { topics, chances: new Map([...chances, [own.id, mine + others]]) }
}

function oddsIn({ topics, chances }: Likely): ReturnType<typeof oddsOf> {
  const [first = 0, second = 0] = topics.map(({ id }) => chances.get(id) ?? 0)
  return oddsOf(first, second, chances.get(NONE) ?? 0)
}

const isQuestion = ({ answer }: Topic) => answer.kind === 'question'
const firstQuestion = (ranked: readonly Ranked[]) => ranked.find(({ topic }) => isQuestion(topic))?.topic

/** Whether a topic may answer what is asked about these places; what compares laws may, wherever it is asked about. */
const fits = ({ laws }: Topic, named: readonly string[]): boolean =>
  named.length === 0 || laws.length > 1 || laws.some((law) => named.includes(law))

/** How far a topic counts in the search by words, for the places named or for the law the person goes by. */
function fitness({ laws }: Topic, named: readonly string[], own: string): number {
  const asked = named.length > 0 ? named : [own]
  const shared = asked.filter((law) => laws.some((one) => one === law)).length / asked.length
  if (shared > 0 || named.length > 0) return shared
  return laws.some((law) => law === FULLY_KNOWN) ? OTHERWISE : 0
}
