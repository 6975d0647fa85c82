import { expect, test } from 'vitest'
import { groupKey } from '../../adapters/platform.ts'
import type { FakeBotApi } from './fake-bot-api.ts'
import { tooMany } from './fake-bot-api.ts'
import { listening } from './listening.ts'

async function inGroup(isSuper = false) {
  const all = await listening()
  const group = all.api.chats.group('friends', ['ann', 'bob'], isSuper)
  group.bot = 'member'
  return { ...all, group, key: groupKey('telegram', String(group.chat.id)), bot: all.api.chats.bot.username }
}
const idOf = (api: FakeBotApi, name: string) => String(api.chats.user(name).id)

test.each([
  ['its name', '@Pyramid_Test_Bot 入会费2680元', '入会费2680元'],
  ['its name behind characters of two units', '💰💰 入会费2680元 @pyramid_test_bot', '💰💰 入会费2680元'],
  ['its name in the middle', '问问 @pyramid_test_bot 这个靠谱吗', '问问 这个靠谱吗'],
  ['a command for it', '/why@pyramid_test_bot', '/why'],
  ['a bare command', '/law hk', '/law hk'],
])('is addressed by %s', async (_, said, text) => {
  const { api, group, next } = await inGroup()
  api.say('bob', group, said)
  expect((await next()).message).toMatchObject({ kind: 'group', user: idOf(api, 'bob'), text, mentioned: true })
})

test.each([
  ['nothing', '入会费2680元'],
  ['the name of another', '@pyramid_test_bots 看看'],
  ['a command for another bot', '/why@other_bot @pyramid_test_bot'],
  ['an address of mail', 'mail@pyramid_test_bot.example'],
])('is not addressed by %s; the message is handed over all the same', async (_, said) => {
  const { api, group, next } = await inGroup()
  api.say('bob', group, said)
  const { message } = await next()
  expect(message.mentioned).toBeUndefined()
  expect(message.admin).toBeUndefined()
  expect(api.callsOf('getChatMember')).toEqual([])
})

test('is addressed by a reply to it, and by a name without an @', async () => {
  const { api, group, key, telegram, all, bot } = await inGroup()
  await telegram.send(key, { text: '你好' }, { update: 's.1', index: 0 })
  api.say('bob', group, '是', { replyTo: group.shown[0]?.id ?? 0 })
  const user = { ...api.chats.bot, username: bot ?? '' }
  api.say('bob', group, '机器人 怎么看', { entities: [{ type: 'text_mention', offset: 0, length: 3, user }] })
  expect((await all(2)).map(({ message: { text, mentioned, quoted } }) => [text, mentioned, quoted])).toEqual([
    ['是', true, undefined],
    ['怎么看', true, undefined],
  ])
})

test("a question about someone's pitch brings the pitch along", async () => {
  const { api, group, all } = await inGroup()
  const { id } = api.say('ann', group, '入会费2680元')
  api.say('bob', group, '@pyramid_test_bot 靠谱吗', { replyTo: id })
  const [, asked] = await all(2)
  expect(asked?.message).toMatchObject({ text: '靠谱吗', quoted: '入会费2680元', mentioned: true })
})

test('the rights of who addresses it are asked afresh each time', async () => {
  const { api, group, next } = await inGroup()
  for (const [name, rights, admin] of [
    ['ann', 'creator', true],
    ['bob', 'member', false],
    ['bob', 'administrator', true],
    ['bob', 'silenced', false],
  ] as const) {
    group.members.set(api.chats.user(name).id, rights)
    api.say(name, group, '/settings')
    expect((await next()).message.admin).toBe(admin)
  }
  expect(api.callsOf('getChatMember')).toHaveLength(4)
})

test('rights that cannot be found out are none', async () => {
  const { api, group, next } = await inGroup()
  api.plan('getChatMember', tooMany(5))
  api.say('ann', group, '/settings')
  expect((await next()).message.admin).toBe(false)
})

test('rights that take long to find out are none, after 3 s', async () => {
  const { api, group, next } = await inGroup()
  api.plan('getChatMember', { late: 6000 })
  const start = Date.now()
  api.say('ann', group, '/settings')
  expect((await next()).message.admin).toBe(false)
  expect(Date.now() - start).toBeLessThan(5500)
})

