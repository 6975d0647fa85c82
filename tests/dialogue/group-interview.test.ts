import { describe, expect, test } from 'vitest'
import { isHandedOver } from '../../src/dialogue/state.ts'
import { GroupTalk, pitch } from './group-talk.ts'
import { Talk } from './talk.ts'

const asked = () => new GroupTalk().asks('ann', '这个靠谱吗', pitch)
const here = () => {
  const talk = asked()
  return talk.presses('ann', 'here', talk.reply.question)
}

describe('going on in the group', () => {
  test('asks one question, that only the asker can answer', () => {
    const talk = here()
    const { question, asks } = talk.reply
    expect(asks).toBeDefined()
    expect(talk.choices).toEqual(['yes', 'no', 'unknown'])
    const before = talk.state
    talk.presses('bob', 'yes', question)
    expect(talk.reply).toMatchObject({ to: 'bob', aside: true })
    expect(talk.state).toEqual(before)
    talk.presses('ann', 'no', question)
    expect(talk.reply.asks).not.toBe(asks)
  })
  test('an answer in words counts when it is addressed, and not when it is not', () => {
    const talk = here()
    expect(talk.says('ann', '有').replies).toEqual([])
    expect(talk.asks('ann', '没有').reply.to).toBe('ann')
    expect(talk.unchanged).toBe(false)
  })
  test('why, back and "I don\'t know" do what they do in private', () => {
    const talk = here()
    const { asks, question } = talk.reply
    expect(talk.asks('ann', '为什么').reply.asks).toBe(asks)
    talk.presses('ann', 'no', question)
    expect(talk.asks('ann', '返回').reply.asks).toBe(asks)
    expect(talk.asks('ann', '不知道').reply.text).toContain('\n')
  })
  test('an old question of the asker shows the open one', () => {
    const talk = here()
    const { question } = talk.reply
    talk.presses('ann', 'unknown', question)
    const open = talk.reply.question
    expect(talk.presses('ann', 'yes', question).reply.question).toBe(open)
  })
  test('ends without the verdict, which waits in private', () => {
    const talk = here()
    for (let i = 0; i < 8 && talk.reply.asks; i++) talk.presses('ann', 'yes', talk.reply.question)
    expect(talk.reply.text).not.toMatch(/是传销|涉嫌传销/)
    expect(talk.reply.verdict).toBeUndefined()
    expect(talk.choices).toContain('private')
    expect(talk.reply.handoff?.offer.log.some(({ kind }) => kind === 'evidence')).toBe(true)
  })
  test('ends with the verdict where an admin lets it', () => {
    const talk = here().sets('verdicts').asks('ann', '在这里说')
    for (let i = 0; i < 8 && talk.reply.asks; i++) talk.presses('ann', 'yes', talk.reply.question)
    expect(talk.reply.verdict?.verdict).toBe('pyramid')
  })
  test('two members are asked apart', () => {
    const talk = asked()
    const first = talk.reply.question
    talk.asks('bob', '那我这个呢', '一共投10万，每月返2000')
    const second = talk.reply.question
    expect(talk.presses('bob', 'here', first).reply.aside).toBe(true)
    talk.presses('bob', 'here', second)
    const bobs = talk.reply.question
    talk.presses('ann', 'here', first)
    expect(talk.presses('ann', 'yes', bobs).reply.aside).toBe(true)
    expect(talk.presses('bob', 'yes', bobs).reply.aside).toBeUndefined()
  })
  test.each(['/export', '/show', '/cases', '/change'])('%s is for the private chat', (command) => {
    const talk = here().asks('ann', command)
    expect(talk.reply.text).not.toContain('2680')
    expect(talk.choices).toEqual(['private'])
  })
  test('delete removes what the member said and what waits to be taken over', () => {
    const talk = here()
    const token = talk.group.members[0]?.token
    talk.asks('ann', '/delete')
    expect(talk.group.members).toEqual([])
    expect(talk.reply.revokes).toEqual([token])
    expect(JSON.stringify(talk.state)).not.toContain('2680')
  })
})

describe('an answer or a question that its writer changes', () => {
  test('is read again, as the answer it was', () => {
    const talk = here()
    const first = talk.reply.asks
    talk.send('ann', { text: '没有', mentioned: true, id: '9' })
    talk.send('ann', { text: '有的', mentioned: true, id: '9', edited: true })
    const log = talk.group.members[0]?.conversation.log ?? []
    const last = log.findLast((entry) => entry.kind === 'evidence' && entry.fact === first)
    expect(last).toMatchObject({ value: true })
  })
  test('in what does not matter is passed over', () => {
    const talk = new GroupTalk().send('ann', { text: '靠谱吗', quoted: pitch, mentioned: true, id: '9' })
    expect(
      talk.send('ann', { text: '靠谱吗？？', quoted: pitch, mentioned: true, id: '9', edited: true }).replies,
    ).toEqual([])
    expect(talk.send('bob', { text: '/delete', mentioned: true, id: '1', edited: true }).replies).toEqual([])
  })
})

describe('an offer handed over', () => {
  const take = (user: string, talk = asked()) => {
    const carried = talk.reply.handoff?.offer
    expect(isHandedOver(carried)).toBe(true)
    return new Talk().send({ text: '/start x', user, ...(carried && { carried }) })
  }
  test('goes on in private with what was said', () => {
    const talk = take('ann')
    expect(talk.text).toContain('2680')
    expect(talk.asks).toBeDefined()
  })
  test('with the answers given in the group asks none of them again', () => {
    const group = here()
    const first = group.reply.asks
    group.presses('ann', 'no', group.reply.question)
    const talk = take('ann', group.asks('ann', '/show'))
    for (let i = 0; i < 8 && talk.asks; i++) {
      expect(talk.asks).not.toBe(first)
      talk.choose('no')
    }
  })
  test('is not for another member', () => {
    const talk = take('bob')
    expect(talk.text).not.toContain('2680')
    expect(talk.conversation?.log).toEqual([])
  })
  test('does not touch an offer already talked about', () => {
    const carried = asked().reply.handoff?.offer
    const talk = new Talk()
      .say('公司让我先投5万，每月返3000')
      .send({ text: '/start x', user: 'ann', ...(carried && { carried }) })
    expect(talk.conversation?.offer).toBe(2)
  })
})
