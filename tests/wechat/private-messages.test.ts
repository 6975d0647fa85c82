import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { types } from 'wechaty'
import { privateKey } from '../../adapters/platform.ts'
import { listening } from './heard.ts'
import { botName, historyXml, quoting } from './mock-world.ts'

const { Message } = types
const ann = 'wxid_ann'
const own = { kind: 'private', user: ann, id: expect.any(String) } as const
const card = (inside: string) => `<?xml version="1.0"?><msg><appmsg appid="">${inside}</appmsg></msg>`

describe('a private message', () => {
  test('is handed over with who says it, under the id it has on WeChat', async () => {
    const { world, of } = await listening()
    const [one] = await of('ann', () => world.says('ann', '入会费2680元', { id: 'm-1' }))
    expect(one).toEqual({
      key: privateKey('wechat', ann, ann),
      update: 'm-1',
      message: { kind: 'private', user: ann, id: 'm-1', text: '入会费2680元' },
    })
  })

  test('delivered again has the same id', async () => {
    const { world, of } = await listening()
    const all = await of('ann', () => world.says('ann', '你好', { id: 'm-1', times: 3 }))
    expect(all.map(({ update }) => update)).toEqual(['m-1', 'm-1', 'm-1'])
  })

  test('stays behind the ones before it, however long those take to read', async () => {
    const { world, of } = await listening()
    const slow = world.puppet.messageUrl.bind(world.puppet)
    world.puppet.messageUrl = async (id) => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      return slow(id)
    }
    const all = await of('ann', () => {
      world.sendsLink('ann', { title: '第一', url: 'https://example.org' })
      world.says('ann', '第二')
    })
    expect(all.map(({ message }) => message.text)).toEqual(['第一', '第二'])
  })

  test('a link is the words on it, as somebody else’s, and is not opened', async () => {
    const { world, of } = await listening()
    const [one] = await of('ann', () =>
      world.sendsLink('ann', { title: '加盟金鼎', description: '入会费2680元', url: 'https://example.org/join' }),
    )
    expect(one?.message).toEqual({ ...own, text: '加盟金鼎\n入会费2680元', forwarded: true, more: true })
  })

  test('a link its puppet cannot read is read from its XML', async () => {
    const { world, of } = await listening()
    const text = card('<title>加盟金鼎</title><des>入会费2680元</des><type>5</type><url>https://example.org</url>')
    const [one] = await of('ann', () => world.says('ann', text, { type: Message.Url }))
    expect(one?.message).toEqual({ ...own, text: '加盟金鼎\n入会费2680元', forwarded: true, more: true })
  })

  test('a mini-program is the words on it', async () => {
    const { world, of } = await listening()
    const [one] = await of('ann', () => world.sendsMiniProgram('ann', { title: '拼团返利', description: '每人返800' }))
    expect(one?.message).toEqual({ ...own, text: '拼团返利\n每人返800', forwarded: true, more: true })
  })

  test.each([Message.ChatHistory, Message.Unknown, Message.Attachment, Message.Text])(
    'a forwarded chat history is its words without their speakers, whatever the puppet calls it (%i)',
    async (type) => {
      const { world, of } = await listening()
      const [one] = await of('ann', () =>
        world.says('ann', historyXml(['入会费2680元', '推荐一人奖励800元']), { type }),
      )
      const speaker = expect.not.stringContaining('王')
      expect(one?.message).toEqual({
        ...own,
        text: '入会费2680元\n\n推荐一人奖励800元',
        parts: [
          { text: '入会费2680元', speaker },
          { text: '推荐一人奖励800元', speaker },
        ],
        forwarded: true,
        more: true,
      })
    },
  )

  test('a reply that quotes someone else carries the quoted words beside its own', async () => {
    const { world, of } = await listening()
    const xml = card(
      '<title>这个靠谱吗</title><type>57</type><refermsg><type>1</type><fromusr>wxid_eve</fromusr><displayname>eve</displayname><content>入会费2680元</content></refermsg>',
    )
    const all = await of('ann', () => {
      world.says('ann', quoting('eve', '入会费2680元', '这个靠谱吗'))
      world.says('ann', xml, { type: Message.Unknown })
    })
    for (const { message } of all) expect(message).toEqual({ ...own, text: '这个靠谱吗', quoted: '入会费2680元' })
    expect(all).toHaveLength(2)
  })

  test('a reply that quotes the bot is the reply alone', async () => {
    const { world, of } = await listening()
    const [one] = await of('ann', () => world.says('ann', quoting(botName, '要先交钱吗？', '要')))
    expect(one?.message).toEqual({ ...own, text: '要' })
  })

  test.each([Message.Image, Message.Audio, Message.Video, Message.Emoticon, Message.Contact, Message.Location])(
    'a picture, voice and the like (%i) comes with an empty text',
    async (type) => {
      const { world, of } = await listening()
      const [one] = await of('ann', () => world.says('ann', '<msg><img aeskey="1"/></msg>', { type }))
      expect(one?.message).toEqual({ ...own, text: '' })
    },
  )

  test.each([Message.Recalled, Message.Transfer, Message.RedEnvelope])(
    'a recall and money (%i) are left alone',
    async (type) => {
      const { world, of, troubles } = await listening()
      expect(await of('ann', () => world.says('ann', 'message-1', { type }))).toEqual([])
      expect(troubles).toEqual([])
    },
  )

  test('what has no form known here is counted and left alone, without its words', async () => {
    const { world, of, troubles } = await listening()
    const all = await of('ann', () => {
      for (let one = 0; one < 12; one++) world.says('ann', `王秀兰 ${one}`, { type: 99 })
      world.says('ann', '<sysmsg type="pat"><pat></pat></sysmsg>', { type: Message.Unknown })
    })
    expect(all).toEqual([])
    expect(troubles).toHaveLength(2)
    expect(troubles[1]).toContain('10 times')
    expect(troubles.join()).not.toContain('王秀兰')
  })

  test('what the bot itself, an official account or a service of WeChat’s says is not heard', async () => {
    const { world, of, troubles } = await listening()
    world.person('news', { id: 'wxid_news', type: types.Contact.Official })
    world.person('微信团队', { id: 'weixin' })
    world.person('shop', { id: 'gh_1234' })
    const all = await of('ann', () => {
      for (const name of [botName, 'news', '微信团队', 'shop']) world.says(name, '入会费2680元')
    })
    expect(all).toEqual([])
    expect(troubles).toEqual([])
  })
})

