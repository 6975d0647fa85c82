import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate, type Known } from '../../src/knowledge/terms.ts'
import { decide } from '../../src/verdict/decide.ts'
import { type Evidence, evidence, findingsOf } from '../../src/verdict/findings.ts'
import { judge } from '../../src/verdict/judge.ts'
import { InputError, judgeFacts } from '../../src/verdict/judge-facts.ts'
import { anyKnown, anyLaw, bit, knowledge } from '../ground.ts'

const unasked = { uncertain: 0, contradictory: 0, numbers: {} }
const judged = (facts: Readonly<Record<string, boolean>>, numbers: Readonly<Record<string, number>> = {}, law = 'cn') =>
  judgeFacts(knowledge, { law, facts, numbers })
const named = ({ yes, no }: Known, facts: readonly string[]): Known => {
  const mask = facts.reduce((bits, fact) => bits | bit(fact), 0)
  return { yes: yes & mask, no: no & mask }
}
const pyramid = { entry_fee: true, pay_per_recruit: true, recruit_required: true }

describe('the elements of an answer', () => {
  test('stand as the law defines them, each for reasons that by themselves make it stand so', () => {
    fc.assert(
      fc.property(anyKnown, anyLaw, (known, rules) => {
        const { elements } = judge(knowledge, rules, { ...known, ...unasked })
        expect(elements).toHaveLength(rules.elements.length)
        for (const [i, { element, terms }] of rules.elements.entries()) {
          const told = elements[i]
          if (!told) throw new Error(`${element.id} is not told`)
          expect([told.id, told.citations]).toEqual([element.id, element.citations])
          if (terms === 'authority') expect([told.state, told.because]).toEqual(['open', []])
          else {
            expect(told.state).toBe(evaluate(terms, known))
            expect(evaluate(terms, named(known, told.because))).toBe(told.state)
            for (const one of told.because)
              expect(
                evaluate(
                  terms,
                  named(
                    known,
                    told.because.filter((other) => other !== one),
                  ),
                ),
              ).not.toBe(told.state)
            if (told.state === 'open') expect(told.because).toEqual([])
          }
        }
      }),
      { numRuns: 500 },
    )
  })
  test('what is left to the authority stays open, and nothing is said to speak for it', () => {
    const open = judged(pyramid).elements.find(({ because, state }) => state === 'open' && because.length === 0)
    expect(open?.citations.length).toBeGreaterThan(0)
  })
})

describe('the warnings beside a verdict', () => {
  test('are those whose conditions are met, and no other', () => {
    fc.assert(
      fc.property(anyKnown, anyLaw, (known, rules) => {
        const met = knowledge.warnings.flatMap(({ terms, warning }) =>
          evaluate(terms, known) === 'met' ? [warning.id] : [],
        )
        expect(judge(knowledge, rules, { ...known, ...unasked }).warnings).toEqual(met)
      }),
    )
  })
  test('of stock that the member carries, and none of an offer about which nothing is known', () => {
    expect(judged({ stock_risk: true }).warnings).not.toEqual([])
    expect(judged({}).warnings).toEqual([])
  })
})

