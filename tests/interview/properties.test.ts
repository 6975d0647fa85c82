import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Asked, nextQuestion, weighAnswers } from '../../src/interview/next-question.ts'
import type { LawRules } from '../../src/knowledge/knowledge.ts'
import type { Known } from '../../src/knowledge/terms.ts'
import { decide } from '../../src/verdict/decide.ts'
import type { Findings } from '../../src/verdict/findings.ts'
import { anyLaw, anyTruth, bit, knowledge, laws } from '../ground.ts'

interface Ended {
  readonly findings: Findings
  readonly asked: readonly string[]
}

const nothing: Findings = { yes: 0, no: 0, uncertain: 0, contradictory: 0, numbers: {} }

/** Someone who knows the truth answers, except about the facts in `doubts`. */
function interview(
  rules: LawRules,
  truth: Known,
  doubts: number,
  watch?: (findings: Findings, asked: Asked, fact: string) => void,
): Ended {
  let findings = nothing
  const asked: string[] = []
  for (;;) {
    const bits: Asked = { once: asked.reduce((sofar, fact) => sofar | bit(fact), 0), again: 0 }
    const question = nextQuestion(knowledge, rules, findings, bits)
    if (!question) return { findings, asked }
    const mask = bit(question.fact.id)
    watch?.(findings, bits, question.fact.id)
    asked.push(question.fact.id)
    if (doubts & mask) findings = { ...findings, uncertain: findings.uncertain | mask }
    else if (truth.yes & mask) findings = { ...findings, yes: findings.yes | mask }
    else findings = { ...findings, no: findings.no | mask }
  }
}

/** What is known, with the facts at these places decided by the bits of `n`. */
function filled(known: Known, places: readonly number[], n: number): Known {
  let { yes, no } = known
  for (const [i, place] of places.entries())
    if (n & (1 << i)) yes |= 1 << place
    else no |= 1 << place
  return { yes, no }
}

const anyDoubts = fc.integer({ min: 0, max: 2 ** knowledge.booleans.length - 1 })

describe('the interview', () => {
  test('ends after at most seven questions, none asked twice', () => {
    fc.assert(
      fc.property(anyLaw, anyTruth, anyDoubts, (rules, truth, doubts) => {
        const { asked } = interview(rules, truth, doubts)
        expect(asked.length).toBeLessThanOrEqual(knowledge.interview.most_questions)
        expect(new Set(asked).size).toBe(asked.length)
      }),
    )
  })

  test('asks no fact that is settled, or whose answer could not move the verdict', () => {
    fc.assert(
      fc.property(anyLaw, anyTruth, anyDoubts, (rules, truth, doubts) => {
        interview(rules, truth, doubts, (findings, asked, fact) => {
          expect((findings.yes | findings.no) & bit(fact)).toBe(0)
          const open = knowledge.booleans
            .map((_, place) => place)
            .filter((place) => rules.facts & ~(findings.yes | findings.no | asked.once) & (1 << place))
          const others = open.filter((place) => 1 << place !== bit(fact))
          const canMove = Array.from({ length: 2 ** others.length }, (_, n) => {
            const known = filled(findings, others, n)
            return (
              decide(rules, { ...known, yes: known.yes | bit(fact) }) !==
              decide(rules, { ...known, no: known.no | bit(fact) })
            )
          })
          expect(canMove).toContain(true)
        })
      }),
      { numRuns: 50 },
    )
  })

  test('with every answer known it ends in the verdict that all the facts give, but for unlikely other frauds', () => {
    fc.assert(
      fc.property(anyLaw, anyTruth, (rules, truth) => {
        const { findings } = interview(rules, truth, 0)
        const withoutFraud = { yes: truth.yes & ~rules.otherFraud, no: truth.no | rules.otherFraud }
        const found = findings.yes & rules.otherFraud
        expect(decide(rules, findings)).toBe(decide(rules, found ? truth : withoutFraud))
      }),
    )
  })

  test('a mark of another fraud that is likely on what is known is asked about', () => {
    for (const rules of laws)
      for (const kind of knowledge.interview.kinds) {
        const marks = knowledge.booleans.filter(({ id }) => rules.otherFraud & bit(id) && (kind.yes[id] ?? 0) > 0.9)
        const told = Object.entries(kind.yes).filter(([id]) => (rules.facts & bit(id)) === 0)
        const yes = told.reduce((sofar, [id, p]) => (p > 0.5 ? sofar | bit(id) : sofar), 0)
        const no = told.reduce(
          (sofar, [id, p]) => (p <= 0.2 ? sofar | bit(id) : sofar),
          rules.facts & ~rules.otherFraud,
        )
        const asked: string[] = []
        for (let denied = no; ; ) {
          const question = nextQuestion(knowledge, rules, { ...nothing, yes, no: denied }, { once: 0, again: 0 })
          if (!question) break
          asked.push(question.fact.id)
          denied |= bit(question.fact.id)
        }
        for (const { id } of marks) expect(asked).toContain(id)
      }
  })

  test('a contradiction that matters is asked about first, and once', () => {
    for (const rules of laws) {
      const findings: Findings = { yes: 0, no: 0, uncertain: 0, contradictory: bit('recruit_required'), numbers: {} }
      const first = nextQuestion(knowledge, rules, findings, { once: bit('recruit_required'), again: 0 })
      expect(first).toMatchObject({ fact: { id: 'recruit_required' }, contradiction: true })
      const second = nextQuestion(knowledge, rules, findings, {
        once: bit('recruit_required'),
        again: bit('recruit_required'),
      })
      expect(second?.fact.id).not.toBe('recruit_required')
    }
  })

  test('what the user cannot tell is approached by its proxy', () => {
    const tried = new Set<string>()
    for (const rules of laws)
      for (const { id, proxies } of knowledge.booleans) {
        const near = proxies.filter((proxy) => rules.facts & ~rules.otherFraud & bit(proxy))
        if ((rules.facts & ~rules.otherFraud & bit(id)) === 0 || near.length === 0) continue
        const findings: Findings = { yes: 0, no: 0, uncertain: bit(id), contradictory: 0, numbers: {} }
        const next = nextQuestion(knowledge, rules, findings, { once: bit(id), again: 0 }, proxies)
        expect(near, `${rules.law.id}: ${id}`).toContain(next?.fact.id)
        tried.add(rules.law.id)
      }
    expect(tried.size).toBe(laws.length)
  })

  test('asks hardly more, on average, than the best possible order of questions', () => {
    for (const rules of laws) {
      const { greedy, best } = costs(rules)
      expect(greedy / best).toBeLessThan(1.1)
    }
  })
})

