import { type Weights, weightsOf } from '../../reading/learned/weights.ts'
import { groupsOf, type Question, type Readers } from './features.ts'
import type { LearnedTopics } from './packed.ts'

/** The topic of what nothing in knowledge answers. */
export const NONE = 'none'

/** How likely each topic is to be what a question is about, 0 to 1; together with `none` they make 1. */
export type TopicReader = (question: Question) => ReadonlyMap<string, number>

/** Multinomial logistic regression, with the weights that were learned. */
export function createTopicReader({ table }: Pick<LearnedTopics, 'table'>, readers: Readers): TopicReader {
  const weights = weightsOf(table)
  return (question) => {
    const scores = scoresOf(question, weights, readers)
    const most = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
    const chances = scores.map((score) => Math.exp(score - most))
    const all = chances.reduce((sum, one) => sum + one, 0)
    return new Map(weights.statements.map((id, i) => [id, (chances[i] ?? 0) / all]))
  }
}

function scoresOf(question: Question, weights: Weights, readers: Readers): Float32Array {
  const scores = Float32Array.from(weights.bias)
  for (const { list, share } of groupsOf(question, readers)) {
    weights.own.fill(0)
    weights.add(list, 'own')
    for (const [i, score] of scores.entries()) scores[i] = score + (weights.own[i] ?? 0) * weights.step * share
  }
  return scores
}
