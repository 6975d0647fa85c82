import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leastShareWithout, levelsUntil, peopleNeeded } from '../../src/money/growth.ts'

const money = fc.integer({ min: 1, max: 10_000_000 })
const each = fc.integer({ min: 2, max: 50 })
const crowd = fc.integer({ min: 0, max: 10_000_000_000 })

/** each + each² + … + each^level, by the closed form of the geometric series. */
const closedForm = (each: number, level: number) =>
  (BigInt(each) * (BigInt(each) ** BigInt(level) - 1n)) / BigInt(each - 1)

describe('how many people pay one back', () => {
  test.each([
    [2680, 800, 4],
    [2680, 600, 5],
    [2680, 670, 4],
    [100, 100, 1],
    [100, 300, 1],
    [0.3, 0.1, 3],
    [2.1, 0.7, 3],
    [99_800, 1, 99_800],
  ])('a price of %f at %f a person takes %i', (price, amount, needed) =>
    expect(peopleNeeded(price, { amount })).toBe(needed),
  )

  test.each([
    [100, 1],
    [50, 2],
    [30, 4],
    [20, 5],
    [33.3, 4],
    [0.1, 1000],
  ])('a reward of %f percent takes %i, whatever the price', (percent, needed) => {
    expect(peopleNeeded(1, { percent })).toBe(needed)
    expect(peopleNeeded(2680, { percent })).toBe(needed)
  })

  test('is the least whole number that pays it back, and one at least', () =>
    fc.assert(
      fc.property(money, money, (price, amount) => {
        const needed = peopleNeeded(price, { amount })
        expect(needed * amount).toBeGreaterThanOrEqual(price)
        expect((needed - 1) * amount).toBeLessThan(price)
      }),
    ))

  test('is the same in every unit, and in percent as in money', () =>
    fc.assert(
      fc.property(money, money, fc.integer({ min: 2, max: 1000 }), (price, amount, unit) => {
        expect(peopleNeeded(price * unit, { amount: amount * unit })).toBe(peopleNeeded(price, { amount }))
        if (amount <= price)
          expect(peopleNeeded(price, { percent: (100 * amount) / price })).toBe(peopleNeeded(price, { amount }))
      }),
    ))

  test('more pay never takes more people', () =>
    fc.assert(
      fc.property(money, money, money, (price, amount, more) => {
        const needed = peopleNeeded(price, { amount })
        expect(peopleNeeded(price, { amount: amount + more })).toBeLessThanOrEqual(needed)
      }),
    ))

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('an amount of %f is refused', (amount) => {
    expect(() => peopleNeeded(100, { amount })).toThrow(RangeError)
    expect(() => peopleNeeded(100, { percent: amount })).toThrow(RangeError)
  })
})

describe('level by level', () => {
  test('with two each, the world of 8.2 billion is passed at the 32nd level', () => {
    const levels = levelsUntil(2, 8_200_000_000)
    expect(levels.at(-1)).toEqual({ level: 32, people: 2 ** 32, below: 2 ** 33 - 2 })
    expect(levels.slice(0, 3).map(({ below }) => below)).toEqual([2, 6, 14])
  })

  test('every level is the closed form of the series, as exactly as a number can be', () =>
    fc.assert(
      fc.property(each, crowd, (each, until) => {
        for (const { level, people, below } of levelsUntil(each, until)) {
          expect(people).toBe(Number(BigInt(each) ** BigInt(level)))
          expect(Math.abs(below - Number(closedForm(each, level)))).toBeLessThanOrEqual(below * 2 ** -50)
          if (below <= Number.MAX_SAFE_INTEGER) expect(BigInt(below)).toBe(closedForm(each, level))
        }
      }),
    ))

  test('ends at the first level that is past the crowd', () =>
    fc.assert(
      fc.property(each, crowd, (each, until) => {
        const levels = levelsUntil(each, until)
        expect(levels.map(({ level }) => level)).toEqual(levels.map((_, at) => at + 1))
        expect(levels.at(-1)?.below).toBeGreaterThan(until)
        expect(levels.at(-2)?.below ?? 0).toBeLessThanOrEqual(until)
      }),
    ))

  test.each([1, 0, -2, 2.5, Number.NaN])('%f people each is no pyramid', (each) => {
    expect(() => levelsUntil(each, 10)).toThrow(RangeError)
    if (each !== 1) expect(() => leastShareWithout(each)).toThrow(RangeError)
  })
})

/** Members in the order in which they came; each but the first was brought in by one before. */
const anyGrowth = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
  minLength: 1,
  maxLength: 300,
})

describe('the share that has not brought in enough', () => {
  test('is at least (n − 1) / n in any order of growth, at every moment of it', () =>
    fc.assert(
      fc.property(anyGrowth, fc.integer({ min: 2, max: 8 }), (growth, each) => {
        const brought = [0]
        let done = 0
        for (const place of growth) {
          const by = Math.floor(place * brought.length)
          brought[by] = (brought[by] ?? 0) + 1
          if (brought[by] === each) done++
          brought.push(0)
          expect((brought.length - done) / brought.length).toBeGreaterThan(leastShareWithout(each))
        }
      }),
    ))

  test('where one is enough, half have brought in nobody at every moment in which levels fill one after the other', () =>
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 2000 }), (each, members) => {
        // In this order the member n, from 0, was brought in by the member (n − 1) / each.
        const busy = members === 1 ? 0 : Math.floor((members - 2) / each) + 1
        expect((members - busy) / members).toBeGreaterThanOrEqual(leastShareWithout(1))
      }),
    ))

  test('is what the bottom of full levels comes down to', () => {
    for (const each of [2, 3, 5, 10]) {
      const last = levelsUntil(each, 1e9).at(-1)
      const share = (last?.people ?? 0) / (1 + (last?.below ?? 0))
      expect(share).toBeGreaterThan(leastShareWithout(each))
      expect(share - leastShareWithout(each)).toBeLessThan(1e-8)
    }
  })
})
