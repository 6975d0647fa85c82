import { describe, expect, test } from 'vitest'
import { caseStatuses, endOf, isBeforeAuthority } from '../../src/knowledge/schema/offer-case.ts'
import { engine, knowledge } from '../ground.ts'

const cases = knowledge.cases.map((one) => one.case)
const decided = cases.filter(isBeforeAuthority)
const entries = engine.entries().filter(({ kind }) => kind === 'case')

describe('the book of cases', () => {
  test('has cases of every status, and most were decided by an authority', () => {
    expect([...new Set(cases.map(({ status }) => status))].sort()).toEqual([...caseStatuses].sort())
    expect(decided.length).toBeGreaterThan(30)
  })
  test('has cases that ended one way and the other, under one law as under several', () => {
    for (const law of ['cn', 'us'] as const)
      expect([...new Set(cases.filter((one) => one.law === law).map(endOf))]).toEqual(
        expect.arrayContaining(['for', 'against']),
      )
  })
  test('is printed with its status, figures and plain citations', () => {
    expect(entries).toHaveLength(cases.length)
    for (const { id, citations, ...rest } of entries) {
      const one = cases.find((other) => other.id === id)
      expect(rest).toMatchObject({ status: one?.status, figures: one?.figures, facts: one?.facts })
      expect(citations.length, id).toBeGreaterThan(0)
      for (const citation of citations) expect(Object.keys(citation), id).not.toContain('gives')
    }
  })
  test('says of a settlement, a pending and a dropped case that nothing was found', () => {
    for (const { id, status, decided: why } of decided) {
      if (status === 'settled') expect(why.en, id).toMatch(/settle/i)
      if (status === 'settled') expect(why.zh, id).toContain('和解')
      if (status === 'pending') expect(why.en, id).toContain('must not be taken for a conviction')
      if (status === 'withdrawn') expect(why.en, id).toContain('nobody found')
    }
  })
  test('calls nobody a swindler and tells nobody how to stay outside', () => {
    const said = JSON.stringify(cases.map(({ title, told, decided: why }) => [title, told, why]))
    expect(said).not.toMatch(/骗局|骗子|scam|swindler|to stay (?:below|under)|只要不超过/i)
  })
})
