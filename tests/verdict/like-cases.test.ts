import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { endOf } from '../../src/knowledge/schema/offer-case.ts'
import type { Known } from '../../src/knowledge/terms.ts'
import { decide } from '../../src/verdict/decide.ts'
import { distance } from '../../src/verdict/distance.ts'
import { isContrary, likeCases } from '../../src/verdict/like-cases.ts'
import { anyKnown, anyLaw, bit, engine, knowledge } from '../ground.ts'

const seenBy = ({ yes, no }: Known, known: Known): Known => {
  const told = known.yes | known.no
  return { yes: yes & told, no: no & told }
}

describe('the like cases', () => {
  test('are told with exactly what they share and where they differ', () => {
    fc.assert(
      fc.property(anyKnown, anyLaw, (known, rules) => {
        for (const { yes, no, shared, different } of likeCases(knowledge, rules, known)) {
          expect(shared & different).toBe(0)
          expect(shared | different).toBe((yes | no) & (known.yes | known.no))
          expect(shared).toBe((yes & known.yes) | (no & known.no))
          expect(shared & rules.facts).not.toBe(0)
        }
      }),
    )
  })
  test('are two at most, and one more only where it ended the other way', () => {
    fc.assert(
      fc.property(anyKnown, anyLaw, (known, rules) => {
        const found = likeCases(knowledge, rules, known)
        expect(new Set(found.map(({ case: { id } }) => id)).size).toBe(found.length)
        expect(found.length).toBeLessThanOrEqual(3)
        const [first, second, contrary] = found
        if (!contrary) return
        expect([endOf(first?.case ?? contrary.case), endOf(contrary.case)].sort()).toEqual(['against', 'for'])
        expect(second && isContrary(second, first)).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })
  test('come nearest first, those of the law first', () => {
    fc.assert(
      fc.property(anyKnown, anyLaw, (known, rules) => {
        const [first, second] = likeCases(knowledge, rules, known)
        if (!first || !second) return
        const place = ({ yes, no, case: { law } }: typeof first) =>
          [law === rules.law.id ? 0 : 1, distance(knowledge.weigh, seenBy({ yes, no }, known), known)] as const
        const [a, b] = [place(first), place(second)]
        expect(a[0]).toBeLessThanOrEqual(b[0])
        if (a[0] === b[0]) expect(a[1]).toBeLessThanOrEqual(b[1])
      }),
      { numRuns: 1000 },
    )
  })
  test('are not nearer or farther for the order in which cases are written', () => {
    const offers = fc.tuple(
      anyKnown,
      anyLaw,
      fc.shuffledSubarray([...knowledge.cases], { minLength: knowledge.cases.length }),
    )
    fc.assert(
      fc.property(offers, ([known, rules, cases]) => {
        const far = (found: ReturnType<typeof likeCases>) =>
          found.slice(0, 2).map(({ yes, no }) => distance(knowledge.weigh, seenBy({ yes, no }, known), known))
        expect(far(likeCases({ ...knowledge, cases }, rules, known))).toEqual(far(likeCases(knowledge, rules, known)))
      }),
      { numRuns: 300 },
    )
  })
  test('of an offer that is another fraud are frauds with its mark, and of any other none is', () => {
    fc.assert(
      fc.property(anyKnown, anyLaw, (known, rules) => {
        const isFraud = decide(rules, known) === 'other_fraud'
        for (const { yes } of likeCases(knowledge, rules, known)) {
          if (isFraud) expect(yes & known.yes & rules.otherFraud).not.toBe(0)
          expect(yes & rules.otherFraud & ~known.yes).toBe(0)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

const example = z.strictObject({
  offer: z.string(),
  law: z.string(),
  facts: z.record(z.string(), z.boolean()),
  nearest: z.string(),
  also: z.string().optional(),
  otherwise: z.string().optional(),
  never: z.array(z.string()).optional(),
})
const examples = z
  .array(example)
  .parse(load(readFileSync(new URL('nearest.yaml', import.meta.url), 'utf8')))
  .filter(({ law }) => knowledge.laws.has(law))

describe('which case is nearest, looked through by hand', () => {
  test.each(examples.map((one) => [`${one.law}: ${one.offer}`, one] as const))('%s', (_, one) => {
    const ids = engine.judge({ law: one.law, facts: one.facts }).cases.map(({ id }) => id)
    expect(ids[0]).toBe(one.nearest)
    if (one.also) expect(ids[1]).toBe(one.also)
    if (one.otherwise) expect(ids.at(-1)).toBe(one.otherwise)
    for (const id of one.never ?? []) expect(ids).not.toContain(id)
  })
})

describe('what an authority decided is never contradicted by the thresholds of its law', () => {
  const decided = knowledge.cases.filter(({ case: { status } }) => status === 'final' || status === 'reduced')
  test.each(decided.map((one) => [one.case.id, one] as const))('%s', (_, { case: { law, outcome }, yes, no }) => {
    const rules = knowledge.laws.get(law)
    const verdict = rules && decide(rules, { yes, no })
    if (outcome === 'pyramid') expect(verdict).not.toBe('not_pyramid')
    if (outcome === 'not_pyramid') expect(verdict).not.toBe('pyramid')
    if (outcome === 'other_fraud') expect(verdict).toSatisfy((one) => one === undefined || one === 'other_fraud')
  })
})

test('the bits of a case are its facts', () => {
  for (const { case: one, yes, no } of knowledge.cases) {
    const where = (wanted: boolean) =>
      Object.entries(one.facts).reduce((bits, [id, value]) => (value === wanted ? bits | bit(id) : bits), 0)
    expect([yes, no], one.id).toEqual([where(true), where(false)])
  }
})
