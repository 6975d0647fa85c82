import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileLaw } from '../../src/knowledge/compile.ts'
import type { LawRules } from '../../src/knowledge/knowledge.ts'
import { evaluate, literals } from '../../src/knowledge/terms.ts'
import { decide, isOutside } from '../../src/verdict/decide.ts'
import { judge } from '../../src/verdict/judge.ts'
import { anyKnown, anyTruth, knowledge, laws } from '../ground.ts'

const unasked = { uncertain: 0, contradictory: 0, numbers: {} }
/** The law with its thresholds alone. */
const unbounded = ({ law }: LawRules): LawRules =>
  compileLaw({ ...law, scope: { says: law.scope.says, citations: law.scope.citations } }, knowledge.bitOf)

describe('which plans a law reaches', () => {
  const bounded = laws.filter(({ scope }) => scope !== undefined)
  test('Taiwan and Singapore reach only plans in levels', () =>
    expect(bounded.map(({ law }) => law.id)).toEqual(['sg', 'tw']))

  for (const rules of bounded) {
    const { law, scope = [] } = rules
    test(`${law.id}: outside it nothing matches, and the answer cites the scope`, () => {
      const outside = literals(scope).yes
      fc.assert(
        fc.property(anyTruth, (truth) => {
          const known = { yes: truth.yes & ~outside & ~rules.otherFraud, no: truth.no | outside | rules.otherFraud }
          expect(isOutside(rules, known)).toBe(true)
          const answer = judge(knowledge, rules, { ...known, ...unasked })
          expect(answer.verdict).toBe('not_pyramid')
          expect(answer.citations).toEqual(expect.arrayContaining([...law.scope.citations]))
        }),
      )
    })

    test(`${law.id}: inside it the thresholds alone decide`, () => {
      const free = unbounded(rules)
      fc.assert(
        fc.property(anyKnown, (known) => {
          const inside = { yes: known.yes | literals(scope).yes, no: known.no & ~literals(scope).yes }
          expect(evaluate(scope, inside)).toBe('met')
          expect(decide(rules, inside)).toBe(decide(free, inside))
        }),
      )
    })
  }
})

describe('a defence', () => {
  test('stands only on positive evidence, and never makes a verdict graver', () => {
    for (const rules of laws)
      for (const { defence, terms } of rules.defences) {
        expect(evaluate(terms, { yes: 0, no: 0 }), `${rules.law.id} ${defence.id}`).toBe('open')
        const [term] = terms
        if (!term) throw new Error(`${defence.id} can never be met`)
        fc.assert(
          fc.property(anyTruth, (truth) => {
            const gravity = ['not_pyramid', 'grey', 'other_fraud', 'pyramid']
            const better = {
              yes: (truth.yes | term.yes) & ~term.no,
              no: (truth.no | term.no) & ~term.yes,
            }
            expect(gravity.indexOf(decide(rules, better))).toBeLessThanOrEqual(gravity.indexOf(decide(rules, truth)))
          }),
          { numRuns: 200 },
        )
      }
  })
})
