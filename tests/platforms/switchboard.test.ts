import { expect, onTestFinished, test } from 'vitest'
import { assemble } from '../../adapters/assemble.ts'
import { createMemoryStore } from '../../adapters/hosting/embedded/memory-store.ts'
import { Undelivered } from '../../adapters/hosting/host.ts'
import { groupKey, isOf, partsOf, privateKey } from '../../adapters/platform.ts'
import type { Draw } from '../../adapters/switchboard.ts'
import type { Message, Reply, State } from '../../src/index.ts'
import { stateForm } from '../../src/index.ts'
import { pitch } from '../contracts/under-test.ts'
import { engine } from '../ground.ts'
import { drawing } from '../pictures/drawn.ts'
import { readPng } from '../pictures/png.ts'
import { fakePlatform } from './fake-platform.ts'

const chat = groupKey('one', '-100')
const bob = privateKey('one', 'b', 'bob')
const eve = privateKey('one', 'e', 'eve')

/** The real engine and host between platforms that are not, with every message the engine was given. */
async function connected(step = engine.step, drawing?: Draw) {
  const [one, two] = [fakePlatform('one'), fakePlatform('two')]
  const store = createMemoryStore<State, Reply>()
  const given: Message[] = []
  const troubles: string[] = []
  const stop = await assemble({
    engine: {
      ...engine,
      step(state, message, now) {
        given.push(message)
        return step(state, message, now)
      },
    },
    store,
    platforms: [one, two],
    onTrouble: (message) => void troubles.push(message),
    retryAfter: [1, 1],
    ...(drawing && { drawing }),
  })
  onTestFinished(stop)
  const keys = async () => {
    const all: string[] = []
    for await (const { key, state } of store.list()) if (state !== undefined) all.push(key)
    return all
  }
  const ask = async (user: string, update: string) => {
    await one.say(chat, update, { kind: 'group', user, mentioned: true, text: pitch })
    const token = one.sent.at(-1)?.reply.handoff?.token
    if (token === undefined) throw new Error('expected an offer to go on in private')
    return token
  }
  return { one, two, given, troubles, keys, ask }
}

test.each([
  ['plain', 'a', 'b'],
  ['numbers below zero', '-100123', '42'],
  ['what would end a name', '"],["', '","'],
  ['nothing', '', ''],
  ['half a character', '\ud800', '\0'],
])('keys keep their parts apart: %s', (_, room, user) => {
  expect(partsOf(privateKey('one', room, user))).toEqual({ kind: 'private', platform: 'one', chat: room, user })
  expect(partsOf(groupKey('one', room))).toEqual({ kind: 'group', platform: 'one', chat: room })
  expect(isOf('one', privateKey('one', room, user))).toBe(true)
  expect(isOf('on', privateKey('one', room, user))).toBe(false)
  expect(isOf('one"', groupKey('one', room))).toBe(false)
})

test('each platform gets the replies of its own conversations', async () => {
  const { one, two } = await connected()
  await one.say(bob, 'u1', { kind: 'private', user: 'bob', text: '/help' })
  await two.say(privateKey('two', 'b', 'bob'), 'u1', { kind: 'private', user: 'bob', text: pitch })
  expect(one.sent.map(({ key }) => key)).toEqual([bob])
  expect(two.texts().join()).toContain('2680')
})

test('a group message brings a token nobody can guess, new each time; a private one brings none', async () => {
  const { one, given } = await connected()
  for (const update of ['u1', 'u2']) await one.say(chat, update, { kind: 'group', user: 'bob', text: 'hello' })
  await one.say(bob, 'u1', { kind: 'private', user: 'bob', text: 'hello' })
  const [first, second, own] = given.map(({ token }) => token)
  expect(first).toMatch(/^[\w-]{16}$/)
  expect(second).toMatch(/^[\w-]{16}$/)
  expect(second).not.toBe(first)
  expect(own).toBeUndefined()
})

test('an offer handed over is taken along once, and then nothing of it waits', async () => {
  const { one, keys, ask } = await connected()
  const token = await ask('bob', 'u1')
  expect(await keys()).toHaveLength(2)
  await one.say(bob, 'p1', { kind: 'private', user: 'bob', text: ` /start  ${token} ` })
  expect(one.texts().at(-1)).toContain('2680')
  expect(await keys()).toEqual([chat, bob])
})

test('delivered twice, the way into the private chat is gone once', async () => {
  const { one, ask } = await connected()
  const token = await ask('bob', 'u1')
  const message = { kind: 'private', user: 'bob', text: `/start ${token}` } as const
  await Promise.all([one.say(bob, 'p1', message), one.say(bob, 'p1', message)])
  expect(one.sent.filter(({ key }) => key === bob)).toHaveLength(1)
})

test('in the hands of another it leads nowhere, and stays good for its own', async () => {
  const { one, ask } = await connected()
  const token = await ask('bob', 'u1')
  await one.say(eve, 'p1', { kind: 'private', user: 'eve', text: `/start ${token}` })
  expect(one.texts().at(-1)).not.toContain('2680')
  await one.say(bob, 'p1', { kind: 'private', user: 'bob', text: `/start ${token}` })
  expect(one.texts().at(-1)).toContain('2680')
})

test.each(['/start AAAAAAAAAAAAAAAA', '/start ../../../etc/pwd', '/start', '/start AAAAAAAAAAAAAAAA x'])(
  'what names no offer carries none: %s',
  async (text) => {
    const { one, given } = await connected()
    await one.say(bob, 'p1', { kind: 'private', user: 'bob', text })
    expect(given.at(-1)).not.toHaveProperty('carried')
    expect(one.sent).toHaveLength(1)
  },
)