test('an admin who speaks as the group is one, and a channel speaks for itself', async () => {
  const { api, group, all } = await inGroup(true)
  api.say('ann', group, '/settings', { anonymous: true })
  const channel = { id: -1_000_000_000_777, type: 'channel', title: 'news' } as const
  api.say('bob', group, '@pyramid_test_bot 看看', { sender_chat: channel })
  expect((await all(2)).map(({ message: { user, admin } }) => [user, admin])).toEqual([
    [String(group.chat.id), true],
    [String(channel.id), undefined],
  ])
  expect(api.callsOf('getChatMember')).toEqual([])
})

test('its answer is a reply to the asker, in the topic asked in, also where the question is gone', async () => {
  const { api, group, key, telegram, all } = await inGroup(true)
  const { id } = api.say('bob', group, '@pyramid_test_bot 看看', { message_thread_id: 9, is_topic_message: true })
  const [{ update } = await Promise.reject(new Error('nothing'))] = await all(1)
  await telegram.send(key, { text: '好' }, { update, index: 0 })
  group.messages.delete(id)
  api.say('bob', group, '还在话题里', { message_thread_id: 9, is_topic_message: true })
  await telegram.send(key, { text: '还在' }, { update, index: 1 })
  expect(group.shown.map(({ replyTo, thread }) => [replyTo, thread])).toEqual([
    [id, 9],
    [undefined, 9],
  ])
})

test('where the topic is gone, it answers outside', async () => {
  const { group, key, telegram } = await inGroup(true)
  await telegram.send(key, { text: '好' }, { update: 'm.5.99', index: 0 })
  expect(group.shown).toMatchObject([{ text: '好' }])
  expect(group.shown[0]?.thread).toBeUndefined()
})

test('added it has joined; removed, left or silenced it has left; other changes are no news', async () => {
  const { api, group, next, ignored, key } = await inGroup()
  group.bot = 'left'
  const events: unknown[] = []
  for (const rights of ['member', 'kicked', 'member', 'silenced', 'member', 'left'] as const) {
    api.setBot('ann', group, rights)
    const heard = await next()
    expect(heard.key).toBe(key)
    events.push(heard.message.event)
  }
  expect(events).toEqual(['joined', 'left', 'joined', 'left', 'joined', 'left'])
  group.bot = 'member'
  api.setBot('ann', group, 'administrator')
  expect(await ignored('my_chat_member')).toBe(1)
})

test('a group that becomes a supergroup moves once, whichever of the two tells it', async () => {
  const { api, group, key, telegram, all, ignored } = await inGroup()
  const to = api.upgrade(group)
  const heard = await all(2)
  expect(new Set(heard.map((one) => JSON.stringify(one))).size).toBe(1)
  expect(heard[0]).toEqual({
    key: groupKey('telegram', String(to.chat.id)),
    update: `moved.${group.chat.id}`,
    message: { kind: 'group', event: 'moved', movedFrom: key },
  })
  api.setBot('ann', group, 'left')
  expect(await ignored('my_chat_member')).toBe(1)
  to.bot = 'left'
  api.setBot('ann', to, 'member')
  await api.until(() => telegram.ignored.get('my_chat_member') === 2)
  api.setBot('ann', to, 'kicked')
  api.setBot('ann', to, 'member')
  expect((await all(2)).map(({ message }) => message.event)).toEqual(['left', 'joined'])
})

test('a group whose move is learnt by sending moves, and the reply arrives there', async () => {
  const { api, group, key, telegram, next } = await inGroup()
  const to = api.upgrade(group, false)
  await telegram.send(key, { text: '好' }, { update: 'm.5.', index: 0 })
  expect((await next()).message).toEqual({ kind: 'group', event: 'moved', movedFrom: key })
  await telegram.send(key, { text: '还好' }, { update: 'm.5.', index: 1 })
  expect(api.textsIn(to)).toEqual(['好', '还好'])
  expect(api.callsOf('sendMessage')).toHaveLength(3)
})