/**
 * The expected number of questions until the thresholds are decided, under the priors: of the interview as it is, and of the best policy, found by going through them all.
 */
function costs(whole: LawRules): { greedy: number; best: number } {
  const rules = { ...whole, otherFraud: 0, facts: whole.facts & ~whole.otherFraud }
  const places = knowledge.booleans.map((_, place) => place).filter((place) => rules.facts & (1 << place))
  const { kinds, otherwise } = knowledge.interview
  const chance = (known: Known): number =>
    kinds.reduce((sum, { weight, yes }) => {
      const product = places.reduce((sofar, place) => {
        const p = yes[knowledge.booleans[place]?.id ?? ''] ?? otherwise
        return sofar * (known.yes & (1 << place) ? p : known.no & (1 << place) ? 1 - p : 1)
      }, weight)
      return sum + product
    }, 0)
  const unasked = { uncertain: 0, contradictory: 0, numbers: {} }
  const best = new Map<string, number>()
  const bestCost = (known: Known): number => {
    const key = `${known.yes}/${known.no}`
    const found = best.get(key)
    if (found !== undefined) return found
    const open = places.filter((place) => ((known.yes | known.no) & (1 << place)) === 0)
    const bits = open.reduce((sofar, place) => sofar | (1 << place), 0)
    const matter = weighAnswers(knowledge, rules, { ...known, ...unasked }, bits).map(({ bit }) => bit)
    const cost =
      matter.length === 0 ? 0 : chance(known) + Math.min(...matter.map((place) => after(known, place, bestCost)))
    best.set(key, cost)
    return cost
  }
  const greedyCost = (known: Known): number => {
    const question = nextQuestion(knowledge, rules, { ...known, ...unasked }, { once: 0, again: 0 })
    return question ? chance(known) + after(known, knowledge.bitOf.get(question.fact.id) ?? 0, greedyCost) : 0
  }
  const after = (known: Known, place: number, cost: (known: Known) => number) =>
    cost({ yes: known.yes | (1 << place), no: known.no }) + cost({ yes: known.yes, no: known.no | (1 << place) })
  const nothing = { yes: 0, no: 0 }
  return { greedy: greedyCost(nothing), best: bestCost(nothing) }
}
