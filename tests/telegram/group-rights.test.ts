import { expect, test } from 'vitest'
import { tooMany } from './fake-bot-api.ts'
import { inGroup } from './in-group.ts'

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

test.each([
  ['a command', '@pyramid_test_bot /settings 22-7', 1],
  ['what may be the name of a setting', '@pyramid_test_bot 留意全部消息', 1],
  ['the longest of these names', '@pyramid_test_bot Verdicts in the group', 1],
  ['an offer', '@pyramid_test_bot 入会费2680元，每推荐一个人奖励800元，这个靠谱吗？', 0],
])('rights asked for %s: %s', async (_, said, times) => {
  const { api, group, next } = await inGroup()
  api.say('ann', group, said)
  expect((await next()).message.admin).toBe(times > 0 ? true : undefined)
  expect(api.callsOf('getChatMember')).toHaveLength(times)
})

test("rights are not asked for a question about someone's words", async () => {
  const { api, group, all } = await inGroup()
  const { id } = api.say('bob', group, '入会费2680元')
  api.say('ann', group, '@pyramid_test_bot 靠谱吗', { replyTo: id })
  expect((await all(2))[1]?.message).not.toHaveProperty('admin')
  expect(api.callsOf('getChatMember')).toEqual([])
})

test('rights are asked for a press on the settings panel, and for no other', async () => {
  const { api, group, key, telegram, next } = await inGroup()
  const choices = [
    { id: 'here', label: '在这里' },
    { id: 'set:watching', label: '留意' },
  ]
  await telegram.send(key, { text: '好', choices, question: 'settings' }, { update: 's.1', index: 0 })
  api.press('ann', group, '在这里')
  expect((await next()).message).not.toHaveProperty('admin')
  expect(api.callsOf('getChatMember')).toEqual([])
  api.press('ann', group, '留意')
  expect((await next()).message).toMatchObject({ choice: 'set:watching', admin: true })
})

test('rights that cannot be found out at once are asked for once more', async () => {
  const { api, group, next } = await inGroup()
  api.plan('getChatMember', 'bad_gateway')
  api.say('ann', group, '/settings')
  expect((await next()).message.admin).toBe(true)
})

test.each([
  ['where Telegram fails again', 'bad_gateway', 2],
  ['where it says to come back much later', tooMany(5), 1],
] as const)('rights that cannot be found out stay unknown, %s', async (_, mishap, times) => {
  const { api, group, next } = await inGroup()
  api.plan('getChatMember', mishap, { times: 2 })
  api.say('ann', group, '/settings')
  expect((await next()).message).not.toHaveProperty('admin')
  expect(api.callsOf('getChatMember')).toHaveLength(times)
})

test('rights that take long to find out stay unknown, after 3 s', async () => {
  const { api, group, next } = await inGroup()
  api.plan('getChatMember', { late: 6000 })
  const start = Date.now()
  api.say('ann', group, '/settings')
  expect((await next()).message).not.toHaveProperty('admin')
  expect(Date.now() - start).toBeLessThan(5500)
})
