import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bitCount, holds } from '../../src/knowledge/terms.ts'
import { isOutside } from '../../src/verdict/decide.ts'
import { judge } from '../../src/verdict/judge.ts'
import { because, restsOn } from '../../src/verdict/reasons.ts'
import { anyLaw, anyTruth, bit, knowledge, laws } from '../ground.ts'

const nothing = { yes: 0, no: 0 }
const unasked = { uncertain: 0, contradictory: 0, numbers: {} }

describe('of several reasons that would do', () => {
  test('the one of the fewest facts is told, of equals the one the law names first', () => {
    fc.assert(
      fc.property(anyTruth, anyLaw, (truth, rules) => {
        for (const [verdict, terms] of [
          ['pyramid', rules.pyramid],
          ['grey', rules.grey],
        ] as const) {
          const sizes = terms.map((term) => (holds(term, truth) ? bitCount(term.yes | term.no) : Number.NaN))
          const least = Math.min(...sizes.filter((size) => !Number.isNaN(size)))
          const first = terms[sizes.indexOf(least)]
          expect(restsOn(rules, truth, verdict)).toBe(first ? first.yes | first.no : 0)
        }
      }),
      { numRuns: 1000 },
    )
  })
  test('of several marks of other frauds one is told', () => {
    for (const rules of laws) expect(bitCount(restsOn(rules, { yes: rules.otherFraud, no: 0 }, 'other_fraud'))).toBe(1)
  })
})

test('an expression that is open, and a verdict that is, rest on nothing', () => {
  for (const rules of laws) {
    expect(because(rules.pyramid, nothing)).toEqual(nothing)
    expect(restsOn(rules, nothing, 'unclear')).toBe(0)
    expect(restsOn(rules, nothing, 'pyramid')).toBe(0)
    expect(restsOn(rules, nothing, 'not_pyramid')).toBe(0)
  }
})

test('why a plan is none is told from facts on one side alone as well', () => {
  const rules = knowledge.laws.get('cn')
  if (!rules) throw new Error('no law cn')
  const denied = { yes: 0, no: bit('entry_fee') | bit('purchase_to_join') }
  const price = because(
    [
      { yes: bit('entry_fee'), no: 0 },
      { yes: bit('purchase_to_join'), no: 0 },
    ],
    denied,
  )
  expect(price).toEqual(denied)
  const shown = { yes: bit('real_product'), no: 0 }
  expect(because([{ yes: 0, no: bit('real_product') }], shown)).toEqual(shown)
})

test('where a law reaches every plan, nothing is outside it, and no verdict cites a scope', () => {
  const unbounded = laws.filter(({ scope }) => scope === undefined)
  expect(unbounded.length).toBeGreaterThan(0)
  for (const rules of unbounded) {
    const none = { yes: 0, no: 2 ** knowledge.booleans.length - 1 }
    expect(isOutside(rules, none)).toBe(false)
    const { verdict, citations } = judge(knowledge, rules, { ...none, ...unasked })
    if (verdict === 'not_pyramid') expect(citations).toEqual([...rules.law.not_pyramid.citations])
  }
})
