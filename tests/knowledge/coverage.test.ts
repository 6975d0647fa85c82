import { describe, expect, test } from 'vitest'
import { nextQuestion } from '../../src/interview/next-question.ts'
import { verdictLabels } from '../../src/knowledge/schema/verdict-label.ts'
import { evaluate, type Known, literals } from '../../src/knowledge/terms.ts'
import { judge } from '../../src/verdict/judge.ts'
import { bit, engine, knowledge, laws } from '../ground.ts'

const nothing = { yes: 0, no: 0, uncertain: 0, contradictory: 0, numbers: {} }
const without = (known: Known, mask: number): Known => ({ yes: known.yes & ~mask, no: known.no & ~mask })

/** Every choice among the bits. */
function subsets(bits: number): number[] {
  const found: number[] = []
  for (let some = bits; ; some = (some - 1) & bits) {
    found.push(some)
    if (some === 0) return found
  }
}

describe('every leaf of every threshold is decisive both ways', () => {
  for (const rules of laws)
    for (const [name, terms] of Object.entries({ pyramid: rules.pyramid, grey: rules.grey })) {
      const { yes, no } = literals(terms)
      const facts = knowledge.booleans.filter(({ id }) => (yes | no) & bit(id))
      test.each(facts.map(({ id }) => id))(`${rules.law.id} ${name}: %s`, (id) => {
        const mask = bit(id)
        const meets = (known: Known) => evaluate(terms, known) === 'met'
        const pivotal = terms
          .filter((term) => (term.yes | term.no) & mask)
          .some((term) => {
            const rest = { yes: (no & ~term.no) | term.yes, no: (yes & ~term.yes) | term.no }
            const against = { yes: rest.no & mask, no: rest.yes & mask }
            const flipped = without(rest, mask)
            return meets(rest) && !meets({ yes: flipped.yes | against.yes, no: flipped.no | against.no })
          })
        expect(pivotal).toBe(true)
      })
    }
})

describe('every fact that a threshold turns on is asked in some interview', () => {
  for (const rules of laws) {
    const deciding = knowledge.booleans.filter(({ id }) => rules.facts & ~rules.otherFraud & bit(id))
    test.each(deciding.map(({ id }) => id))(`${rules.law.id}: %s`, (id) => {
      const others = rules.facts & ~bit(id)
      const asked = Array.from({ length: 2 ** deciding.length }, (_, n) => {
        const yes = deciding.reduce((bits, fact, i) => (n & (1 << i) ? bits | bit(fact.id) : bits), 0) & others
        return nextQuestion(knowledge, rules, { ...nothing, yes, no: others & ~yes }, { once: 0, again: 0 })?.fact.id
      })
      expect(asked).toContain(id)
    })
  }
})

describe('every case is the nearest to an offer just like it', () => {
  for (const { case: one, yes, no } of knowledge.cases) {
    const rules = knowledge.laws.get(one.law)
    // A case may wait for the file of its law.
    if (!rules) continue
    const answer = judge(knowledge, rules, { ...nothing, yes, no })
    const isAlike = (id: string | undefined) =>
      knowledge.cases.some((other) => other.case.id === id && other.yes === yes && other.no === no)
    if ((yes | no) & rules.facts) test(one.id, () => expect(answer.cases[0]?.id).toSatisfy(isAlike))
    else test(`${one.id}, which says nothing of what decides`, () => expect(answer.cases).toEqual([]))
  }
})

describe('every verdict is cited', () => {
  for (const rules of laws) {
    const truths = subsets(rules.facts)
    const answers = [
      judge(knowledge, rules, nothing),
      ...truths.map((yes) => judge(knowledge, rules, { ...nothing, yes, no: rules.facts & ~yes })),
    ]
    test.each(verdictLabels)(`${rules.law.id}: %s`, (label) => {
      const found = answers.filter(({ verdict }) => verdict === label)
      expect(found).not.toEqual([])
      for (const { citations } of found) {
        const articles = citations.filter((one) => 'law' in one && one.law === rules.law.id)
        const paragraphs = citations.flatMap((one) =>
          'document' in one && one.document === 'micro-business-puzzle' ? [one.paragraph].flat() : [],
        )
        expect(articles).not.toEqual([])
        if (rules.law.id === 'cn') expect(paragraphs).toEqual(expect.arrayContaining([7, 8]))
      }
    })
  }
})

describe('what is told rests on documents', () => {
  test('all five are used', () => {
    const used = new Set(
      engine
        .entries()
        .flatMap(({ citations }) => citations.flatMap((one) => ('document' in one ? [one.document] : []))),
    )
    expect([...used].sort()).toEqual([...knowledge.documents.keys()].sort())
    expect(used.size).toBe(5)
  })
})
