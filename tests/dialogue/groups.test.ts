import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Message } from '../../src/index.ts'
import { engine } from '../ground.ts'
import { GroupTalk, pitch } from './group-talk.ts'

const asked = () => new GroupTalk().asks('ann', '这个靠谱吗', pitch)
const here = () => {
  const talk = asked()
  return talk.presses('ann', 'here', talk.reply.question)
}

describe('a group', () => {
  test('is greeted once, in one message', () => {
    const talk = new GroupTalk().send('admin', { event: 'joined' })
    expect(talk.reply.text).toContain('/settings')
    expect(talk.send('admin', { event: 'joined' }).replies).toEqual([])
  })
  test('hears nothing from the bot that nobody addressed, and nothing is kept', () => {
    const talk = new GroupTalk().says('ann', pitch)
    expect(talk.replies).toEqual([])
    expect(talk.state).toBeUndefined()
  })
  test('forgets everything when the bot is taken out', () => {
    const talk = asked()
    const token = talk.group.members[0]?.token
    expect(talk.send('admin', { event: 'left' }).state).toBeUndefined()
    expect(talk.replies).toEqual([{ text: '', revokes: [token] }])
  })
  test('keeps its settings when it goes on under a new key', () => {
    const before = new GroupTalk().sets('watching').group
    const after = new GroupTalk().send('', { event: 'moved', carried: before })
    expect(after.group.settings.watching).toBe(true)
    expect(after.replies).toEqual([])
  })
  test('of what members said nothing stays after 30 days, and its settings do', () => {
    const { group } = here().sets('watching')
    expect(group.members).toHaveLength(1)
    const rest = engine.remains(group)
    expect(rest).toMatchObject({ members: [], spokenOf: [], settings: { watching: true } })
    expect(rest && engine.remains(rest)).toBe(rest)
  })
  test('drops a member who said nothing for 30 days when others go on', () => {
    const talk = asked()
    talk.now += 31 * 24 * 3_600_000
    expect(talk.asks('bob', '那这个呢', pitch).group.members.map(({ user }) => user)).toEqual(['bob'])
  })
})

describe('the first look', () => {
  test('is one short message to the asker, without label, name or quote', () => {
    const { reply } = asked()
    expect(reply).toMatchObject({ to: 'ann' })
    expect(reply.text).toContain('2,680')
    expect(reply.text).toContain('第七条')
    expect(reply.text).not.toMatch(/张总|宏达|“/)
    expect(reply.text).not.toMatch(/是传销|涉嫌传销|骗局/)
    expect(reply.text.split('\n').length).toBeLessThanOrEqual(4)
    expect(reply.verdict).toBeUndefined()
  })
  test('tells what to find out before anyone pays', () => expect(asked().reply.text).toContain('交钱之前先弄清'))
  test('of words that show nothing asks for the offer, and keeps nothing', () => {
    const talk = new GroupTalk().asks('ann', '在吗')
    expect(talk.replies).toHaveLength(1)
    expect(talk.group.members).toEqual([])
  })
  test('of words that show nothing tells a member how to ask once an hour', () => {
    const talk = new GroupTalk().asks('eve', '破机器人')
    expect(talk.asks('eve', '闭嘴吧').replies).toEqual([])
    expect(talk.asks('ann', '在吗').replies).toHaveLength(1)
    talk.now += 3_600_000
    expect(talk.asks('eve', '还在啊').replies).toHaveLength(1)
  })
  test('of a quoted message that shows nothing says so', () => {
    expect(new GroupTalk().asks('ann', '这个呢', '今晚八点老地方吃火锅').reply.text).toContain('没看到')
  })
  test('tells what this text shows, and nothing of another one', () => {
    const talk = asked().asks('ann', '那这个呢', '奶茶加盟费5万元，总部扶持开店')
    expect(talk.reply.text).toContain('50,000')
    expect(talk.reply.text).not.toMatch(/800|2,680/)
    const evidence = talk.reply.handoff?.offer.log.flatMap((entry) => (entry.kind === 'evidence' ? [entry.quote] : []))
    expect(evidence?.join()).toContain('5万')
    expect(evidence?.join()).not.toContain('2680')
  })
  test('is in the language of the quoted message where nothing else is said', () => {
    const talk = new GroupTalk().asks('ann', '@bot', 'Join for $499 and earn $100 for each friend you sign up')
    expect(talk.reply.text).toMatch(/^What this text/)
  })
  test('takes the words quoted for a claim, and the own words for an account', () => {
    const talk = new GroupTalk().asks('ann', '我已经交了2680元入会费', '不收任何费用，推荐一个人返800')
    const [member] = talk.group.members
    const said = member?.conversation.log.flatMap((entry) => (entry.kind === 'evidence' ? [entry] : []))
    expect(said).toContainEqual(expect.objectContaining({ fact: 'entry_fee', value: true, source: 'account' }))
    expect(said).toContainEqual(expect.objectContaining({ fact: 'pay_per_recruit', source: 'claim' }))
  })
  test('of danger is one line and leads nowhere else', () => {
    const talk = new GroupTalk().asks('ann', '我手机被收了出不去')
    expect(talk.reply.text).toContain('110')
    expect(talk.group.members).toEqual([])
  })
  test('has the verdict only where an admin lets verdicts be told', () => {
    const settling = `${pitch}，发展的团队三代都拿提成`
    const headline = /符合传销|已经构成|对得上/
    const quiet = new GroupTalk().asks('ann', '靠谱吗', settling).reply.text
    const told = new GroupTalk().sets('verdicts').asks('ann', '靠谱吗', settling).reply.text
    expect(told.split('\n').length).toBe(quiet.split('\n').length + 1)
    expect(headline.test(quiet)).toBe(false)
  })
})

const anything: fc.Arbitrary<Omit<Message, 'kind'>> = fc.record(
  {
    user: fc.constantFrom('ann', 'bob', '', '__proto__'),
    text: fc.oneof(
      fc.constantFrom(pitch, '/settings', '/delete', '是', '为什么', '就在这里'),
      fc.string({ unit: 'binary' }),
    ),
    quoted: fc.oneof(fc.constantFrom(pitch), fc.string()),
    choice: fc.oneof(
      fc.constantFrom('here', 'private', 'yes', 'no', 'unknown', 'set:watching', 'set:quiet'),
      fc.string(),
    ),
    question: fc.string(),
    mentioned: fc.boolean(),
    admin: fc.boolean(),
    forwarded: fc.boolean(),
    edited: fc.boolean(),
    token: fc.constantFrom('aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb'),
    event: fc.constantFrom('joined', 'woken', 'moved', 'left'),
  },
  { requiredKeys: [] },
)
test('whatever a group says, the bot says one thing at most, and no verdict unless it is let', () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 12 }), (messages) => {
      let state: Parameters<typeof engine.step>[0]
      for (const [i, message] of messages.entries()) {
        const [next, replies] = engine.step(state, { kind: 'group', ...message }, i)
        expect(replies.length).toBeLessThanOrEqual(1)
        for (const reply of replies) {
          if (next && 'settings' in next && !next.settings.verdicts) expect(reply.verdict).toBeUndefined()
          expect(reply.text).not.toMatch(/张总|宏达/)
        }
        state = next
      }
    }),
  )
})