test('a token said in a group takes nothing over', async () => {
  const { one, given, ask } = await connected()
  const token = await ask('bob', 'u1')
  await one.say(chat, 'u2', { kind: 'group', user: 'bob', mentioned: true, text: `/start ${token}` })
  expect(given.at(-1)).not.toHaveProperty('carried')
})

test('what a member deletes in the group can no longer be taken along', async () => {
  const { one, keys, ask } = await connected()
  const token = await ask('bob', 'u1')
  await one.say(chat, 'u2', { kind: 'group', user: 'bob', mentioned: true, text: '/delete' })
  expect((await keys()).filter((key) => key !== chat)).toEqual([])
  await one.say(bob, 'p1', { kind: 'private', user: 'bob', text: `/start ${token}` })
  expect(one.texts().at(-1)).not.toContain('2680')
})

test('a group that goes on under another id keeps its settings, and nothing stays under the old one', async () => {
  const { one, keys } = await connected()
  const moved = groupKey('one', '-200')
  await one.say(chat, 'u1', { kind: 'group', user: 'ann', event: 'joined' })
  await one.say(chat, 'u2', { kind: 'group', user: 'ann', mentioned: true, admin: true, text: '/settings' })
  const { choices = [], question } = one.sent.at(-1)?.reply ?? {}
  const watching = choices.find(({ id }) => id.includes('watching'))
  const press = { choice: watching?.id ?? '', ...(question !== undefined && { question }) }
  await one.say(chat, 'u3', { kind: 'group', user: 'ann', admin: true, ...press })
  const event = { kind: 'group', event: 'moved', movedFrom: chat } as const
  for (let times = 2; times > 0; times--) await one.say(moved, 'm1', event)
  expect(await keys()).toEqual([moved])
  const before = one.sent.length
  await one.say(moved, 'u4', { kind: 'group', user: 'eve', text: pitch })
  expect(one.sent.slice(before).map(({ key }) => key)).toEqual([moved])
})

test('where the bot can speak no longer, what it kept there ends, and nothing is reported', async () => {
  const { one, keys, troubles } = await connected()
  await one.say(bob, 'u1', { kind: 'private', user: 'bob', text: pitch })
  one.failNext(new Undelivered('blocked', 'gone'))
  await one.say(bob, 'u2', { kind: 'private', user: 'bob', text: '/show' })
  expect(await keys()).toEqual([])
  expect(troubles).toEqual([])
  await one.say(bob, 'u3', { kind: 'private', user: 'bob', text: '/show' })
  expect(one.texts().at(-1)).not.toContain('2680')
})

test('what people read acts on nothing that shows it, choices included', async () => {
  const { one } = await connected((state) => [
    state,
    [{ text: 'a\u001b[2J\u202eb\0c\r\nd', choices: [{ id: 'x', label: '\u2066y\u0007' }] }],
  ])
  await one.say(bob, 'u1', { kind: 'private', user: 'bob', text: 'x' })
  expect(one.sent[0]?.reply).toEqual({ text: 'a\ufffd[2Jb\ufffdc\nd', choices: [{ id: 'x', label: 'y\ufffd' }] })
})

test('a reply without words only does what it carries', async () => {
  const { one } = await connected((state) => [state, [{ text: '', revokes: ['x'] }]])
  await one.say(bob, 'u1', { kind: 'private', user: 'bob', text: 'x' })
  expect(one.sent).toEqual([])
})

test('what is kept has the form it is checked by when it is read again', async () => {
  const { one, ask } = await connected((state, message, now) => {
    const [after, replies] = engine.step(state, message, now)
    if (after !== undefined) expect(stateForm.parse(JSON.parse(JSON.stringify(after)))).toEqual(after)
    return [after, replies]
  })
  const token = await ask('bob', 'u1')
  await one.say(bob, 'p1', { kind: 'private', user: 'bob', text: `/start ${token}` })
  expect(one.texts().at(-1)).toContain('2680')
})

const asksForCard = async (all: Awaited<ReturnType<typeof connected>>) => {
  await all.one.say(bob, '1', { kind: 'private', user: 'bob', text: pitch })
  await all.one.say(bob, '2', { kind: 'private', user: 'bob', choice: 'yes' })
  await all.one.say(bob, '3', { kind: 'private', user: 'bob', choice: 'card' })
  return all.one.sent.at(-1)?.reply
}

test('what waits to be sent is what is to be drawn, not the picture; another attempt draws it anew', async () => {
  let drawn = 0
  const counted: Draw = {
    ...drawing,
    draw(picture) {
      drawn++
      expect(JSON.parse(JSON.stringify(picture))).toEqual(picture)
      return drawing.draw(picture)
    },
  }
  const all = await connected(engine.step, counted)
  await asksForCard(all)
  expect(drawn).toBe(0)
  const image = all.one.sent.at(-1)?.reply.image
  for (let times = 1; times <= 2; times++) {
    expect(readPng((await image?.png()) ?? new Uint8Array()).width).toBe(1080)
    expect(drawn).toBe(times)
  }
})

test('a picture that cannot be drawn is told as trouble once it is tried, and its words are there', async () => {
  const all = await connected(engine.step, { ...drawing, draw: () => Promise.reject(new Error('no')) })
  const reply = await asksForCard(all)
  expect(await reply?.image?.png()).toBeUndefined()
  expect(all.troubles).toHaveLength(1)
  expect(reply?.text).toContain('每推荐一个人奖励800元')
})

test('where nothing can be drawn there is no image, and nobody is troubled', async () => {
  const all = await connected(engine.step, { isPossible: async () => false, draw: drawing.draw })
  const reply = await asksForCard(all)
  expect(reply?.image).toBeUndefined()
  expect(all.troubles).toEqual([])
})
