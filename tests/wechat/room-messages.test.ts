import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { impls, types } from 'wechaty'
import { groupKey } from '../../adapters/platform.ts'
import { listening } from './heard.ts'
import { botName, escaped, historyXml, quoting } from './mock-world.ts'

const { Message } = types
const ann = 'wxid_ann'
const _own = { kind: 'private', user: ann, id: expect.any(String) } as const
/** What the puppet is asked for about mentions, in any room. */
function spied() {
  const alias = vi.spyOn(impls.RoomImpl.prototype, 'alias')
  const mention = vi.spyOn(impls.MessageImpl.prototype, 'mentionSelf')
  onTestFinished(() => {
    alias.mockRestore()
    mention.mockRestore()
  })
  return { alias, mention }
}
const card = (inside: string) => `<?xml version="1.0"?><msg><appmsg appid="">${inside}</appmsg></msg>`

describe('a message in a room', () => {
  async function room() {
    const all = await listening()
    const id = all.world.room('friends', ['ann', 'bob'])
    const from = (name: string, act: () => unknown) => all.of(name, act, id)
    return { ...all, room: id, from }
  }

  test('belongs to the room and to who says it, and is not addressed by itself', async () => {
    const { world, from, room: id } = await room()
    const [one] = await from('bob', () => world.says('bob', '是', { room: id }))
    expect(one?.key).toBe(groupKey('wechat', id))
    expect(one?.message).toEqual({ kind: 'group', user: 'wxid_bob', id: expect.any(String), text: '是' })
  })

  test.each([
    ['by a mention the puppet knows', `@${botName}\u2005是骗局吗`, { mentionIdList: ['wxid_bot'] }],
    ['by a mention from a phone the puppet missed', `@${botName}\u2005是骗局吗`, { mentionIdList: [] }],
    ['by a mention from a desktop', `@${botName} 是骗局吗`, {}],
    ['by a mention at the end', `是骗局吗 @${botName}`, {}],
    ['by a mention under a name the bot does not know it has', '@管家\u2005是骗局吗', { mentionIdList: ['wxid_bot'] }],
  ])('is addressed %s, which is taken out of it', async (_, text, saying) => {
    const { world, from, room: id } = await room()
    const [one] = await from('bob', () => world.says('bob', text, { room: id, ...saying }))
    expect(one?.message).toMatchObject({ text: '是骗局吗', mentioned: true, admin: false })
  })

  test('is addressed by the name the bot goes by in this room', async () => {
    const { world, from, room: id } = await room()
    world.puppet.roomMemberRawPayload = async (_, contact) => ({
      id: contact,
      name: botName,
      avatar: '',
      roomAlias: '防骗 管家',
    })
    const [one] = await from('bob', () => world.says('bob', '@防骗 管家 是骗局吗', { room: id, mentionIdList: [] }))
    expect(one?.message).toMatchObject({ text: '是骗局吗', mentioned: true })
  })

  test('asks the puppet nothing about mentions where the text has no @', async () => {
    const { world, from, room: id } = await room()
    const asked = spied()
    await from('bob', () => world.says('bob', '入会费2680元', { room: id }))
    expect([asked.alias, asked.mention].map(({ mock }) => mock.calls.length)).toEqual([0, 0])
  })

  test('asks for the name the bot goes by once in some minutes, with an @ or a quote', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const { world, from, room: id } = await room()
    const { alias, mention } = spied()
    const texts = [quoting('ann', '入会费2680元', '真的吗'), `@${botName} 是骗局吗`, '@ann 在吗']
    const says = () => from('bob', () => texts.map((text) => world.says('bob', text, { room: id })))
    await says()
    await says()
    expect([alias, mention].map(({ mock }) => mock.calls.length)).toEqual([1, 2])
    vi.setSystemTime(Date.now() + 600_000)
    await says()
    expect(alias).toHaveBeenCalledTimes(2)
  })

  test('asks again before long where the puppet could not tell that name', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const { world, from, room: id } = await room()
    const { alias } = spied()
    alias.mockRejectedValueOnce(new Error('no answer')).mockResolvedValue('防骗 管家')
    const says = () => from('bob', () => world.says('bob', '@防骗 管家 是骗局吗', { room: id }))
    expect((await says())[0]?.message.mentioned).toBeUndefined()
    await says()
    expect(alias).toHaveBeenCalledTimes(1)
    vi.setSystemTime(Date.now() + 60_000)
    expect((await says())[0]?.message).toMatchObject({ text: '是骗局吗', mentioned: true })
  })

  test.each([
    ['another member', '@ann\u2005是骗局吗', { mentionIdList: ['wxid_ann'] }],
    ['everyone', '@所有人\u2005开会', {}],
    ['a longer name', `@${botName}二号\u2005是骗局吗`, { mentionIdList: ['wxid_ann'] }],
    ['nobody: an address', `mail@${'x'.repeat(50)}`, {}],
  ])('is not addressed where it mentions %s', async (_, text, saying) => {
    const { world, from, room: id } = await room()
    const [one] = await from('bob', () => world.says('bob', text, { room: id, ...saying }))
    expect(one?.message).toEqual({ kind: 'group', user: 'wxid_bob', id: expect.any(String), text })
  })

  test('is addressed where it quotes the bot, by name, by id or by what it said', async () => {
    const { world, from, platform, room: id } = await room()
    await platform.send(groupKey('wechat', id), { text: '它要求先交钱，再按人头给钱。' }, { update: 'u', index: 0 })
    const xml = card(
      '<title>要</title><type>57</type><refermsg><type>1</type><chatusr>wxid_bot</chatusr><displayname>改过的名字</displayname><content>要先交钱吗？</content></refermsg>',
    )
    const all = await from('bob', () => {
      world.says('bob', quoting(botName, '要先交钱吗？', '要'), { room: id })
      world.says('bob', quoting('我给它的备注', '它要求先交钱，再按人头给钱。', '要'), { room: id })
      world.says('bob', xml, { room: id, type: Message.Unknown })
    })
    expect(all).toHaveLength(3)
    for (const { message } of all) {
      expect(message).toMatchObject({ text: '要', mentioned: true })
      expect(message.quoted).toBeUndefined()
    }
  })

  test('carries the quoted words of another member, and is addressed only by a mention', async () => {
    const { world, from, room: id } = await room()
    const all = await from('bob', () => {
      world.says('bob', quoting('ann', '入会费2680元', '真的吗'), { room: id })
      world.says('bob', quoting('ann', '入会费2680元', `@${botName}\u2005真的吗`), { room: id })
    })
    expect(all.map(({ message }) => message)).toMatchObject([
      { text: '真的吗', quoted: '入会费2680元' },
      { text: '真的吗', quoted: '入会费2680元', mentioned: true },
    ])
    expect(all[0]?.message.mentioned).toBeUndefined()
  })

  test('that is a chat history is somebody else’s words, and addresses nobody', async () => {
    const { world, from, room: id } = await room()
    const words = [`@${botName} 入会费2680元`]
    const [one] = await from('bob', () => world.says('bob', historyXml(words), { room: id, type: Message.ChatHistory }))
    expect(one?.message).toMatchObject({ text: '入会费2680元', forwarded: true })
    expect(one?.message.mentioned).toBeUndefined()
    expect(one?.message.more).toBeUndefined()
  })

  test('that is a picture is not heard', async () => {
    const { world, from, room: id } = await room()
    expect(await from('bob', () => world.says('bob', escaped('<img/>'), { room: id, type: Message.Image }))).toEqual([])
  })

  test('has its owner for an admin, asked afresh', async () => {
    const { world, from, room: id } = await room()
    const ask = async (name: string) =>
      (await from(name, () => world.says(name, `@${botName} /settings`, { room: id })))[0]?.message.admin
    expect([await ask('ann'), await ask('bob')]).toEqual([true, false])
    const payload = world.puppet.mocker.roomPayload(id)
    world.puppet.mocker.roomPayload(id, { ...payload, ownerId: 'wxid_bob' })
    expect([await ask('ann'), await ask('bob')]).toEqual([false, true])
  })

  test('has no admin where the puppet cannot tell', async () => {
    const { world, from, room: id } = await room()
    await from('ann', () => {})
    world.puppet.roomPayloadDirty = () => Promise.reject(new Error('no answer'))
    const [one] = await from('ann', () => world.says('ann', `@${botName} /settings`, { room: id }))
    expect(one?.message).toMatchObject({ mentioned: true, admin: false })
  })
})

