import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { nextQuestion } from '../../src/interview/next-question.ts'
import { evaluate, type Known, literals } from '../../src/knowledge/terms.ts'
import { judge } from '../../src/verdict/judge.ts'
import { createSpeakers } from '../../src/wording/speaker.ts'
import { bit, engine, knowledge, laws } from '../ground.ts'

const nothing = { yes: 0, no: 0, uncertain: 0, contradictory: 0, numbers: {} }
const without = (known: Known, mask: number): Known => ({ yes: known.yes & ~mask, no: known.no & ~mask })

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

describe('every case is told and cited', () => {
  test.each(knowledge.cases.map(({ case: one }) => one.id))('%s is a nearest case of an offer just like it', (id) => {
    const found = knowledge.cases.find((one) => one.case.id === id)
    const rules = found && knowledge.laws.get(found.case.law)
    if (!found || !rules) throw new Error(`no case ${id}`)
    const { cases } = judge(knowledge, rules, { ...nothing, yes: found.yes, no: found.no })
    const alike = knowledge.cases.filter((one) => one.yes === found.yes && one.no === found.no)
    if ((found.yes | found.no) & rules.facts)
      expect(cases.map((one) => one.id).some((one) => alike.some((like) => like.case.id === one))).toBe(true)
    expect(found.case.citations.length).toBeGreaterThan(0)
  })
})

describe('wording', () => {
  const speak = createSpeakers(knowledge)
  const ids = new Set(
    readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) =>
        [...readFileSync(`src/${path}`, 'utf8').matchAll(/say\(\s*'([a-z-]+)'/g)].map(([, id]) => id ?? ''),
      ),
  )
  test.each([...ids])('%s is there in three languages', (id) => {
    const known = new Proxy(
      {},
      {
        get: () => 'x',
        has: () => true,
        ownKeys: () => [],
        getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: 'x' }),
      },
    )
    for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const) expect(speak(language).say(id, known)).not.toBe('')
  })
  test('Traditional Chinese is derived, with its reviewed exceptions', () => {
    const { say } = speak('zh-Hant')
    expect(say('choice-unknown')).toBe('不知道')
    expect(say('language-name')).toMatch(/繁體/)
  })
})

describe('knowledge as told', () => {
  test('every entry has a citation', () => {
    for (const entry of engine.entries()) expect(entry.citations, `${entry.kind} ${entry.id}`).not.toEqual([])
  })
  test('five documents are used', () => {
    const used = new Set(
      engine
        .entries()
        .flatMap(({ citations }) => citations.flatMap((one) => ('document' in one ? [one.document] : []))),
    )
    expect([...used].sort()).toEqual([...knowledge.documents.keys()].sort())
  })
})
