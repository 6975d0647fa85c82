import type { BooleanFact, Knowledge, LawRules } from '../knowledge/knowledge.ts'
import { verdictLabels } from '../knowledge/schema/verdict-label.ts'
import { bitCount, type Known, maskOf } from '../knowledge/terms.ts'
import { decide } from '../verdict/decide.ts'
import type { Findings } from '../verdict/findings.ts'

/** What has been asked so far, as bits of facts. */
export interface Asked {
  readonly once: number
  /** Contradictions put to the user with both quotes. */
  readonly again: number
}

export interface Question {
  readonly fact: BooleanFact
  /** The evidence contradicts itself: quote both sides. */
  readonly contradiction: boolean
}

/**
 * What to ask next, or undefined when no answer could move the verdict or enough has been asked.
 *
 * First what the law's thresholds turn on; once they are decided, the marks of other frauds, as far as
 * what is known makes them likely enough (`least_chance`). Once such a mark is found, the thresholds are
 * asked about only where what is known makes a pyramid that likely. Among these a contradiction comes
 * first, then `prefer` (proxies of what the user could not tell), then the fact with the largest expected
 * drop in uncertainty about the verdict per burden, ties by authored order.
 */
export function nextQuestion(
  knowledge: Knowledge,
  rules: LawRules,
  findings: Findings,
  asked: Asked,
  prefer: readonly string[] = [],
): Question | undefined {
  const { most_questions, least_chance } = knowledge.interview
  if (bitCount(asked.once) + bitCount(asked.again) >= most_questions) return undefined
  const askable = rules.facts & ~settled(findings) & ~closed(findings, asked)
  const weighed = (bits: number) => weighAnswers(knowledge, rules, findings, bits)
  const onThresholds = graverIsLikely(knowledge, rules, findings) ? weighed(askable & ~rules.otherFraud) : []
  const candidates =
    onThresholds.length > 0
      ? onThresholds
      : weighed(askable & rules.otherFraud).filter(({ chance }) => chance >= least_chance)
  const isContradictory = ({ bit }: Weighed) => (findings.contradictory & (1 << bit)) !== 0
  const best =
    candidates.find(isContradictory) ??
    candidates.find(({ fact }) => prefer.includes(fact.id)) ??
    mostTelling(candidates)
  return best && { fact: best.fact, contradiction: isContradictory(best) }
}

/** Whether a question that was asked can still move the verdict. */
export function stillTells(
  knowledge: Knowledge,
  rules: LawRules,
  findings: Findings,
  asked: Asked,
  fact: string,
): boolean {
  const mask = maskOf(knowledge.bitOf, fact)
  const stage = mask & rules.otherFraud ? rules.otherFraud : ~rules.otherFraud
  const open = rules.facts & stage & ~settled(findings) & (~closed(findings, asked) | mask)
  return weighAnswers(knowledge, rules, findings, open).some((one) => one.fact.id === fact)
}

const settled = ({ yes, no }: Known): number => yes | no

/** Asked already; a contradiction may be put once more. */
const closed = ({ contradictory }: Findings, { once, again }: Asked): number => again | (once & ~contradictory)

/** Once another fraud is found, the thresholds are asked about only where a pyramid is likely enough beside it. */
function graverIsLikely(knowledge: Knowledge, rules: LawRules, findings: Findings): boolean {
  if (decide(rules, findings) !== 'other_fraud') return true
  const open = bitsIn(knowledge, rules.facts & ~rules.otherFraud & ~settled(findings))
  const labels = verdictsOf(rules, findings, open)
  const pyramid = verdictLabels.indexOf('pyramid')
  const chance = combinations(knowledge, findings, open).reduce(
    (sum, one, i) => (labels[i] === pyramid ? sum + one : sum),
    0,
  )
  return chance >= knowledge.interview.least_chance
}

const bitsIn = (knowledge: Knowledge, bits: number): number[] =>
  knowledge.booleans.flatMap((_, bit) => (bits & (1 << bit) ? [bit] : []))

