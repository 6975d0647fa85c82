import { describe, expect, test } from 'vitest'
import { GroupTalk, pitch } from './group-talk.ts'

const night = new GroupTalk(Date.UTC(2026, 10, 22, 15))

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
    expect(talk.choices).toEqual([
      'set:watching:on',
      'set:verdicts:on',
      'set:language:zh-Hans',
      'set:law:eu',
      'set:quiet:22-8 8',
    ])
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
      ['law', 8],
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
  describe('the law of the group', () => {
    const inHongKong = () => new GroupTalk().send('admin', { text: '/law hk', mentioned: true, admin: true })
    test('is set by an admin, by name or in words, and told to whoever asks', () => {
      expect(inHongKong().group.settings.law).toBe('hk')
      const inWords = new GroupTalk().send('admin', { text: '我们在香港', mentioned: true, admin: true })
      expect(inWords.group.settings.law).toBe('hk')
      expect(inHongKong().asks('bob', '/law').reply.text).toContain('香港')
      expect(new GroupTalk().asks('bob', '/law').reply.text).toContain('中国大陆')
    })
    test('is not for members to change', () => {
      expect(inHongKong().asks('bob', '/law sg').group.settings.law).toBe('hk')
    })
    test('is what a first look rests on, and what goes along to the private chat', () => {
      const look = inHongKong().asks('ann', '这个靠谱吗', pitch)
      expect(look.group.members[0]?.conversation.law).toBe('hk')
      expect(look.reply.handoff?.offer.law).toBe('hk')
      expect(look.send('admin', { text: '/law cn', mentioned: true, admin: true }).group.settings.law).toBeUndefined()
      expect(look.asks('ann', '这个呢', pitch).group.members[0]?.conversation.law).toBe('cn')
    })
    test('of nowhere changes nothing', () => {
      const talk = inHongKong().send('admin', { text: '/law atlantis', mentioned: true, admin: true })
      expect(talk.group.settings.law).toBe('hk')
      expect(talk.reply.text).toContain('/law hk')
    })
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
