import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isHandedOver } from '../../src/dialogue/state.ts'
import type { Message } from '../../src/index.ts'
import { engine } from '../ground.ts'
import { GroupTalk, pitch } from './group-talk.ts'
import { Talk } from './talk.ts'

const asked = () => new GroupTalk().asks('ann', '这个靠谱吗', pitch)
const here = () => {
  const talk = asked()
  return talk.presses('ann', 'here', talk.reply.question)
}
const night = new GroupTalk(Date.UTC(2026, 10, 22, 15))

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

describe('watching', () => {
  const watched = () => new GroupTalk().sets('watching')
  test('is off until an admin turns it on', () => expect(new GroupTalk().says('eve', pitch).replies).toEqual([]))
  test('speaks up about a pitch, quietly, without asking anyone', () => {
    const { reply } = watched().says('eve', pitch)
    expect(reply).toMatchObject({ quiet: true })
    expect(reply.to).toBeUndefined()
    expect(reply.text).not.toMatch(/张总|宏达/)
    expect(reply.text).not.toMatch(/是传销|涉嫌传销/)
  })
  test('stores no word of what it read', () => {
    const talk = watched().says('eve', pitch).says('bob', '大家别信，我同事交了3980元结果')
    expect(JSON.stringify(talk.state)).not.toMatch(/2680|800|同事|eve|bob/)
    expect(talk.group.members).toEqual([])
  })
  test.each([
    pitch,
    `${pitch}！！！`,
    pitch.replace('2680', '2980'),
    `🔥🔥 ${pitch.replaceAll('元', ' 元 ')}`,
    pitch.replace('集团', '集團').replace('费', '費'),
  ])('the same pitch is spoken of once: %s', (again) => {
    const talk = watched().says('eve', pitch)
    expect(talk.says('bob', again).replies).toEqual([])
    expect(talk.unchanged).toBe(true)
  })
  test('another pitch is another one', () => {
    const talk = watched().says('eve', pitch)
    expect(talk.says('eve', '投资区块链矿机，每天固定返利1%，保本保息，30天回本').replies).toHaveLength(1)
  })
  test('a pitch someone asked about is not spoken of again', () => {
    const talk = watched().asks('ann', '靠谱吗', pitch)
    expect(talk.says('eve', pitch).replies).toEqual([])
  })
  test.each(['今晚吃什么', '公司招聘客服，月薪6000，五险一金', '警方提醒：凡是交入会费再拉人头返利的都是传销'])(
    'ordinary words are left alone: %s',
    (text) => expect(watched().says('eve', text).replies).toEqual([]),
  )
  test('keeps quiet in the quiet hours of the group, and is addressed at any time', () => {
    const talk = new GroupTalk(night.now).sets('watching', 'quiet')
    expect(talk.says('eve', pitch).replies).toEqual([])
    expect(talk.asks('ann', '靠谱吗', pitch).replies).toHaveLength(1)
    const noon = new GroupTalk().sets('watching', 'quiet')
    expect(noon.says('eve', pitch).replies).toHaveLength(1)
  })
})

describe('settings', () => {
  const panel = (talk: GroupTalk) => talk.send('admin', { text: '/settings', mentioned: true, admin: true })
  test('are shown to an admin, with the state of each', () => {
    const talk = panel(new GroupTalk())
    expect(talk.choices).toEqual(['set:watching:on', 'set:verdicts:on', 'set:language:zh-Hans', 'set:quiet:22-8 8'])
  })
  test('are refused to a member, whatever the panel shows', () => {
    const talk = new GroupTalk().asks('bob', '/settings')
    expect(talk.replies[0]?.choices).toBeUndefined()
    talk.presses('bob', 'set:watching', 'settings')
    expect(talk.reply.aside).toBe(true)
    expect(talk.group.settings.watching).toBe(false)
  })
  test('a press turns each to its next value and back to the first', () => {
    const talk = new GroupTalk()
    const { settings } = panel(talk.sets('watching', 'watching')).group
    for (const [name, times] of [
      ['watching', 2],
      ['verdicts', 2],
      ['language', 4],
      ['quiet', 4],
    ] as const) {
      for (let i = 1; i < times; i++) expect(talk.sets(name).group.settings).not.toEqual(settings)
      expect(talk.sets(name).group.settings).toEqual(settings)
    }
  })
  test('a press sets what it says, however often it is given', () => {
    const talk = panel(new GroupTalk())
    const [on = ''] = talk.choices
    talk.presses('admin', on, 'settings', true).presses('admin', on, 'settings', true)
    expect(talk.group.settings.watching).toBe(true)
    const hours = talk.choices.find((id) => id.startsWith('set:quiet')) ?? ''
    expect(talk.presses('admin', hours, 'settings', true).group.settings.quiet).toEqual({ from: 22, to: 8, offset: 8 })
    const off = talk.send('admin', { text: '/settings off', mentioned: true, admin: true })
    expect(off.group.settings.quiet).toBeUndefined()
  })
  test('can be named in words by an admin, and by nobody else', () => {
    const talk = new GroupTalk().send('admin', { text: '留意全部消息', mentioned: true, admin: true })
    expect(talk.group.settings.watching).toBe(true)
    expect(talk.asks('bob', '留意全部消息').group.settings.watching).toBe(true)
  })
  test('the language of the group is the language of the bot there', () => {
    const talk = new GroupTalk().sets('language', 'language', 'language')
    expect(talk.asks('ann', '这个靠谱吗', pitch).reply.text).toMatch(/^What this text/)
  })
  test.each([
    ['22-7 UTC+8', { from: 22, to: 7, offset: 8 }],
    ['23:00-6:00 -5', { from: 23, to: 6, offset: -5 }],
    ['0至6', { from: 0, to: 6, offset: 8 }],
  ])('quiet hours can be written out: %s', (hours, quiet) => {
    const talk = new GroupTalk().send('admin', { text: `/settings ${hours}`, mentioned: true, admin: true })
    expect(talk.group.settings.quiet).toEqual(quiet)
  })
  test.each(['nonsense', '25-7', '22-7 UTC+99', '22-22'])(
    'what are no hours is told, and changes nothing: %s',
    (hours) => {
      const talk = new GroupTalk().send('admin', { text: `/settings ${hours}`, mentioned: true, admin: true })
      expect(talk.reply.text).toContain('/settings 22-7')
      expect(talk.group.settings.quiet).toBeUndefined()
    },
  )
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
