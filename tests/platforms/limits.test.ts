import { describe, expect, test } from 'vitest'
import { limited } from '../../adapters/limited.ts'
import {
  groupKey,
  type Incoming,
  type OnMessage,
  type Outgoing,
  type Platform,
  privateKey,
} from '../../adapters/platform.ts'
import type { Language } from '../../src/index.ts'

/** A platform of which each message taken in, and each word said without the host, is noted. */
async function behind(limits: Parameters<typeof limited>[3], language?: Language) {
  const taken: string[] = []
  const told: { key: string; reply: Outgoing }[] = []
  const troubles: string[] = []
  let say: OnMessage = () => Promise.reject(new Error('not started'))
  let isDown = false
  const platform: Platform = {
    name: 'some',
    speaksFirst: true,
    async start(onMessage) {
      say = onMessage
      return async () => {}
    },
    async send(key, reply) {
      if (isDown) throw new Error('out of reach')
      told.push({ key, reply })
    },
  }
  await limited(platform, language, (message) => troubles.push(message), limits).start(async (key) => {
    taken.push(key)
    return { delivered: Promise.resolve() }
  })
  let updates = 0
  const send = async (key: string, message: Partial<Incoming> = {}) =>
    (await say(key, `u${updates++}`, { kind: 'private', text: 'hello', ...message })).delivered
  return {
    taken,
    told,
    troubles,
    send,
    goDown() {
      isDown = true
    },
  }
}

const ann = privateKey('some', 'ann', 'ann')
const bob = privateKey('some', 'bob', 'bob')
const group = groupKey('some', 'friends')
const addressed = (user: string) => ({ kind: 'group', user, mentioned: true }) as const

describe('who writes more than a person does', () => {
  test('is told so once, and taken in no more for the minute; others are', async () => {
    const { taken, told, send } = await behind({ user: 3 })
    for (let n = 0; n < 10; n++) await send(ann)
    expect(taken).toEqual([ann, ann, ann])
    expect(told).toHaveLength(1)
    expect(told[0]?.key).toBe(ann)
    expect(told[0]?.reply.text).toMatch(/请一分钟后再发[\s\S]*send it again in a minute/)
    await send(bob)
    expect(taken.at(-1)).toBe(bob)
  })
  test('is told in the language that conversations begin in', async () => {
    const { told, send } = await behind({ user: 0 }, 'zh-Hant')
    await send(ann)
    expect(told[0]?.reply.text).toMatch(/^[^a-z]*請一分鐘後再傳[^a-z]*$/)
  })
  test('does so wherever they write, and the word is for them', async () => {
    const { taken, told, send } = await behind({ user: 2 })
    await send(ann, { user: 'ann' })
    await send(group, addressed('ann'))
    await send(group, addressed('ann'))
    await send(group, addressed('bob'))
    expect(taken).toEqual([ann, group, group])
    expect(told).toEqual([{ key: group, reply: { text: expect.any(String), to: 'ann' } }])
  })
  test('presses count as words do', async () => {
    const { taken, send } = await behind({ user: 1 })
    await send(group, { kind: 'group', user: 'ann', choice: 'yes' })
    await send(group, { kind: 'group', user: 'ann', choice: 'yes' })
    expect(taken).toHaveLength(1)
  })
})

describe('a chat in which more is asked than a chat may', () => {
  test('is told so once', async () => {
    const { taken, told, send } = await behind({ chat: 2 })
    for (const user of ['ann', 'bob', 'eve', 'dan']) await send(group, addressed(user))
    expect(taken).toHaveLength(2)
    expect(told.map(({ reply }) => reply.to)).toEqual(['eve'])
  })
  test('that is only watched, is told nothing: nobody asked', async () => {
    const { taken, told, send } = await behind({ user: 1, chat: 1, watched: 2 })
    for (let n = 0; n < 5; n++) await send(group, { kind: 'group', user: 'ann' })
    expect(taken).toHaveLength(2)
    expect(told).toEqual([])
    await send(group, addressed('ann'))
    expect(taken).toHaveLength(3)
  })
})

test('what happens to the chat itself always passes', async () => {
  const { taken, send } = await behind({ user: 0, chat: 0, watched: 0 })
  await send(group, { kind: 'group', user: 'ann', event: 'joined' })
  await send(group, { kind: 'group', event: 'left' })
  await send(ann, { awaits: true })
  expect(taken).toHaveLength(3)
})

test('where the word cannot be said, that is reported and nothing fails', async () => {
  const { troubles, send, goDown } = await behind({ user: 0 })
  goDown()
  await send(ann)
  expect(troubles).toHaveLength(1)
})
