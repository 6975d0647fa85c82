import type { BooleanFact, Knowledge, LawRules } from '../knowledge/knowledge.ts'
import { verdictLabels } from '../knowledge/schema.ts'
import { bitCount } from '../knowledge/terms.ts'
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
 * A contradiction that matters comes first; then `prefer` (proxies of what the user could not tell);
 * then the fact with the largest expected drop in uncertainty about the verdict per burden.
 */
export function nextQuestion(
  knowledge: Knowledge,
  rules: LawRules,
  findings: Findings,
  asked: Asked,
  prefer: readonly string[] = [],
): Question | undefined {
  const { booleans, interview } = knowledge
  if (bitCount(asked.once) + bitCount(asked.again) >= interview.most_questions) return undefined
  const settled = findings.yes | findings.no
  const askable = rules.facts & ~settled & ~(asked.again | (asked.once & ~findings.contradictory))
  const candidates = booleans.flatMap((fact, bit) => (askable & (1 << bit) ? [{ fact, bit }] : []))
  const gains = expectedGains(
    knowledge,
    rules,
    findings,
    candidates.map(({ bit }) => bit),
  )
  const powerful = candidates.flatMap(({ fact, bit }, i) => {
    const gain = gains[i]
    return gain === undefined ? [] : [{ fact, contradiction: (findings.contradictory & (1 << bit)) !== 0, gain }]
  })
  const contradiction = powerful.find(({ contradiction }) => contradiction)
  const preferred = powerful.find(({ fact }) => prefer.includes(fact.id))
  let best = contradiction ?? preferred
  if (!best)
    for (const one of powerful)
      if (!best || one.gain / one.fact.burden > best.gain / best.fact.burden + 1e-12) best = one
  return best && { fact: best.fact, contradiction: best.contradiction }
}

/**
 * For each bit, how much its answer is expected to tell about the verdict that would stand once all of
 * `bits` were answered, in nats; undefined where no combination of the other answers lets it matter.
 * Weighs all 2^n combinations under the mixture of kinds in interview.yaml.
 */
export function expectedGains(
  knowledge: Knowledge,
  rules: LawRules,
  findings: Findings,
  bits: readonly number[],
): (number | undefined)[] {
  const size = 1 << bits.length
  const labels = new Uint8Array(size)
  for (let answers = 0; answers < size; answers++) {
    let yes = findings.yes
    let no = findings.no
    for (const [i, bit] of bits.entries())
      if (answers & (1 << i)) yes |= 1 << bit
      else no |= 1 << bit
    labels[answers] = verdictLabels.indexOf(decide(rules, { yes, no }))
  }
  const chances = combinations(knowledge, findings, bits)
  const whole = entropy(labels, chances, 0, 0)
  return bits.map((_, i) => {
    const mask = 1 << i
    let matters = false
    for (let answers = 0; answers < size && !matters; answers++) matters = labels[answers] !== labels[answers ^ mask]
    return matters ? whole - entropy(labels, chances, mask, 0) - entropy(labels, chances, mask, mask) : undefined
  })
}

/** The chance of each combination of answers, given what is known. */
function combinations(knowledge: Knowledge, findings: Findings, bits: readonly number[]): Float64Array {
  const { kinds, otherwise } = knowledge.interview
  const chances = new Float64Array(1 << bits.length)
  const one = new Float64Array(1 << bits.length)
  let total = 0
  for (const { weight, yes } of kinds) {
    const chance = (bit: number) => yes[knowledge.booleans[bit]?.id ?? ''] ?? otherwise
    let likelihood = weight
    for (let bit = 0; bit < knowledge.booleans.length; bit++)
      if (findings.yes & (1 << bit)) likelihood *= chance(bit)
      else if (findings.no & (1 << bit)) likelihood *= 1 - chance(bit)
    one[0] = likelihood
    for (const [i, bit] of bits.entries()) {
      const p = chance(bit)
      for (let answers = 0; answers < 1 << i; answers++) {
        const before = one[answers] ?? 0
        one[answers | (1 << i)] = before * p
        one[answers] = before * (1 - p)
      }
    }
    total += likelihood
    for (let answers = 0; answers < chances.length; answers++)
      chances[answers] = (chances[answers] ?? 0) + (one[answers] ?? 0)
  }
  return total > 0 ? chances.map((chance) => chance / total) : chances
}

/** Entropy of the label over the combinations in which `mask` reads `value`, times their chance. */
function entropy(labels: Uint8Array, chances: Float64Array, mask: number, value: number): number {
  const byLabel = new Float64Array(verdictLabels.length)
  let total = 0
  for (let answers = 0; answers < labels.length; answers++) {
    if ((answers & mask) !== value) continue
    const chance = chances[answers] ?? 0
    const label = labels[answers] ?? 0
    byLabel[label] = (byLabel[label] ?? 0) + chance
    total += chance
  }
  let sum = 0
  for (const chance of byLabel) if (chance > 0) sum -= chance * Math.log(chance / total)
  return sum
}
