import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LawRules } from '../../src/knowledge/knowledge.ts'
import type { VerdictLabel } from '../../src/knowledge/schema/verdict-label.ts'
import { type Known, literals } from '../../src/knowledge/terms.ts'
import { decide, isSettled } from '../../src/verdict/decide.ts'
import { type Evidence, findingsOf } from '../../src/verdict/findings.ts'
import { judge } from '../../src/verdict/judge.ts'
import { anyKnown, anyLaw, anyTruth, bit, knowledge } from '../ground.ts'

const unasked = { uncertain: 0, contradictory: 0, numbers: {} }
const gravity: readonly VerdictLabel[] = ['not_pyramid', 'grey', 'other_fraud', 'pyramid']

/** Facts and the value that speaks against the offer under a law. */
const incriminating = (rules: LawRules): Known => {
  const { yes, no } = literals([...rules.pyramid, ...rules.grey])
  return { yes: yes | rules.otherFraud, no }
}

const anyEvidence: fc.Arbitrary<Evidence> = fc.record({
  fact: fc.constantFrom(...knowledge.booleans.map(({ id }) => id)),
  value: fc.boolean(),
  source: fc.constantFrom('answer' as const, 'account' as const, 'claim' as const),
  quote: fc.string({ maxLength: 5 }),
  start: fc.constant(0),
  end: fc.constant(0),
})

describe('the verdict', () => {
  test('is the same for any order of the same evidence', () => {
    const shuffled = fc
      .array(anyEvidence, { maxLength: 12 })
      .chain((evidence) =>
        fc.tuple(
          fc.constant(evidence),
          fc.shuffledSubarray(evidence, { minLength: evidence.length, maxLength: evidence.length }),
        ),
      )
    fc.assert(
      fc.property(shuffled, anyLaw, ([one, other], rules) => {
        const verdict = (evidence: readonly Evidence[]) =>
          judge(knowledge, rules, findingsOf(knowledge, evidence, [], {}))
        expect(verdict(other)).toEqual(verdict(one))
      }),
    )
  })

  test('is never softened by more incrimination', () => {
    fc.assert(
      fc.property(anyTruth, anyTruth, anyLaw, (truth, extra, rules) => {
        const against = incriminating(rules)
        const worse = {
          yes: (truth.yes | (extra.yes & against.yes)) & ~(extra.yes & against.no),
          no: (truth.no | (extra.yes & against.no)) & ~(extra.yes & against.yes),
        }
        expect(gravity.indexOf(decide(rules, worse))).toBeGreaterThanOrEqual(gravity.indexOf(decide(rules, truth)))
      }),
      { numRuns: 2000 },
    )
  })

  test('once settled never flips on learning an open fact, and while not settled some completion flips it', () => {
    fc.assert(
      fc.property(anyKnown, anyTruth, anyLaw, (known, truth, rules) => {
        const open = ~(known.yes | known.no)
        const completed = { yes: known.yes | (truth.yes & open), no: known.no | (truth.no & open) }
        if (isSettled(rules, known)) expect(decide(rules, completed)).toBe(decide(rules, known))
        const facts = knowledge.booleans.map((_, i) => 1 << i).filter((mask) => rules.facts & open & mask)
        const completions = Array.from({ length: 2 ** facts.length }, (_, n) => {
          const chosen = facts.reduce((bits, mask, i) => (n & (1 << i) ? bits | mask : bits), 0)
          return { yes: known.yes | chosen, no: known.no | (rules.facts & open & ~chosen) }
        })
        expect(isSettled(rules, known)).toBe(new Set(completions.map((one) => decide(rules, one))).size === 1)
      }),
      { numRuns: 300 },
    )
  })

  test('rests on a minimal set: with these facts alone it stands, without any one of them it does not', () => {
    fc.assert(
      fc.property(anyKnown, anyLaw, (known, rules) => {
        const answer = judge(knowledge, rules, { ...known, ...unasked })
        const restsOn = answer.rests_on.map(bit)
        const only = (bits: readonly number[]): Known => {
          const mask = bits.reduce((sofar, one) => sofar | one, 0)
          return { yes: known.yes & mask, no: known.no & mask }
        }
        expect(decide(rules, only(restsOn))).toBe(answer.verdict)
        for (const dropped of restsOn)
          expect(decide(rules, only(restsOn.filter((one) => one !== dropped)))).not.toBe(answer.verdict)
      }),
      { numRuns: 2000 },
    )
  })

  test('names exactly the open facts that alone flip it, and what it flips to', () => {
    fc.assert(
      fc.property(anyKnown, anyLaw, (known, rules) => {
        const answer = judge(knowledge, rules, { ...known, ...unasked })
        const flips = knowledge.booleans.flatMap(({ id }) =>
          (known.yes | known.no) & bit(id)
            ? []
            : [true, false].flatMap((value) => {
                const verdict = decide(
                  rules,
                  value ? { ...known, yes: known.yes | bit(id) } : { ...known, no: known.no | bit(id) },
                )
                return verdict === answer.verdict ? [] : [{ fact: id, if: value, verdict }]
              }),
        )
        expect(answer.open).toEqual(flips)
      }),
      { numRuns: 1000 },
    )
  })

  test('is untouched by what the offer says in its own favour', () => {
    fc.assert(
      fc.property(fc.array(anyEvidence, { maxLength: 10 }), anyEvidence, anyLaw, (evidence, one, rules) => {
        const fact = knowledge.facts.get(one.fact)
        const praise: Evidence = { ...one, source: 'claim', value: fact?.kind === 'boolean' && !fact.incriminating }
        const before = findingsOf(knowledge, evidence, [], {})
        expect(findingsOf(knowledge, [...evidence, praise], [], {})).toEqual(before)
        expect(judge(knowledge, rules, before).citations.length).toBeGreaterThan(0)
      }),
    )
  })

  test('is contradictory only where both sides count and the fact decides', () => {
    for (const rules of knowledge.laws.values()) {
      const said = (fact: string, value: boolean, source: Evidence['source']): Evidence => ({
        fact,
        value,
        source,
        quote: '',
        start: 0,
        end: 0,
      })
      const deciding = knowledge.booleans.filter(({ id }) => incriminating(rules).yes & ~rules.otherFraud & bit(id))
      expect(deciding).not.toEqual([])
      for (const { id } of deciding) {
        const both = [said(id, true, 'claim'), said(id, false, 'answer')]
        expect(judge(knowledge, rules, findingsOf(knowledge, both, [], {})).determinacy).toBe('contradictory')
        const claimOnly = [said(id, true, 'claim'), said(id, false, 'claim')]
        expect(judge(knowledge, rules, findingsOf(knowledge, claimOnly, [], {})).determinacy).not.toBe('contradictory')
      }
    }
  })
})
