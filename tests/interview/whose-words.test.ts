import { describe, expect, test } from 'vitest'
import { ownPlaces } from '../../src/interview/clauses.ts'
import { plain } from '../../src/reading/normalise.ts'
import { read } from './recorded-answers.ts'

describe('whose word a place of a reply is', () => {
  const reply = '他说要交500，我自己没交'
  const [theirs, own] = [reply.indexOf('要交'), reply.indexOf('没交')]
  test('what he says is his, and what she did is hers', () => {
    const isOwn = ownPlaces(reply, plain)
    expect([isOwn(0, false), isOwn(theirs, false), isOwn(own, false)]).toEqual([false, false, true])
    expect(isOwn(reply.indexOf('，'), false)).toBe(true)
  })
  test('where the question is what they say, it counts as well', () =>
    expect(ownPlaces(reply, plain)(theirs, true)).toBe(true))
  test('nothing in an offer that was pasted is the person’s own', () => {
    const pasted = `欢迎各位加我微信，${'在家赚钱，名额有限，'.repeat(10)}交五百块钱就能开店`
    expect(ownPlaces(pasted, plain)(pasted.indexOf('交五百'), false)).toBe(false)
    expect(ownPlaces(pasted, plain)(pasted.indexOf('交五百'), true)).toBe(false)
  })
})

describe('an answer in a longer text', () => {
  const told = (length: number, from: string, last: string) => {
    const filler = '那天下雨没出门在家看电视，'
    const whole = from + filler.repeat(Math.ceil(length / filler.length))
    return `${whole.slice(0, length - last.length - 1)}，${last}`
  }
  const [own, pasted] = ['我', '各位']
  const meaning = (reply: string) => read(reply, 'entry_fee')?.means
  test('is read in a tale of one’s own, up to 1,500 units', () => {
    expect(meaning(told(200, own, '交了五百'))).toBe('yes')
    expect(meaning(told(1500, own, '交了五百'))).toBe('yes')
    expect(meaning(told(1501, own, '交了五百'))).toBeUndefined()
  })
  test('is not read in what solicits, or tells of nobody, beyond 80', () => {
    expect(meaning(told(80, pasted, '交了五百'))).toBe('yes')
    expect(meaning(told(81, pasted, '交了五百'))).toBeUndefined()
    expect(meaning(told(81, '', '交了五百'))).toBeUndefined()
    expect(meaning(told(90, '各位听我说', '交了五百'))).toBeUndefined()
  })
})

describe('what is shown by reading counts as an answer', () => {
  const reply = '底薪另谈，满员有惊喜'
  const start = reply.indexOf('满员')
  const shown = (value: boolean, from = start, to = reply.length) =>
    read(reply, 'pay_per_recruit', [{ value, start: from, end: to }])
  test('for and against, where the words themselves say nothing', () => {
    expect(read(reply, 'pay_per_recruit')).toBeUndefined()
    expect(shown(true)).toEqual({ means: 'yes', start, end: reply.length })
    expect(shown(false)).toEqual({ means: 'no', start, end: reply.length })
  })
  test('of two the one that ends later, whatever the order in which they are given', () => {
    const early = { value: false, start: 0, end: 4 }
    const late = { value: true, start, end: reply.length }
    for (const both of [
      [early, late],
      [late, early],
    ])
      expect(read(reply, 'pay_per_recruit', both)?.means).toBe('yes')
  })
  test('and gives way where the words at that place say the opposite, not where they stand beside it', () => {
    const no = '不用交，别的再说'
    const at = (from: number, to: number, value = true) =>
      read(no, 'entry_fee', [{ value, start: from, end: to }])?.means
    expect(at(0, 3)).toBe('no')
    expect(at(2, 5)).toBe('no')
    expect(at(0, 3, false)).toBe('no')
    expect(at(3, 8)).toBe('yes')
  })
})
