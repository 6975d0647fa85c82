import { describe, expect, test } from 'vitest'
import { engine } from '../ground.ts'
import { Talk } from './talk.ts'

const wakes = (talk: Talk) => (talk.conversation ? engine.wakesAt(talk.conversation) : undefined)
const woken = (talk: Talk) => {
  talk.now = (wakes(talk) ?? 0) - 1000
  return talk.send({ event: 'woken' })
}
const more = (talk: Talk, text: string) => talk.send({ text, forwarded: true, more: true })

describe('forwards in a row', () => {
  test('are answered together, as one offer, when no more come', () => {
    const talk = more(new Talk(), '入会费2680元')
    expect(talk.replies).toEqual([])
    more(talk, '推荐一个人返800')
    expect(talk.replies).toEqual([])
    woken(talk)
    expect(talk.text).toContain('2680')
    expect(talk.text).toContain('800')
    expect(talk.asks).toBeDefined()
    expect(wakes(talk)).toBeUndefined()
  })
  test('wait for each other, and not for ever', () => {
    const talk = more(new Talk(), '入会费2680元')
    const first = talk.now
    for (let i = 0; i < 20; i++) {
      talk.now -= 700
      more(talk, `第${i}段：推荐一个人返800`)
    }
    expect(wakes(talk)).toBe(first + 5000)
  })
  test('woken too early, nothing happens yet', () => {
    const talk = more(new Talk(), '入会费2680元')
    talk.now -= 900
    const before = talk.conversation
    talk.send({ event: 'woken' })
    expect(talk.replies).toEqual([])
    expect(talk.conversation).toEqual(before)
  })
  test('are taken in before whatever the person says next', () => {
    const talk = more(new Talk(), '入会费2680元，推荐一个人返800').say('为什么')
    expect(talk.text).toContain('2680')
    expect(talk.conversation?.gathering).toBeUndefined()
  })
  test('that speak of danger lead to the question whether that is happening now', () => {
    const talk = more(new Talk(), '入会费2680元')
    woken(more(talk, '他们收走手机不让我走'))
    expect(talk.choices).toContain('danger:yes')
  })
})

describe('a message that its writer changes', () => {
  const told = (text: string) => new Talk().send({ text, id: '7' })
  const edit = (talk: Talk, text: string) => talk.send({ text, id: '7', edited: true })
  test('is read again, and what it said before no longer stands', () => {
    const talk = edit(told('要交2680元入会费，推荐一个人返800'), '推荐一个人返800，不用交钱')
    expect(talk.text).toContain('800')
    expect(talk.choose('show').text).not.toContain('2680')
  })
  test('is the answer to the question it answered', () => {
    const talk = new Talk().say('要交2680元入会费')
    const { asks } = talk
    talk.send({ text: '没有', id: '7' })
    expect(talk.asks).not.toBe(asks)
    edit(talk, '有的')
    const log = talk.conversation?.log ?? []
    const last = log.findLast((entry) => entry.kind === 'evidence' && entry.fact === asks)
    expect(last).toMatchObject({ value: true })
  })
  test('without a change in what it says, or unknown, changes nothing', () => {
    const talk = told('要交2680元入会费')
    const before = talk.conversation
    expect(edit(talk, '要交2680元入会费!').replies).toEqual([])
    expect(talk.conversation).toEqual(before)
    expect(talk.send({ text: '完全不同', id: '99', edited: true }).replies).toEqual([])
    expect(edit(talk, '').replies).toEqual([])
  })
  test('can be changed again and again', () => {
    const talk = edit(edit(told('要交2680元入会费'), '要交3680元入会费'), '要交4680元入会费')
    talk.choose('show')
    expect(talk.text).toContain('4680')
    expect(talk.text).not.toMatch(/2680|3680/)
  })
})

test('a bot that was blocked forgets', () => {
  expect(new Talk().say('要交2680元入会费').send({ event: 'left' }).conversation).toBeUndefined()
})
