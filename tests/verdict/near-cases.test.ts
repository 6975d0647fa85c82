import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseRules } from '../../src/knowledge/knowledge.ts'
import type { OfferCase } from '../../src/knowledge/schema/offer-case.ts'
import { bitCount } from '../../src/knowledge/terms.ts'
import { likeCases } from '../../src/verdict/like-cases.ts'
import { anyKnown, anyLaw, bit, engine, knowledge } from '../ground.ts'

const { weigh } = knowledge
const bits = (...facts: readonly string[]) => facts.reduce((sum, fact) => sum | bit(fact), 0)
const [pattern] = knowledge.cases
const cn = knowledge.laws.get('cn')
if (!pattern || !cn) throw new Error('no case, or no law cn')

/** A case of the Mainland for these tests. */
const caseOf = (id: string, yes: number, no: number, changed: Partial<OfferCase> = {}): CaseRules => ({
  case: { ...pattern.case, id, law: 'cn', status: 'final', outcome: 'pyramid', ended: undefined, ...changed },
  yes,
  no,
})
const near = (cases: readonly CaseRules[], known: { yes: number; no: number }) =>
  likeCases({ ...knowledge, cases }, cn, known).map(({ case: { id } }) => id)

describe('a case is near only where', () => {
  test('what it shares tells more than what differs, among what decides and on the whole', () => {
    fc.assert(
      fc.property(anyKnown, anyLaw, (known, rules) => {
        for (const { shared, different } of likeCases(knowledge, rules, known)) {
          expect(weigh(shared & rules.facts)).toBeGreaterThan(weigh(different & rules.facts))
          expect(weigh(shared)).toBeGreaterThan(weigh(different))
        }
      }),
      { numRuns: 1000 },
    )
  })
  test('not all that is shared is outweighed by lures that differ', () => {
    const lures = bits('urgency', 'secrecy', 'borrow_money', 'fake_proof', 'passive_income', 'exaggerated_income')
    const far = caseOf('far', bit('real_product'), lures)
    expect(weigh(lures)).toBeGreaterThan(weigh(bit('real_product')))
    expect(near([far], { yes: bit('real_product') | lures, no: 0 })).toEqual([])
  })
  test('it shares as much as differs, it is not', () => {
    const fee = bit('entry_fee')
    expect(near([caseOf('even', fee, 0)], { yes: 0, no: fee })).toEqual([])
    expect(near([caseOf('nothing known', fee, 0)], { yes: 0, no: 0 })).toEqual([])
  })
})

test('of cases equally near, what an authority decided comes before what is told, and that before what is typical', () => {
  const yes = bits('entry_fee', 'pay_per_recruit', 'recruit_required')
  const typical = caseOf('typical', yes, 0, { status: 'archetype' })
  const told = caseOf('told', yes, 0, { status: 'told' })
  const decided = caseOf('decided', yes, 0)
  for (const cases of [
    [typical, told, decided],
    [decided, typical, told],
    [told, decided, typical],
  ])
    expect(near(cases, { yes, no: 0 })).toEqual(['decided', 'told'])
  expect(near([typical, told], { yes, no: 0 })).toEqual(['told', 'typical'])
})

describe('a like case that ended the other way', () => {
  const yes = bits('entry_fee', 'pay_per_recruit', 'recruit_required')
  const known = { yes, no: bit('multi_level') }
  const first = caseOf('first', yes, known.no)
  const second = caseOf('second', yes, known.no)
  const other = (id: string, shared: number, different: number) =>
    caseOf(id, shared, known.no | different, { outcome: 'not_pyramid' })
  test('is shown where one fact that decides is different', () => {
    const almost = other('almost', bits('entry_fee', 'pay_per_recruit'), bit('recruit_required'))
    expect(near([first, second, almost], known)).toEqual(['first', 'second', 'almost'])
  })
  test('is not shown where two are', () => {
    const apart = other('apart', bit('entry_fee'), bits('pay_per_recruit', 'recruit_required'))
    const wide = { yes: yes | bits('purchase_to_join', 'pay_on_downline_sales'), no: known.no }
    const same = (id: string) => caseOf(id, wide.yes, wide.no)
    const twoApart = { ...apart, yes: apart.yes | bits('purchase_to_join', 'pay_on_downline_sales') }
    expect(near([same('first'), same('second'), twoApart], wide)).toEqual(['first', 'second'])
  })
  test('is not shown where it shares no more than half of what is known', () => {
    const shared = caseOf('little', bit('entry_fee'), 0, { outcome: 'not_pyramid' })
    expect(weigh(bit('entry_fee'))).toBeLessThan(weigh(known.yes | known.no) / 2)
    expect(near([first, second, shared], known)).toEqual(['first', 'second'])
  })
  test('is shown whatever other kinds of facts are known of the offer', () => {
    fc.assert(
      fc.property(anyKnown, anyLaw, (some, rules) => {
        const [, , contrary] = likeCases(knowledge, rules, some)
        if (!contrary) return
        expect(bitCount(contrary.different & rules.facts)).toBeLessThanOrEqual(1)
        expect(weigh(contrary.shared)).toBeGreaterThan(weigh((some.yes | some.no) & ~contrary.shared))
      }),
      { numRuns: 1000 },
    )
  })
})

test('the mark of another fraud does not drive away the cases of a pyramid', () => {
  const facts = { entry_fee: true, pay_per_recruit: true, recruit_required: true }
  const ids = (marks: Readonly<Record<string, boolean>>) =>
    engine.judge({ law: 'cn', facts: { ...facts, ...marks } }).cases.map(({ id }) => id)
  expect(ids({ prepaid_task: true })[0]).toBe(ids({})[0])
})