describe('the bot in a room', () => {
  test('is told to be added and taken out, not what happens to others', async () => {
    const { world, heard } = await listening()
    const id = world.room('friends', ['ann', 'bob'])
    const { ContactMock, RoomMock } = world.puppet.mocker
    RoomMock.load(id)
      .add(ContactMock.load(world.person('eve')))
      .by(ContactMock.load('wxid_ann'))
    RoomMock.load(id).remove(ContactMock.load('wxid_eve')).by(ContactMock.load('wxid_ann'))
    world.joins(id, 'ann')
    world.leaves(id, 'ann')
    await expect.poll(() => heard.length).toBe(2)
    const key = groupKey('wechat', id)
    expect(heard).toEqual([
      { key, update: expect.stringMatching(/^joined-/), message: { kind: 'group', user: 'wxid_ann', event: 'joined' } },
      { key, update: expect.stringMatching(/^left-/), message: { kind: 'group', user: 'wxid_ann', event: 'left' } },
    ])
  })

  test('is told of a room it can no longer look into', async () => {
    const { world, heard } = await listening()
    const id = world.room('friends', ['ann'])
    world.puppet.gone.add(id)
    world.leaves(id, 'ann')
    await expect.poll(() => heard.map(({ message }) => message.event)).toEqual(['left'])
  })
})
