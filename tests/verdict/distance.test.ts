import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Known } from '../../src/knowledge/terms.ts'
import { distance } from '../../src/verdict/distance.ts'
import { anyKnown, bit, knowledge } from '../ground.ts'

const { telling, weigh, booleans } = knowledge
const far = (a: Known, b: Known) => distance(weigh, a, b)
const everything = 2 ** booleans.length - 1

describe('the distance between two offers is a metric', () => {
  test('every fact tells something, so that no difference is free', () => {
    expect(telling).toHaveLength(booleans.length)
    for (const [at, { id }] of booleans.entries()) expect(telling[at], id).toBeGreaterThan(0)
  })
  test('it is 0 from an offer to itself and to no other', () => {
    fc.assert(
      fc.property(anyKnown, anyKnown, (a, b) => {
        expect(far(a, a)).toBe(0)
        expect(far(a, b) === 0).toBe(a.yes === b.yes && a.no === b.no)
      }),
    )
  })
  test('it is the same both ways', () => {
    fc.assert(fc.property(anyKnown, anyKnown, (a, b) => far(a, b) === far(b, a)))
  })
  test('no way round is shorter', () => {
    fc.assert(
      fc.property(anyKnown, anyKnown, anyKnown, (a, b, c) => {
        expect(far(a, c)).toBeLessThanOrEqual(far(a, b) + far(b, c) + 1e-9)
      }),
      { numRuns: 3000 },
    )
  })
  test('from an offer to its opposite it is everything that the facts tell', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: everything }), (yes) => {
        const no = everything & ~yes
        expect(far({ yes, no }, { yes: no, no: yes })).toBeCloseTo(weigh(everything))
      }),
    )
  })
})

describe('how telling a fact is', () => {
  const of = (fact: string) => weigh(bit(fact))
  test('what makes a pyramid scheme tells more than how it is talked up', () => {
    const plan = ['entry_fee', 'recruit_required', 'pay_per_recruit', 'pay_on_downline_sales', 'multi_level']
    const lure = ['urgency', 'secrecy', 'borrow_money', 'fake_proof', 'passive_income']
    expect(Math.min(...plan.map(of))).toBeGreaterThan(Math.max(...lure.map(of)))
  })
  test('several facts tell what they tell one by one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: everything }), (bits) => {
        const each = booleans.map((_, at) => (bits & (1 << at) ? (telling[at] ?? 0) : 0))
        expect(weigh(bits)).toBeCloseTo(each.reduce((sum, one) => sum + one, 0))
      }),
    )
  })
})
