import { expect, onTestFinished, test } from 'vitest'
import { assemble } from '../../adapters/assemble.ts'
import { createMemoryStore } from '../../adapters/hosting/embedded/memory-store.ts'
import type { Reply, State } from '../../src/index.ts'
import { wording } from '../contracts/labels.ts'
import { engine } from '../ground.ts'
import type { FakeChat } from './fake-chats.ts'
import { badRequest, Refusal } from './fake-refusal.ts'
import { setUp } from './telegram-stage.ts'

const pitch = '入会费2680元，每推荐一个人奖励800元'

/** The whole bot on a fake Telegram, ended with the test. */
async function bot(store = createMemoryStore<State, Reply>()) {
  const set = await setUp('polling')
  const { api, telegram, troubles } = set
  const onTrouble = (message: string) => void troubles.push(message)
  const stop = await assemble({ engine, store, platforms: [telegram], onTrouble, retryAfter: [5, 20] })
  onTestFinished(async () => {
    await stop()
    await set.close()
  })
  const count = async () => {
    let kept = 0
    for await (const _ of store.list()) kept++
    return kept
  }
  return { api, troubles, count, ann: api.chats.chat(api.chats.user('ann')) }
}

test('several forwards and an album are one offer, answered once a moment later, with typing meanwhile', async () => {
  const { api, ann } = await bot()
  api.forward('ann', ann, '好项目推荐', 'channel')
  api.forward('ann', ann, '入会费2680元', 'hidden_user')
  const photo = [{ file_id: 'file-1', file_unique_id: '1', width: 1, height: 1 }]
  api.send('ann', ann, {
    photo,
    media_group_id: 'g',
    caption: '每推荐一个人奖励800元',
    forward_origin: api.origin('user'),
  })
  const [shown] = await api.until(() => ann.shown.length > 0 && ann.shown)
  expect(shown?.text).toContain('2680')
  expect(shown?.text).toContain('800')
  expect(shown?.markup?.inline_keyboard.flat().map(({ text }) => text)).toContain(wording('choice-yes'))
  expect(api.callsOf('sendChatAction').length).toBeGreaterThan(0)
})

test('an edited message is evaluated again', async () => {
  const { api, ann } = await bot()
  const { id } = api.say('ann', ann, pitch)
  await api.until(() => ann.shown.length > 0)
  api.edit(ann, id, '入会费3980元，每推荐一个人奖励800元')
  await api.until(() => api.textsIn(ann).some((text) => text.includes('3980')))
})

test('a button of a question that has passed shows the one that is open', async () => {
  const { api, ann } = await bot()
  api.say('ann', ann, pitch)
  const first = await api.until(() => ann.shown[0])
  const data = first.markup?.inline_keyboard.flat()[0]?.callback_data ?? ''
  const message = ann.messages.get(first.id)
  if (!message) throw new Error('expected a message')
  api.pressed('ann', ann, data, message)
  await api.until(() => ann.shown.length > 1)
  const before = ann.shown.length
  const { id } = api.pressed('ann', ann, data, message)
  await api.until(() =>
    api
      .textsIn(ann)
      .slice(before)
      .some((text) => text.startsWith(wording('stale').slice(0, 8))),
  )
  expect(await api.until(() => api.presses.get(id)?.answer)).toEqual({})
})

test('a photo without words is answered honestly', async () => {
  const { api, ann } = await bot()
  api.send('ann', ann, { photo: [{ file_id: 'file-1', file_unique_id: '1', width: 1, height: 1 }] })
  await api.until(() => ann.shown.length > 0)
  expect(api.textsIn(ann).join()).toContain(wording('no-text').slice(0, 6))
})

/** A group in which an admin has turned watching on. */
async function watchedGroup() {
  const all = await bot()
  const { api } = all
  const group = api.chats.group('friends', ['ann', 'bob'])
  api.setBot('ann', group, 'member')
  await api.until(() => group.shown.length > 0)
  api.say('ann', group, '/settings')
  const panel = await api.until(() => group.shown[1])
  const label = panel.markup?.inline_keyboard
    .flat()
    .find(({ text }) => text.startsWith(wording('choice-set-watching')))?.text
  api.press('ann', group, label ?? '')
  await api.until(() => group.shown.length > 2)
  return { ...all, group }
}
const speaksOn = async (api: Awaited<ReturnType<typeof bot>>['api'], where: FakeChat) => {
  const before = where.shown.length
  api.say('bob', where, pitch)
  return api.until(() => where.shown.length > before)
}

test('a group that becomes a supergroup keeps its settings', async () => {
  const { api, group, troubles } = await watchedGroup()
  const to = api.upgrade(group)
  expect(await speaksOn(api, to)).toBe(true)
  expect(troubles).toEqual([])
})

test('also where that is learnt by sending alone', async () => {
  const { api, group, troubles } = await watchedGroup()
  const to = api.upgrade(group, false)
  api.say('ann', group, '/help')
  await api.until(() => to.shown.length > 0)
  expect(await speaksOn(api, to)).toBe(true)
  expect(troubles).toEqual([])
})

test.each([
  ['kicked', new Refusal(403, 'Forbidden: bot was kicked from the group chat')],
  ['silenced', badRequest('not enough rights to send text messages to the chat')],
])('a bot that learns by sending that it was %s ends that chat quietly', async (_, mishap) => {
  const { api, group, count, troubles } = await watchedGroup()
  api.plan('sendMessage', mishap, { times: 100, chat: group.chat.id })
  api.say('bob', group, pitch)
  await expect.poll(count).toBe(0)
  expect(troubles).toEqual([])
})

test('a person who blocks the bot is forgotten', async () => {
  const { api, ann, count } = await bot()
  api.say('ann', ann, pitch)
  await api.until(() => ann.shown.length > 0)
  api.setBot('ann', ann, 'kicked')
  await expect.poll(count).toBe(0)
})
