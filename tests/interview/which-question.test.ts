import { describe, expect, test } from 'vitest'
import { nextQuestion, stillTells, weighAnswers } from '../../src/interview/next-question.ts'
import type { LawRules } from '../../src/knowledge/knowledge.ts'
import type { Findings } from '../../src/verdict/findings.ts'
import { bit, knowledge, laws } from '../ground.ts'

const all = (...facts: readonly string[]) => facts.reduce((sofar, fact) => sofar | bit(fact), 0)
const known = (yes = 0, no = 0): Findings => ({ yes, no, uncertain: 0, contradictory: 0, numbers: {} })
const unasked = { once: 0, again: 0 }
const asks = (rules: LawRules, findings: Findings, asked = unasked) =>
  nextQuestion(knowledge, rules, findings, asked)?.fact.id
const isThreshold = (rules: LawRules, fact: string | undefined) =>
  fact !== undefined && (rules.facts & ~rules.otherFraud & bit(fact)) !== 0
const byLaw = laws.map((rules) => [rules.law.id, rules] as const)

describe.each(byLaw)('which question comes next: %s', (_, rules) => {
  const thresholds = rules.facts & ~rules.otherFraud
  const sound = all('real_product', 'retail_sales', 'refund', 'fair_price')

  test('after seven questions none, those about a contradiction counted', () => {
    const once = all('licensed', 'urgency', 'secrecy', 'borrow_money')
    const again = all('licensed', 'urgency')
    expect(asks(rules, known(), { once, again })).toBeDefined()
    expect(asks(rules, known(), { once, again: again | bit('secrecy') })).toBeUndefined()
  })

  test('who must pay first to get a loan is not asked about recruiting', () =>
    expect(asks(rules, known(bit('advance_fee')))).toBeUndefined())

  test('who was promised a return is, since such offers are often pyramids as well', () =>
    expect(isThreshold(rules, asks(rules, known(bit('investment_return'))))).toBe(true))

  test('and so is who must pay first and then bring others', () =>
    expect(asks(rules, known(all('advance_fee', 'recruit_required')))).toBe('pay_per_recruit'))

  test('where goods are sold fairly nobody is asked about other frauds, though one could still be found', () => {
    const findings = known(thresholds & sound, thresholds & ~sound)
    expect(weighAnswers(knowledge, rules, findings, rules.otherFraud)).not.toEqual([])
    expect(asks(rules, findings)).toBeUndefined()
  })

  test('a fee and nothing behind it may be an investment: that is asked', () => {
    const fee = thresholds & bit('entry_fee')
    expect(asks(rules, known(fee, thresholds & ~fee))).toBe('investment_return')
  })
})

describe.each(byLaw)('whether the answer to a question that was asked still matters: %s', (_, rules) => {
  const stillMatters = (fact: string, findings: Findings, once = bit(fact)) =>
    stillTells(knowledge, rules, findings, { once, again: 0 }, fact)

  test('it does while the verdict may turn on it, though it is asked already', () => {
    expect(stillMatters('recruit_required', known())).toBe(true)
    expect(stillMatters('investment_return', known())).toBe(true)
  })
  test('not once it is known', () =>
    expect(stillMatters('recruit_required', known(0, bit('recruit_required')))).toBe(false))
  test('not where the law does not ask for it', () => expect(stillMatters('urgency', known())).toBe(false))
  test('nor where the person could not tell what it would turn on', () =>
    expect(stillMatters('recruit_required', known(), rules.facts)).toBe(false))
})

describe('what tells as much', () => {
  const even = {
    ...knowledge,
    interview: { ...knowledge.interview, kinds: [{ id: 'any', weight: 1, yes: {} }], otherwise: 0.5 },
  }
  test.each(byLaw)('is asked in the order in which it is written: %s', (_, rules) => {
    const open = rules.facts & ~rules.otherFraud
    const weighed = weighAnswers(even, rules, known(), open)
    const worth = weighed.map(({ gain, fact }) => gain / fact.burden)
    const first = worth.findIndex((one) => one > Math.max(...worth) - 1e-9)
    expect(nextQuestion(even, rules, known(), unasked)?.fact).toBe(weighed[first]?.fact)
  })
})