test('no text of any kind, in private or in a room, makes the translation fail', async () => {
  const { world, of, troubles } = await listening()
  const room = world.room('friends', ['ann'])
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '<msg>',
      '<appmsg>',
      '<type>19</type>',
      '<type>57</type>',
      '<recorditem>',
      '<![CDATA[',
      ']]>',
      '&lt;msg&gt;',
    ),
    fc.constantFrom('「', '：', '」', '\n- - - - - -\n', `@${botName}`, '@', '\u2005', '1', '/start '),
  )
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
  const kind = fc.integer({ min: 0, max: 20 })
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, kind, fc.boolean()), { minLength: 20, maxLength: 20 }), async (all) => {
      for (const place of [undefined, room]) {
        const act = () => {
          for (const [said, type, mentioned] of all)
            world.says('ann', said, {
              type,
              ...(place !== undefined && { room: place, mentionIdList: mentioned ? ['wxid_bot'] : [] }),
            })
        }
        const heard = await of('ann', act, place)
        for (const { message } of heard) expect(typeof (message.choice ?? message.text)).toBe('string')
        for (const [said, type] of all)
          if (type === Message.Text && !said.includes('<') && !said.includes('&'))
            expect(heard.length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 30 },
  )
  expect(troubles.filter((one) => !one.includes('unknown form'))).toEqual([])
})