const ROUNDING = 1e-12

function mostTelling(candidates: readonly Weighed[]): Weighed | undefined {
  let best: Weighed | undefined
  for (const one of candidates)
    if (!best || one.gain / one.fact.burden > best.gain / best.fact.burden + ROUNDING) best = one
  return best
}

/** A fact whose answer can move the verdict. */
export interface Weighed {
  readonly fact: BooleanFact
  readonly bit: number
  /** How much its answer is expected to tell about the verdict that stands once all are answered, in nats. */
  readonly gain: number
  /** The chance that it is true, on what is known. */
  readonly chance: number
}

/**
 * Weighs the facts in `open` against each other, leaving out those whose answer no combination of the
 * others lets matter. Goes through all 2^n combinations under the mixture of kinds in interview.yaml.
 */
export function weighAnswers(knowledge: Knowledge, rules: LawRules, findings: Findings, open: number): Weighed[] {
  const bits = bitsIn(knowledge, open)
  const labels = verdictsOf(rules, findings, bits)
  const chances = combinations(knowledge, findings, bits)
  const whole = entropy(labels, chances, 0, 0)
  return bits.flatMap((bit, i) => {
    const fact = knowledge.booleans[bit]
    const mask = 1 << i
    if (!fact || labels.every((label, answers) => label === labels[answers ^ mask])) return []
    const gain = whole - entropy(labels, chances, mask, 0) - entropy(labels, chances, mask, mask)
    const chance = chances.reduce((sum, one, answers) => (answers & mask ? sum + one : sum), 0)
    return [{ fact, bit, gain, chance }]
  })
}

/** The verdict under each combination of answers, as its place among the labels. */
function verdictsOf(rules: LawRules, { yes, no }: Known, bits: readonly number[]): Uint8Array {
  return new Uint8Array(1 << bits.length).map((_, answers) => {
    let against = 0
    let all = 0
    for (const [i, bit] of bits.entries()) {
      all |= 1 << bit
      if (answers & (1 << i)) against |= 1 << bit
    }
    return verdictLabels.indexOf(decide(rules, { yes: yes | against, no: no | (all & ~against) }))
  })
}

/** The chance of each combination of answers, given what is known. */
function combinations(knowledge: Knowledge, findings: Findings, bits: readonly number[]): Float64Array {
  const { kinds, otherwise } = knowledge.interview
  const chances = new Float64Array(1 << bits.length)
  const one = new Float64Array(1 << bits.length)
  let total = 0
  for (const { weight, yes } of kinds) {
    const chance = knowledge.booleans.map(({ id }) => yes[id] ?? otherwise)
    const likelihood = chance.reduce((sofar, p, bit) => {
      if (findings.yes & (1 << bit)) return sofar * p
      return findings.no & (1 << bit) ? sofar * (1 - p) : sofar
    }, weight)
    one[0] = likelihood
    for (const [i, bit] of bits.entries()) {
      const p = chance[bit] ?? otherwise
      for (let answers = 0; answers < 1 << i; answers++) {
        const before = one[answers] ?? 0
        one[answers | (1 << i)] = before * p
        one[answers] = before * (1 - p)
      }
    }
    total += likelihood
    one.forEach((joint, answers) => {
      chances[answers] = (chances[answers] ?? 0) + joint
    })
  }
  return chances.map((chance) => chance / total)
}

/** Entropy of the label over the combinations in which `mask` reads `value`, times their chance. */
function entropy(labels: Uint8Array, chances: Float64Array, mask: number, value: number): number {
  const byLabel = new Float64Array(verdictLabels.length)
  let total = 0
  labels.forEach((label, answers) => {
    if ((answers & mask) !== value) return
    const chance = chances[answers] ?? 0
    byLabel[label] = (byLabel[label] ?? 0) + chance
    total += chance
  })
  let sum = 0
  for (const chance of byLabel) if (chance > 0) sum -= chance * Math.log(chance / total)
  return sum
}
