import { describe, expect, onTestFinished, test } from 'vitest'
import { privateKey } from '../../adapters/platform.ts'
import { createMailboxes } from '../../adapters/web/mailboxes.ts'
import type { Shown } from '../../adapters/web/protocol.ts'
import { createWeb } from '../../adapters/web/web.ts'
import { openSession } from './session.ts'

const bounds = { sessions: 3, streams: 10 }
const reply = (name: string): Omit<Shown, 'id'> => ({ name, update: name, chat: 'private', as: 'me', text: name })

function mailboxes() {
  const clock = { now: 0 }
  return { clock, boxes: createMailboxes('run', () => clock.now, bounds) }
}

/** The names of what a page is told from now on. */
function followed(boxes: ReturnType<typeof createMailboxes>, session: string, after?: string) {
  const told: Shown[] = []
  const following = boxes.follow(session, after, (one) => told.push(one))
  return { told, following, names: () => told.map(({ name }) => name) }
}

describe('replies kept for the page', () => {
  test('a page that comes back is told what it missed, in order and once', () => {
    const { boxes } = mailboxes()
    const first = followed(boxes, 'ann')
    boxes.put('ann', reply('one'))
    first.following?.end()
    boxes.put('ann', reply('two'))
    boxes.put('ann', reply('three'))
    const back = followed(boxes, 'ann', first.told[0]?.id)
    expect(back.following?.lost).toBe(false)
    expect(back.names()).toEqual(['two', 'three'])
    boxes.put('ann', reply('four'))
    expect(back.names()).toEqual(['two', 'three', 'four'])
  })

  test('a reply handed over twice is told once', () => {
    const { boxes } = mailboxes()
    const page = followed(boxes, 'ann')
    boxes.put('ann', reply('one'))
    boxes.put('ann', reply('one'))
    expect(page.names()).toEqual(['one'])
  })

  test('what another run of the server told is said to be lost', () => {
    const { boxes } = mailboxes()
    boxes.put('ann', reply('one'))
    for (const after of ['other-1', 'run-99', 'nonsense'])
      expect(followed(boxes, 'ann', after).following?.lost, after).toBe(true)
    expect(followed(boxes, 'ann', 'run-1').following?.lost).toBe(false)
  })

  test('sessions do not see each other', () => {
    const { boxes } = mailboxes()
    const page = followed(boxes, 'ann')
    boxes.put('bob', reply('one'))
    expect(page.names()).toEqual([])
    expect(boxes.answersTo('ann', 'one')).toEqual([])
  })

  test('too much that nobody fetches is refused, so that the host keeps it', () => {
    const { boxes } = mailboxes()
    for (let n = 0; n < 40; n++) boxes.put('ann', reply(`reply ${n}`))
    expect(() => boxes.put('ann', reply('one more'))).toThrow('nobody has fetched')
    followed(boxes, 'ann', 'run-0')
    expect(() => boxes.put('ann', reply('one more'))).not.toThrow()
  })

  test('a session that has seen everything makes room for another, the oldest first', () => {
    const { boxes } = mailboxes()
    followed(boxes, 'ann')
    for (const name of ['bob', 'eve']) boxes.open(name)
    expect(boxes.open('new')).toBe(true)
    expect(['ann', 'bob', 'eve'].map((name) => boxes.has(name))).toEqual([true, false, true])
  })

  test('one with replies to fetch keeps its place for an hour, one with an open page for longer', () => {
    const { boxes, clock } = mailboxes()
    followed(boxes, 'ann')
    for (const name of ['bob', 'eve']) boxes.put(name, reply('one'))
    expect(boxes.open('new')).toBe(false)
    clock.now += 3_600_001
    expect(boxes.open('new')).toBe(true)
    expect(['ann', 'bob', 'eve'].map((name) => boxes.has(name))).toEqual([true, false, false])
  })
})

test('a reply that comes of its own accord reaches the open page at once', async () => {
  let address = ''
  const keys: string[] = []
  const web = createWeb({
    host: '127.0.0.1',
    port: 0,
    onTrouble: () => {},
    onListening: (at) => {
      address = at
    },
  })
  const stop = await web.start(async (key) => {
    keys.push(key)
    return { delivered: Promise.resolve() }
  })
  onTestFinished(stop)
  const session = await openSession(address)
  await session.say({ text: 'hello' })
  const response = await fetch(`${address}api/replies`, { headers: { Cookie: session.cookie } })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const seen = async (words: string) => {
    for (let text = ''; !text.includes(words); ) text += (await reader?.read())?.value ?? ''
  }
  await seen('event: ready')
  expect(keys[0]).toBe(privateKey('web', JSON.parse(keys[0] ?? '[]')[1], 'me'))
  await web.send(keys[0] ?? '', { text: 'woken' }, { update: 'wake-1', index: 0 })
  await seen('"text":"woken"')
  await reader?.cancel()
})
