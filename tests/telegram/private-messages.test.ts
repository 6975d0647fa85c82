import { expect, test } from 'vitest'
import type { How } from './fake-people.ts'
import { listening } from './listening.ts'

test('a message is handed over with who says it, what, and under which id', async () => {
  const { api, ann, next } = await listening()
  const { id } = api.say('ann', ann, '入会费2680元')
  const user = String(ann.chat.id)
  expect(await next()).toEqual({
    key: JSON.stringify(['telegram', user, user]),
    update: `m.${id}.`,
    message: { kind: 'private', user, id: String(id), text: '入会费2680元' },
  })
})

test.each(['user', 'hidden_user', 'chat', 'channel'] as const)(
  "what was forwarded from a %s is somebody else's words, and more may follow",
  async (kind) => {
    const { api, ann, next } = await listening()
    api.forward('ann', ann, '入会费2680元', kind)
    expect((await next()).message).toMatchObject({ text: '入会费2680元', forwarded: true, more: true })
  },
)

test('several forwards in a row and the parts of an album belong together, with their captions', async () => {
  const { api, ann, all } = await listening()
  api.forward('ann', ann, '第一条')
  api.forward('ann', ann, '第二条', 'hidden_user')
  const photo = [{ file_id: 'file-1', file_unique_id: '1', width: 1, height: 1 }]
  api.send('ann', ann, { photo, media_group_id: 'g', caption: '入会费2680元' })
  api.send('ann', ann, { photo, media_group_id: 'g' })
  const messages = (await all(4)).map(({ message }) => message)
  expect(messages.map(({ text, more, forwarded = false }) => [text, more, forwarded])).toEqual([
    ['第一条', true, true],
    ['第二条', true, true],
    ['入会费2680元', true, false],
    ['', true, false],
  ])
  await api.until(() => api.callsOf('sendChatAction').length > 0)
  expect(api.callsOf('sendChatAction')).toHaveLength(1)
})

test.each<[string, How]>([
  ['a contact', { contact: { phone_number: '13800000000', first_name: 'eve' } }],
  ['a place', { location: { latitude: 1, longitude: 2 } }],
  ['a voice message', { voice: { file_id: 'file-1', file_unique_id: '1', duration: 3 } }],
  ['a photo', { photo: [{ file_id: 'file-1', file_unique_id: '1', width: 1, height: 1 }] }],
])('%s without words is a message without words', async (_, content) => {
  const { api, ann, next } = await listening()
  api.send('ann', ann, content)
  expect((await next()).message.text).toBe('')
})

test('an edit has the id of what it changes, and is another update each time', async () => {
  const { api, ann, all } = await listening()
  const { id } = api.say('ann', ann, '入会费2680元')
  api.edit(ann, id, '入会费3980元')
  api.edit(ann, id, '没有入会费')
  const heard = await all(3)
  expect(heard.map(({ message }) => [message.id, message.edited ?? false, message.text])).toEqual([
    [String(id), false, '入会费2680元'],
    [String(id), true, '入会费3980元'],
    [String(id), true, '没有入会费'],
  ])
  expect(new Set(heard.map(({ update }) => update)).size).toBe(3)
})

test('a reply carries the words it replies to, the marked part first', async () => {
  const { api, ann, all } = await listening()
  const { id } = api.forward('ann', ann, '入会费2680元。推荐一个人奖励800元')
  api.say('ann', ann, '这个呢', { replyTo: id })
  api.say('ann', ann, '这句呢', { replyTo: id, quote: { text: '入会费2680元', position: 0 } })
  api.say('ann', ann, '那边说的', {
    external_reply: { origin: api.origin('chat') },
    quote: { text: '拉人头', position: 0 },
  })
  expect((await all(4)).map(({ message }) => message.quoted)).toEqual([
    undefined,
    '入会费2680元。推荐一个人奖励800元',
    '入会费2680元',
    '拉人头',
  ])
})

test('a reply to the bot carries no words of the bot', async () => {
  const { api, ann, telegram, next } = await listening()
  const key = JSON.stringify(['telegram', String(ann.chat.id), String(ann.chat.id)])
  await telegram.send(key, { text: '有入会费吗?' }, { update: 's.1', index: 0 })
  api.say('ann', ann, '有', { replyTo: ann.shown[0]?.id ?? 0 })
  expect((await next()).message.quoted).toBeUndefined()
})

test('a link with a token is handed over as text, and a command keeps its slash', async () => {
  const { api, ann, all } = await listening()
  api.say('ann', ann, '/start AAAAAAAAAAAAAAAA')
  api.say('ann', ann, '/law@pyramid_test_bot hk')
  expect((await all(2)).map(({ message }) => message.text)).toEqual(['/start AAAAAAAAAAAAAAAA', '/law hk'])
})

test('what has no meaning here is counted by kind and ignored', async () => {
  const { api, ann, telegram, heard, next } = await listening({ by: 'webhook' })
  const channel = { id: -5, type: 'channel', title: 'news' }
  api.deliveries.allowed = undefined
  api.push({ channel_post: { message_id: 1, date: 1, chat: channel, text: 'x' } })
  api.push({ made_up_next_year: { text: 'x' } })
  api.push({ message: { text: 'no chat' } })
  api.push({ message: 'not even a message' })
  api.push({ callback_query: null })
  api.push({})
  api.send('ann', ann, { pinned_message: { message_id: 1, date: 0, chat: ann.chat } })
  api.say('ann', ann, 'hello')
  expect((await next()).message.text).toBe('hello')
  expect(heard).toEqual([])
  expect(Object.fromEntries(telegram.ignored)).toMatchObject({
    channel_post: 1,
    made_up_next_year: 1,
    malformed: expect.any(Number),
    service_message: 1,
  })
  expect([...telegram.ignored.values()].reduce((sum, one) => sum + one)).toBe(7)
})

test('a person who blocks the bot leaves; coming back is no news', async () => {
  const { api, ann, next, ignored } = await listening()
  api.setBot('ann', ann, 'kicked')
  expect((await next()).message).toEqual({ kind: 'private', user: String(ann.chat.id), event: 'left' })
  api.setBot('ann', ann, 'member')
  expect(await ignored('my_chat_member')).toBe(1)
})
