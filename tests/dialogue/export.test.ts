import { describe, expect, test } from 'vitest'
import { GroupTalk } from './group-talk.ts'
import { Talk } from './talk.ts'

const pitch = '入会费2680元，每推荐一个人奖励800元，要拉三个人，电话13912345678'
/** A question that is open follows. */
const jsonIn = (text: string): unknown => JSON.parse(text.slice(text.indexOf('\n{'), text.lastIndexOf('\n}') + 2))

describe('export', () => {
  test.each([
    ['zh-Hans', '第1件事', '我还没加入', '全部删掉'],
    ['zh-Hant', '第1件事', '我還沒加入', '全部刪掉'],
    ['en', 'Offer 1', 'I have not joined', 'deleted on'],
  ])('tells in %s, in words and then as JSON, all that is kept', (language, offer, role, deleted) => {
    const talk = new Talk().choose(`language:${language}`).say(pitch)
    for (let n = 0; n < 8 && talk.asks; n++) talk.choose('yes')
    talk.choose('role:invited').say('/new').say('入会费99元').say('/export')
    for (const words of [offer, role, deleted, '入会费2680元', '入会费99元', '2026-11-22', '2026-12-22'])
      expect(talk.text).toContain(words)
    const kept = talk.conversation
    expect(jsonIn(talk.text)).toEqual(kept)
    expect(talk.text).not.toContain('13912345678')
  })

  test('tells that danger was spoken of, without the words', () => {
    const talk = new Talk().choose('language:en').say(pitch)
    talk.say('救命，他们不让我走')
    talk.say('/export')
    expect(talk.text).toContain('you spoke of danger; not the words')
    expect(talk.text).not.toContain('不让我走')
  })

  test('of a conversation in which nothing was said, tells that much', () => {
    const talk = new Talk().choose('language:en').say('/export')
    expect(talk.text).not.toContain('Offer 1')
    expect(jsonIn(talk.text)).toEqual(talk.conversation)
  })

  test('in a group tells how much is kept of this member, not what, and takes it along to the private chat', () => {
    const talk = new GroupTalk().asks('ann', '这个靠谱吗', pitch)
    talk.asks('ann', '/export')
    expect(talk.reply.text).toMatch(/存了\d+条/)
    expect(talk.reply.text).not.toContain('2680')
    expect(talk.reply.handoff?.offer.log.length).toBeGreaterThan(0)
    expect(talk.asks('bob', '/export').reply.text).toContain('什么都没存')
  })
})
