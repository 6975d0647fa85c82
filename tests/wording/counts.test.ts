import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tellCount, tellDay, tellShare } from '../../src/wording/counts.ts'

test('the day is that of the calendar, whatever the clock', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: -10_000_000_000_000, max: 200_000_000_000_000 }),
      fc.integer({ min: -12, max: 14 }),
      (at, offset) => {
        expect(tellDay(at, offset)).toBe(new Date(at + offset * 3_600_000).toISOString().slice(0, 10))
      },
    ),
  ))

test.each([
  ['zh-Hans', 3125, '3,125'],
  ['zh-Hans', 390_625, '39.1万'],
  ['zh-Hant', 390_625, '39.1萬'],
  ['zh-Hant', 1_525_878_905, '15.3億'],
  ['en', 390_625, '390,625'],
  ['en', 1_525_878_905, '1.53 billion'],
] as const)('in %s %i people are %s', (language, count, told) => expect(tellCount(language, count)).toBe(told))

test('a share is never told as more than it is', () => {
  expect(tellShare(0.75)).toBe('75%')
  expect(tellShare(2 / 3)).toBe('66%')
  expect(tellShare(0.9999)).toBe('99%')
})
