import { expect, test } from 'vitest'
import { groupKey } from '../../adapters/platform.ts'
import { inGroup } from './in-group.ts'

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

test('a group that the bot seems to have left, and that has moved, only moves', async () => {
  const { api, group, key, all, ignored } = await inGroup(false, { movePatience: 60_000 })
  api.setBot('ann', group, 'left')
  group.bot = 'member'
  api.upgrade(group)
  expect((await all(2)).map(({ message }) => message)).toEqual([
    { kind: 'group', event: 'moved', movedFrom: key },
    { kind: 'group', event: 'moved', movedFrom: key },
  ])
  expect(await ignored('my_chat_member')).toBe(1)
})

test('stopped before that is known, it is told of the leaving again at the next start', async () => {
  const { api, group, stop, heard } = await inGroup(false, { movePatience: 60_000 })
  const left = api.setBot('ann', group, 'kicked')
  const { update } = api.say('bob', api.chats.group('others', ['bob']), '你好')
  await api.until(() => heard.length === 1)
  await stop()
  expect(heard).toHaveLength(1)
  expect(api.deliveries.waiting).toContain(left)
  expect(api.deliveries.waiting).toContain(update)
})

test('of a supergroup the bot is out of, it is told at once', async () => {
  const { api, group, next } = await inGroup(true, { movePatience: 60_000 })
  api.setBot('ann', group, 'kicked')
  expect((await next()).message.event).toBe('left')
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
