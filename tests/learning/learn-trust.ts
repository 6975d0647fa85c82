import { NONE } from '../../src/questions/learned/topic-reader.ts'
import type { Signs, Trust } from '../../src/questions/learned/trust.ts'

interface Judged {
  readonly signs: Signs
  readonly isRight: boolean
  readonly example: { readonly want: string }
}

/** An answer to a question that has none does more harm than one that stays away. */
const FOREIGN = 2
const names = ['chance', 'lead', 'over', 'agrees', 'likeness', 'coverage', 'subject'] as const
const STEPS = 3000
const RATE = 0.3
/** Keeps the weights small where the samples do not decide. */
const RIDGE = 1e-4

/** The logistic regression of being right on the signs, by gradient descent over all samples at once. */
export function learnTrust(samples: readonly Judged[]): Trust {
  const rows = samples.map(({ signs, isRight, example }) => ({
    x: Float64Array.from([1, ...names.map((name) => signs[name])]),
    y: isRight ? 1 : 0,
    weight: example.want === NONE ? FOREIGN : 1,
  }))
  const weights = new Float64Array(names.length + 1)
  const slope = new Float64Array(names.length + 1)
  for (let step = 0; step < STEPS; step++) {
    for (let i = 0; i < slope.length; i++) slope[i] = i === 0 ? 0 : RIDGE * (weights[i] ?? 0) * rows.length
    for (const { x, y, weight } of rows) {
      let sum = 0
      for (let i = 0; i < x.length; i++) sum += (x[i] ?? 0) * (weights[i] ?? 0)
      const off = weight * (1 / (1 + Math.exp(-sum)) - y)
      for (let i = 0; i < x.length; i++) slope[i] = (slope[i] ?? 0) + off * (x[i] ?? 0)
    }
    for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) - (RATE * (slope[i] ?? 0)) / rows.length
  }
  const [base = 0, ...rest] = [...weights].map((weight) => Math.round(weight * 1000) / 1000)
  const [chance = 0, lead = 0, over = 0, agrees = 0, likeness = 0, coverage = 0, subject = 0] = rest
  return { base, chance, lead, over, agrees, likeness, coverage, subject }
}
