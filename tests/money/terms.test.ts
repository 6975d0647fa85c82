import { describe, expect, test } from 'vitest'
import { isSameMoney, missingIn, outlookOf, termsOf } from '../../src/money/terms.ts'
import { rewardFigures } from '../../src/reading/money-figures.ts'
import type { Evidence } from '../../src/verdict/findings.ts'
import { engine } from '../ground.ts'

const said = (text: string): Evidence[] => engine.read(text).evidence.map((one) => ({ ...one, source: 'account' }))
const termsIn = (text: string) => termsOf(said(text), {}, rewardFigures)

describe('the money terms of an offer', () => {
  test.each([
    ['入会费2680元，每推荐一个人奖励800元', 2680, 800, 4],
    ['They ask $299 to join and pay $50 for each friend I bring in', 299, 50, 6],
    ['交998入会，推荐3个人奖300元', 998, 100, 10],
  ])('%s', (text, price, reward, needed) => {
    const terms = termsIn(text)
    expect(terms.price?.value).toBe(price)
    expect(terms.reward?.value).toBe(reward)
    expect(missingIn(terms)).toEqual([])
    expect(outlookOf(terms, 1000).needed).toBe(needed)
  })

  test('a share in percent needs no price', () => {
    const terms = termsIn('交钱入会，直推一个人拿30%')
    expect(terms.reward).toEqual({ value: 30, percent: true })
    expect(missingIn(terms)).toEqual([])
    expect(outlookOf(terms, 1000).needed).toBe(4)
  })

  const bare = { value: true, source: 'answer', quote: '', start: 0, end: 0 } as const
  test('a fee and goods are added, the same sum told twice is not', () => {
    const both = (fee: number, goods: number) =>
      termsOf(
        [
          { ...bare, fact: 'entry_fee', amount: fee, currency: 'CNY' },
          { ...bare, fact: 'purchase_to_join', amount: goods, currency: 'CNY' },
        ],
        {},
        rewardFigures,
      ).price
    expect(both(298, 3980)).toEqual({ value: 4278, currency: 'CNY' })
    expect(both(2980, 2980)).toEqual({ value: 2980, currency: 'CNY' })
  })

  test('what is answered for by itself comes first; what is denied or 0 is no price', () => {
    const evidence = said('入会费2680元，每推荐一个人奖励800元')
    expect(termsOf(evidence, { cost_to_join: { value: 5000 } }, rewardFigures).price).toEqual({
      value: 5000,
      currency: 'CNY',
    })
    const none = [
      { ...bare, fact: 'entry_fee', value: false, amount: 2680 },
      { ...bare, fact: 'purchase_to_join', amount: 0 },
    ]
    expect(missingIn(termsOf(none, {}, rewardFigures))).toEqual(['cost_to_join', 'reward_per_person'])
  })

  test('money of two kinds cannot be set against each other', () => {
    expect(isSameMoney({ value: 1, currency: 'CNY' }, { value: 1, currency: 'USDT' })).toBe(false)
    expect(isSameMoney({ value: 1, currency: 'CNY' }, { value: 1 })).toBe(true)
  })
})

describe('the outlook', () => {
  const price = { value: 1000 }
  test('each brings in as many as the offer says, else just enough, else two', () => {
    expect(outlookOf({ price, reward: { value: 300 }, each: 3 }, 100)).toMatchObject({ each: 3, because: 'said' })
    expect(outlookOf({ price, reward: { value: 300 } }, 100)).toMatchObject({ each: 4, because: 'needed', share: 0.75 })
    expect(outlookOf({ price, reward: { value: 1000 } }, 100)).toMatchObject({ each: 2, because: 'two', share: 0.5 })
    expect(outlookOf({ price, reward: { value: 1000 }, each: 1 }, 100)).toMatchObject({ each: 2, because: 'two' })
  })

  test('the share without goes by the people it takes, not by those the offer asks for', () => {
    expect(outlookOf({ price, reward: { value: 250 }, each: 2 }, 100).share).toBe(0.75)
    expect(outlookOf({ price, reward: { value: 2000 }, each: 3 }, 100).share).toBe(0.5)
  })
})
