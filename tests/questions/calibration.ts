import { plain } from '../../src/reading/normalise.ts'
import { createFinderOver, type Features, features } from '../../src/questions/find.ts'
import { type Topic, topicsOf } from '../../src/questions/topics.ts'
import { createWords } from '../../src/questions/words.ts'
import { createPlaces } from '../../src/questions/places.ts'
import { knowledge } from '../ground.ts'

/** One search of which it is known whether the first topic found is the one meant. */
export interface Sample {
  readonly features: Features
  readonly isRight: boolean
}

const FOLDS = 8
const topics = topicsOf(knowledge)
const { asking } = knowledge
const words = createWords(asking)
const places = createPlaces(asking, plain)
const isAsked = (topic: Topic) => topic.answer.kind === 'question'


function sampleIn(finder: ReturnType<typeof createFinderOver>, phrasing: string, meant: Topic): Sample {
  const { ranked } = finder(phrasing, meant.laws[0] ?? 'cn')
  return {
    features: features(ranked, words(places(phrasing).rest).length),
    isRight: ranked[0]?.topic.id === meant.id,
  }
}

/**
 * From the questions alone: each way to ask is looked for in an index that lacks it, and once more in one that lacks
 * its whole question, where whatever is found is wrong.
 */
export function samples(): Sample[] {
  const found: Sample[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const isOut = (at: number) => at % FOLDS === fold
    const lessWays = createFinderOver(
      topics.map((topic) =>
        isAsked(topic) ? { ...topic, phrasings: topic.phrasings.filter((_, at) => !isOut(at)) } : topic,
      ),
      asking,
      plain,
    )
    const lessTopics = createFinderOver(
      topics.filter((topic, at) => !isAsked(topic) || !isOut(at)),
      asking,
      plain,
    )
    for (const [at, topic] of topics.entries()) {
      if (!isAsked(topic)) continue
      for (const [way, phrasing] of topic.phrasings.entries()) {
        if (isOut(way)) found.push(sampleIn(lessWays, phrasing, topic))
        if (isOut(at)) found.push(sampleIn(lessTopics, phrasing, topic))
      }
    }
  }
  return found
}

const names = ['coverage', 'likeness', 'margin', 'words'] as const
export type Weights = { base: number } & Record<(typeof names)[number], number>

const STEPS = 20_000
const RATE = 0.5
/** Keeps the weights small where the samples do not decide. */
const RIDGE = 1e-4

/** The logistic regression of being right on what is known of a search. */
export function fit(all: readonly Sample[]): Weights {
  const rows = all.map(({ features: one, isRight }) => ({ x: [1, ...names.map((name) => one[name])], y: isRight ? 1 : 0 }))
  let weights = [0, ...names.map(() => 0)]
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight, i) => (i === 0 ? 0 : RIDGE * weight))
    for (const { x, y } of rows) {
      const sum = x.reduce((total, value, i) => total + value * (weights[i] ?? 0), 0)
      const off = 1 / (1 + Math.exp(-sum)) - y
      for (const [i, value] of x.entries()) slope[i] = (slope[i] ?? 0) + (off * value) / rows.length
    }
    weights = weights.map((weight, i) => weight - RATE * (slope[i] ?? 0))
  }
  const [base = 0, ...rest] = weights.map((weight) => Math.round(weight * 100) / 100)
  const [coverage = 0, likeness = 0, margin = 0, count = 0] = rest
  return { base, coverage, likeness, margin, words: count }
}
