import { describe, expect, test } from 'vitest'
import { createReader } from '../../src/reading/read.ts'
import { knowledge } from '../ground.ts'
import { labelled, score } from './labelled.ts'

const { read } = createReader(knowledge)
const seen = labelled('messages.yaml')
const unseen = labelled('unseen.yaml')

describe.each([
  ['messages.yaml', seen],
  ['unseen.yaml', unseen],
])('%s', (_, rows) => {
  test('is read as labelled, but for a few', () => {
    const result = score(rows, read)
    expect(result.concern).toBeGreaterThanOrEqual(0.95)
    expect(result.f1).toBeGreaterThanOrEqual(0.88)
    expect(result.placed).toBeGreaterThanOrEqual(0.95)
  })

  test('names only facts of the catalogue', () => {
    for (const { evidence } of rows) for (const { fact } of evidence) expect(knowledge.bitOf.has(fact), fact).toBe(true)
  })

  test('quotes stand where they are said to', () => {
    for (const { text } of rows)
      for (const { quote, start, end } of read(text).evidence) {
        expect(text.slice(start, end)).toBe(quote)
        expect(quote).not.toBe('')
      }
  })
})

test('ordinary messages raise no alarm', () => {
  const alarmed = seen.filter(({ text, concern }) => concern === 'none' && read(text).concern !== 'none')
  expect(alarmed.map(({ id }) => id)).toEqual([])
})

test('what is worth a quiet word is told from plain talk of money', () => {
  const rows = labelled('concerns.yaml')
  const wrong = rows.filter(({ text, concern }) => read(text).concern !== concern).map(({ id }) => id)
  expect(wrong.length / rows.length, wrong.join(', ')).toBeLessThanOrEqual(0.05)
})

test('half of the messages are harmless', () => {
  const harmless = [...seen, ...unseen].filter(({ concern }) => concern === 'none')
  expect(seen.length).toBeGreaterThanOrEqual(120)
  expect(harmless.length * 2).toBeGreaterThanOrEqual(seen.length + unseen.length)
})

test('figures travel with the evidence', () => {
  const evidence = read('入会费2680元,每拉一个人奖600,下面七代都有提成').evidence
  expect(evidence).toMatchObject([
    { fact: 'entry_fee', value: true, quote: '入会费2680元', amount: 2680, currency: 'CNY' },
    { fact: 'pay_per_recruit', value: true, amount: 600 },
    { fact: 'multi_level', value: true, number: 7 },
    { fact: 'pay_on_downline_sales', value: true },
  ])
  const [fee] = read('The seat is $4,997 and you earn $1,000 for every friend you sign up, 9 levels deep.').evidence
  expect(fee).toMatchObject({ fact: 'entry_fee', amount: 4997, currency: 'USD' })
})

test('a bare 元 in Traditional Chinese leaves the currency open', () => {
  const [fee] = read('入會費三千元,拉兩個人就回本').evidence
  expect(fee).toMatchObject({ fact: 'entry_fee', amount: 3000 })
  expect(fee).not.toHaveProperty('currency')
})
