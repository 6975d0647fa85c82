import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { knowledge } from '../ground.ts'
import { recorded, replayed } from './dialogues.ts'

const dialogues = recorded()

// Where a change is meant: npm run record, and look at the difference.
describe('recorded dialogues end as they did', () => {
  test.each(dialogues.map((one) => [one.id, one] as const))('%s', (_, one) => expect(replayed(one)).toEqual(one))
})

describe('what is recorded', () => {
  const outcomes = dialogues.flatMap(({ turns }) => turns.map(([, , outcome]) => outcome))
  test('is at least 200 dialogues, each of its own name', () => {
    expect(dialogues.length).toBeGreaterThanOrEqual(200)
    expect(new Set(dialogues.map(({ id }) => id)).size).toBe(dialogues.length)
  })
  test('has every verdict and every law', () => {
    for (const verdict of ['pyramid', 'other_fraud', 'grey', 'not_pyramid', 'unclear'])
      expect(
        outcomes.some((one) => one.includes(` ${verdict} `)),
        verdict,
      ).toBe(true)
    for (const law of knowledge.laws.keys())
      expect(
        outcomes.some((one) => new RegExp(`(?:^|; )${law} `).test(one)),
        law,
      ).toBe(true)
  })
  test('is in three languages', () => {
    const words = dialogues.flatMap(({ turns }) => turns.map(([, said]) => said))
    for (const some of [/[们这领给吗]/u, /[們這領給嗎]/u, /\b(?:the|join|pay)\b/])
      expect(words.filter((one) => some.test(one)).length, String(some)).toBeGreaterThan(20)
  })
  test('is small', () => expect(readFileSync('tests/replay/dialogues.jsonl').length).toBeLessThan(1_000_000))
})