describe('what an answer cites', () => {
  test('is the threshold it rests on, the mark of the fraud, or why it is none; then every element that is met; once each', () => {
    fc.assert(
      fc.property(anyKnown, anyLaw, (known, rules) => {
        const { law } = rules
        const answer = judge(knowledge, rules, { ...known, ...unasked })
        const outside = rules.scope !== undefined && evaluate(rules.scope, known) === 'not_met'
        const own = {
          pyramid: law.thresholds.pyramid.citations,
          grey: law.thresholds.grey.citations,
          other_fraud: [
            ...law.other_fraud.flatMap(({ fact, citations }) => (answer.rests_on.includes(fact) ? citations : [])),
            ...law.thresholds.pyramid.citations,
          ],
          not_pyramid: outside ? law.scope.citations : law.not_pyramid.citations,
          unclear: law.unclear.citations,
        }[answer.verdict]
        const all = [...own, ...answer.elements.flatMap(({ state, citations }) => (state === 'met' ? citations : []))]
        const texts = all.map((one) => JSON.stringify(one))
        expect(answer.citations.map((one) => JSON.stringify(one))).toEqual([...new Set(texts)])
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the criminal storey on the Mainland: 30 people and 3 levels', () => {
  test.each([
    ['nothing is known of numbers', {}, 'open'],
    ['one of the two is known and reaches', { headcount: 30 }, 'open'],
    ['both reach exactly', { headcount: 30, levels: 3 }, 'met'],
    ['both are far beyond', { headcount: 900, levels: 9 }, 'met'],
    ['too few people', { headcount: 29, levels: 3 }, 'not_met'],
    ['too few levels', { headcount: 30, levels: 2 }, 'not_met'],
    ['too few people, and levels not known', { headcount: 29 }, 'not_met'],
  ] as const)('where the plan is a pyramid: %s', (_, numbers, state) =>
    expect(judged(pyramid, numbers).crime).toBe(state),
  )
  test('is not met where the plan is none, and open where that is', () => {
    const none = { entry_fee: false, purchase_to_join: false, pay_per_recruit: false, pay_on_downline_sales: false }
    expect(judged(none, { headcount: 30, levels: 3 }).crime).toBe('not_met')
    expect(judged({}, { headcount: 30, levels: 3 }).crime).toBe('open')
    expect(judged({}, { headcount: 2, levels: 3 }).crime).toBe('not_met')
  })
})

describe('how settled an answer is', () => {
  test('settled where nothing open could change it, else open', () => {
    expect(judged(pyramid).determinacy).toBe('settled')
    expect(judged({ entry_fee: true }).determinacy).toBe('open')
  })
  test('a contradiction about what decides nothing is none', () => {
    const rules = knowledge.laws.get('cn')
    if (!rules) throw new Error('no law cn')
    const aside = { yes: 0, no: 0, uncertain: 0, numbers: {} }
    expect(judge(knowledge, rules, { ...aside, contradictory: bit('urgency') }).determinacy).toBe('open')
    expect(judge(knowledge, rules, { ...aside, contradictory: bit('entry_fee') }).determinacy).toBe('contradictory')
  })
})

describe('what is asked for and is not there', () => {
  const message = (input: Parameters<typeof judgeFacts>[1]) => {
    try {
      judgeFacts(knowledge, input)
    } catch (error) {
      if (error instanceof InputError) return `${error.name}: ${error.message}`
    }
    return undefined
  }
  test('is named, with what there is', () => {
    expect(message({ law: 'atlantis', facts: {} })).toBe(
      `InputError: there is no law "atlantis" here; expected one of: ${[...knowledge.laws.keys()].join(', ')}`,
    )
    expect(message({ law: 'cn', facts: { luck: true } })).toBe(
      `InputError: there is no fact "luck"; expected one of: ${[...knowledge.bitOf.keys()].join(', ')}`,
    )
    expect(message({ law: 'cn', facts: {}, numbers: { luck: 1 } })).toMatch(
      /^InputError: there is no number "luck"; expected one of: (?=.*levels)(?=.*headcount)[a-z_]+(?:, [a-z_]+)*$/,
    )
    expect(message({ law: 'cn', facts: {}, numbers: { entry_fee: 1 } })).toContain('there is no number "entry_fee"')
    expect(message({ law: 'cn', facts: {}, numbers: { levels: 1 } })).toBeUndefined()
  })
})

describe('findings', () => {
  const said = (fact: string, value: boolean, source: Evidence['source'] = 'answer'): Evidence => ({
    fact,
    value,
    source,
    quote: '',
    start: 0,
    end: 0,
  })
  const bits = (evidence: readonly Evidence[], unknown: readonly string[] = []) =>
    findingsOf(knowledge, evidence, unknown, {})
  const [fee, urgency] = [bit('entry_fee'), bit('urgency')]

  test('a fact on which both sides count is contradictory, and neither yes, no nor uncertain', () => {
    const both = [said('entry_fee', true), said('entry_fee', false)]
    expect(bits(both, ['entry_fee'])).toEqual({ yes: 0, no: 0, uncertain: 0, contradictory: fee, numbers: {} })
  })
  test('what the user cannot tell is uncertain as long as nothing else tells it', () => {
    expect(bits([], ['entry_fee', 'urgency'])).toMatchObject({ yes: 0, no: 0, uncertain: fee | urgency })
    expect(bits([said('entry_fee', true)], ['entry_fee', 'urgency'])).toMatchObject({ yes: fee, uncertain: urgency })
    expect(bits([said('entry_fee', false)], ['entry_fee', 'urgency'])).toMatchObject({ no: fee, uncertain: urgency })
  })
  test('a fact that knowledge does not have counts for nothing', () => {
    expect(bits([said('luck', true), said('luck', false)])).toMatchObject({ yes: 0, no: 0, contradictory: 0 })
  })
  test('what is kept of evidence is checked by its form', () => {
    const whole = { ...said('entry_fee', true, 'claim'), amount: 1, currency: 'CNY', number: 3, part: 1, speaker: 2 }
    const seen = { ...whole, picture: 1, line: 4 }
    expect(evidence.parse(seen)).toEqual(seen)
    for (const source of ['answer', 'account', 'claim'] as const)
      expect(evidence.safeParse({ ...whole, source }).success).toBe(true)
    for (const wrong of [{ source: '' }, { source: 'rumour' }, { fact: 1 }, { value: 'yes' }, { start: undefined }])
      expect(evidence.safeParse({ ...whole, ...wrong }).success, JSON.stringify(wrong)).toBe(false)
  })
})

test('a verdict is asked of the thresholds in one order: pyramid, other fraud, grey', () => {
  const fraud = { prepaid_task: true }
  expect(judged({ ...pyramid, ...fraud }).verdict).toBe('pyramid')
  expect(judged({ entry_fee: true, pay_per_recruit: true, ...fraud }).verdict).toBe('other_fraud')
  expect(judged({ entry_fee: true, pay_per_recruit: true }).verdict).toBe('grey')
  const rules = knowledge.laws.get('cn')
  expect(rules && decide(rules, { yes: 0, no: 0 })).toBe('unclear')
})
