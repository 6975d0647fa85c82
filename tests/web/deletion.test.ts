import { expect, test } from 'vitest'
import { createMemoryStore } from '../../adapters/hosting/embedded/memory-store.ts'
import { labels } from '../../adapters/web/page/labels.ts'
import type { Reply, State } from '../../src/index.ts'
import { wording } from '../contracts/labels.ts'
import { failureOf, hello, running } from './asking.ts'

const offer = labels['zh-Hans'].examplePitch

/** A session whose members have all spoken in private and in the group, with offers that nobody took along. */
async function spoken() {
  const store = createMemoryStore<State, Reply>()
  const bot = await running({ store })
  const { session } = bot
  await session.say({ chat: 'group', as: 'me', event: 'joined', text: labels['zh-Hans'].groupName })
  for (const as of ['me', 'friend', 'recruiter'] as const) {
    await session.say({ as, text: offer, forwarded: true })
    const replies = await session.say({ chat: 'group', as, text: `@bot ${offer}` })
    expect(replies.some(({ token }) => token)).toBe(true)
  }
  const kept = async () => {
    const keys: string[] = []
    for await (const { key } of store.list()) keys.push(key)
    return keys
  }
  // Three private chats, the group, and three offers to take along.
  expect(await kept()).toHaveLength(7)
  return { ...bot, kept }
}

test('everything deleted, nothing stays of any member, of the group or of its offers, and one reply says so', async () => {
  const { address, session, kept } = await spoken()
  const stream = await fetch(`${address}api/replies`, { headers: { Cookie: session.cookie } })
  const said = { ...hello(), text: undefined, choice: 'delete', everything: true } as const
  const replies = await session.say({ ...said, chat: 'private', as: 'me' })
  expect(await kept()).toEqual([])
  expect(replies.map(({ text }) => text)).toEqual([wording('deleted')])
  const again = await session.say({ ...said, chat: 'private', as: 'me' })
  expect(again).toEqual(replies)
  expect(await kept()).toEqual([])
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  let told = ''
  while (!told.includes('"forgets":true')) told += (await reader?.read())?.value ?? ''
  expect(told.match(/event: reply/g)).toHaveLength(1)
  await reader?.cancel()
})

test('what was said before a deletion is not told again to a page that comes back', async () => {
  const { address, session } = await running()
  const [first] = await session.say({ text: offer, forwarded: true })
  await session.say({ choice: 'delete' })
  const stream = await fetch(`${address}api/replies?after=${first?.id.replace(/\d+$/, '0')}`, {
    headers: { Cookie: session.cookie },
  })
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  let told = ''
  while (!told.includes('event: ready')) told += (await reader?.read())?.value ?? ''
  expect(told).toContain('event: lost')
  expect(told).not.toContain('event: reply')
  await reader?.cancel()
  expect((await session.say({ choice: 'resume' })).map(({ text }) => text).join()).not.toContain('2680')
})

test('one private chat deleted, the others and the group stay', async () => {
  const { session, kept } = await spoken()
  await session.say({ as: 'friend', choice: 'delete' })
  expect(await kept()).toHaveLength(6)
})

test('everything is deleted by that choice in one’s own private chat alone', async () => {
  const { session, kept } = await spoken()
  const before = await kept()
  for (const other of [{ choice: 'show' }, { as: 'friend' }, { chat: 'group' }]) {
    const body = { ...hello(), text: undefined, choice: 'delete', everything: true, ...other }
    const refused = await session.post(body)
    expect(await failureOf(refused)).toMatchObject({ error: 'wrong_form' })
  }
  expect(await kept()).toEqual(before)
})
