import { expect, test } from 'vitest'
import type { FakeBotApi } from './fake-bot-api.ts'
import { inGroup } from './in-group.ts'

const idOf = (api: FakeBotApi, name: string) => String(api.chats.user(name).id)

test.each([
  ['its name', '@Pyramid_Test_Bot 入会费2680元', '入会费2680元'],
  ['its name behind characters of two units', '💰💰 入会费2680元 @pyramid_test_bot', '💰💰 入会费2680元'],
  ['its name in the middle', '问问 @pyramid_test_bot 这个靠谱吗', '问问 这个靠谱吗'],
  ['a command for it', '/why@pyramid_test_bot', '/why'],
  ['a bare command of its own', '/law hk', '/law hk'],
  ['one in capitals', '/Crime', '/Crime'],
  ['any command that names it', '/ban@pyramid_test_bot', '/ban'],
])('is addressed by %s', async (_, said, text) => {
  const { api, group, next } = await inGroup()
  api.say('bob', group, said)
  expect((await next()).message).toMatchObject({ kind: 'group', user: idOf(api, 'bob'), text, mentioned: true })
})

test.each([
  ['nothing', '入会费2680元'],
  ['the name of another', '@pyramid_test_bots 看看'],
  ['a command for another bot', '/why@other_bot @pyramid_test_bot'],
  ['a bare command only others know', '/ban'],
  ['such a command about it', '/ban @pyramid_test_bot'],
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

test('who speaks as a chat is shown no choices of their own, and a settings panel all the same', async () => {
  const { group, key, telegram } = await inGroup(true)
  const to = String(group.chat.id)
  const choices = [
    { id: 'private', label: '私下说' },
    { id: 'x'.repeat(80), label: '很长的选择' },
  ]
  const panel = [{ id: 'set:watching', label: '留意' }]
  await telegram.send(key, { text: '请选', to, choices, question: 'q' }, { update: 's.1', index: 0 })
  await telegram.send(key, { text: '设置', to, choices: panel, question: 'settings' }, { update: 's.1', index: 1 })
  await telegram.send(
    key,
    { text: '请选', to: '7100200001', choices: panel, question: 'q' },
    { update: 's.1', index: 2 },
  )
  expect(group.shown.map(({ text, markup }) => [text, markup?.inline_keyboard.flat().length])).toEqual([
    ['请选', undefined],
    ['设置', 1],
    ['请选', 1],
  ])
})
