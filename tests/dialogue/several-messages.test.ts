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
  test('with pictures among them are one offer, and pictures alone are told of once', () => {
    const talk = more(new Talk(), '入会费2680元，推荐一个人返800')
    for (let i = 0; i < 3; i++) more(talk, '')
    expect(talk.replies).toEqual([])
    expect(woken(talk).text).toContain('2680')
    const pictures = more(more(new Talk(), ''), '')
    expect(woken(pictures).replies).toHaveLength(1)
  })
  test('that speak of danger lead to the question whether that is happening now', () => {
    const talk = more(new Talk(), '入会费2680元')
    woken(more(talk, '他们收走手机不让我走'))
    expect(talk.choices).toContain('danger:yes')
  })
})

describe('a forwarded history', () => {
  const parts = [
    { text: '大家晚上好', speaker: 'x' },
    { text: '入会费2680元，送一台按摩仪', speaker: 'y' },
    { text: '那怎么赚钱？', speaker: 'x' },
    { text: '推荐一个人返800，发展的团队都有提成', speaker: 'y' },
  ]
  const text = parts.map((part) => part.text).join('\n\n')
  test('is one offer, each quote with its message and speaker', () => {
    const talk = new Talk().send({ text, parts, forwarded: true })
    expect(talk.text).toContain('“入会费2680元”（第2条，第2位说的）')
    expect(talk.text).toContain('（第4条，第2位说的）')
    const evidence = talk.conversation?.log.flatMap((entry) => (entry.kind === 'evidence' ? [entry] : [])) ?? []
    for (const { quote, start, end, part = 0 } of evidence) expect(parts[part - 1]?.text.slice(start, end)).toBe(quote)
    expect(evidence.length).toBeGreaterThan(1)
  })
  test('of twenty messages is read whole, and what follows joins it', () => {
    const many = Array.from({ length: 19 }, (_, i) => ({ text: `收到${i}`, speaker: `s${i}` }))
    const talk = new Talk().send({ text: 'x', parts: [...many, { text: '入会费2680元' }], forwarded: true, more: true })
    woken(more(talk, '推荐一个人返800'))
    expect(talk.text).toContain('（第20条）')
    expect(talk.text).toContain('（第21条）')
  })
  test('of a history nothing of its speakers is kept', () => {
    const named = parts.map((part) => ({ ...part, speaker: `王${part.speaker}` }))
    const talk = new Talk().send({ text, parts: named, forwarded: true })
    expect(JSON.stringify(talk.conversation)).not.toContain('王')
  })
  test('forwards in a row have their places as well', () => {
    const talk = new Talk().send({ text: '入会费2680元', forwarded: true, more: true, speaker: 'a' })
    woken(talk.send({ text: '推荐一个人返800', forwarded: true, more: true, speaker: 'b' }))
    expect(talk.text).toContain('（第1条，第1位说的）')
    expect(talk.text).toContain('（第2条，第2位说的）')
  })
  test('numbers are masked in each of its messages', () => {
    const talk = new Talk().send({
      text: 'x',
      forwarded: true,
      parts: [{ text: '入会费2680元，电话13812345678' }, { text: '好的' }],
    })
    expect(JSON.stringify(talk.conversation)).not.toContain('13812345678')
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

test('the words a message replies to are taken in as a claim', () => {
  const talk = new Talk().send({ text: '这个靠谱吗', quoted: '入会费2680元，推荐一个人返800' })
  expect(talk.text).toContain('2680')
  expect(talk.conversation?.log.some((entry) => entry.kind === 'evidence' && entry.source === 'claim')).toBe(true)
})

test('an old word of deletion that is edited deletes nothing', () => {
  const talk = new Talk().say('要交2680元入会费').send({ text: '删除', id: '1', edited: true })
  expect(talk.conversation).toBeDefined()
})

test('a bot that was blocked forgets', () => {
  expect(new Talk().say('要交2680元入会费').send({ event: 'left' }).conversation).toBeUndefined()
})
