import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import * as z from 'zod'
import { createFinderOver, type Features } from '../../src/questions/find.ts'
import { type Topic, topicsOf } from '../../src/questions/topics.ts'
import { plain } from '../../src/reading/normalise.ts'
import { knowledge } from '../ground.ts'
import { chatty, paraphrases } from './score.ts'

/** One search of which it is known whether the first topic found is the one meant. */
export interface Sample {
  readonly features: Features
  readonly isRight: boolean
  /** Asked about another matter altogether. */
  readonly isStrange: boolean
}

const FOLDS = 8
const topics = topicsOf(knowledge)
const { asking } = knowledge
const isAsked = (topic: Topic) => topic.answer.kind === 'question'
type Finder = ReturnType<typeof createFinderOver>
const strangers = z.array(z.string()).parse(load(readFileSync(new URL('strangers.yaml', import.meta.url), 'utf8')))

function sample(finder: Finder, text: string, meant: Topic | undefined): Sample {
  const { ranked, found } = finder(text, meant?.laws[0] ?? 'cn')
  return {
    features: found,
    isRight: meant !== undefined && ranked[0]?.topic.id === meant.id,
    isStrange: meant === undefined,
  }
}

/**
 * From the questions, the seen half of the paraphrases, what is asked as people chat, and the strangers. Each way to ask is looked for in an index that
 * lacks it, each of them and each paraphrase also in one that lacks its whole question, where whatever is found is wrong.
 */
export function samples(): Sample[] {
  const whole = createFinderOver(topics, asking, plain)
  const told = [...paraphrases.filter(({ half }) => half === 'seen'), ...chatty]
  const seen = (id: string) => told.filter(({ want }) => want === id)
  const found = strangers.map((text) => sample(whole, text, undefined))
  for (let fold = 0; fold < FOLDS; fold++) {
    const isOut = (at: number) => at % FOLDS === fold
    const withoutWays = topics.map((topic) =>
      isAsked(topic) ? { ...topic, phrasings: topic.phrasings.filter((_, at) => !isOut(at)) } : topic,
    )
    const lessWays = createFinderOver(withoutWays, asking, plain)
    const withoutTopics = topics.filter((topic, at) => !isAsked(topic) || !isOut(at))
    const lessTopics = createFinderOver(withoutTopics, asking, plain)
    for (const [at, topic] of topics.entries()) {
      if (!isAsked(topic)) continue
      const asked = seen(topic.id).map(({ text }) => text)
      const ways = topic.phrasings.filter((_, way) => isOut(way))
      found.push(...ways.map((text) => sample(lessWays, text, topic)))
      if (isOut(at)) {
        found.push(...asked.map((text) => sample(whole, text, topic)))
        found.push(...[...asked, ...topic.phrasings].map((text) => sample(lessTopics, text, topic)))
      }
    }
  }
  return found
}

const names = ['coverage', 'likeness', 'margin', 'evidence', 'subject'] as const
export type Weights = { base: number } & Record<(typeof names)[number], number>

const STEPS = 20_000
const RATE = 0.5
/** Keeps the weights small where the samples do not decide. */
const RIDGE = 1e-4

/**
 * The logistic regression of being right on what is known of a search. Right ones weigh a little more than wrong ones in all, and of the
 * wrong ones those about other matters more than those nearby.
 */
export function regress(all: readonly Sample[]): Weights {
  const kind = ({ isRight, isStrange }: Sample) => (isRight ? 'right' : isStrange ? 'strange' : 'near')
  const share = { right: 0.55, strange: 0.3, near: 0.15 }
  const rows = all.map((one) => ({
    x: [1, ...names.map((name) => one.features[name])],
    y: one.isRight ? 1 : 0,
    weight: share[kind(one)] / all.filter((other) => kind(other) === kind(one)).length,
  }))
  let weights = [0, ...names.map(() => 0)]
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((old, i) => (i === 0 ? 0 : RIDGE * old))
    for (const { x, y, weight } of rows) {
      const sum = x.reduce((total, value, i) => total + value * (weights[i] ?? 0), 0)
      const off = 1 / (1 + Math.exp(-sum)) - y
      for (const [i, value] of x.entries()) slope[i] = (slope[i] ?? 0) + weight * off * value
    }
    weights = weights.map((old, i) => old - RATE * (slope[i] ?? 0))
  }
  const [base = 0, ...rest] = weights.map((weight) => Math.round(weight * 100) / 100)
  const [coverage = 0, likeness = 0, margin = 0, evidence = 0, subject = 0] = rest
  return { base, coverage, likeness, margin, evidence, subject }
}
