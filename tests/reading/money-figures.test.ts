import { describe, expect, test } from 'vitest'
import { amountIn } from '../../src/reading/money-figures.ts'

describe('an amount as an answer', () => {
  test.each([
    ['2680', 2680],
    ['２６８０元', 2680],
    ['两千六百八', 2680],
    ['大概3w', 30_000],
    ['交了九千八，一共12800', 12_800],
    ['1000，不对，是2000', 2000],
    ['about 2,680', 2680],
    ['two thousand dollars', 2000],
    ['第2个月才交1500', 1500],
  ])('%s', (answer, value) => expect(amountIn(answer, false, 'CNY')?.value).toBe(value))

  test.each([
    ['500U', { value: 500, currency: 'USDT' }],
    ['HK$5,800', { value: 5800, currency: 'HKD' }],
    ['600块', { value: 600, currency: 'CNY' }],
    ['20%', { value: 20, percent: true }],
    ['两成', { value: 20, percent: true }],
  ])('%s with what it is of', (answer, amount) => expect(amountIn(answer, true, 'CNY')).toEqual(amount))

  test.each(['不清楚', '有', '三层', '每个月', '0', '-5', '20%', ''])('%s is none', (answer) =>
    expect(amountIn(answer, false, 'CNY')).toBeUndefined(),
  )
})
