import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { assemble } from '../../adapters/assemble.ts'
import { createMemoryStore } from '../../adapters/hosting/embedded/memory-store.ts'
import type { Reply, State } from '../../src/index.ts'
import { wording } from '../contracts/labels.ts'
import { engine } from '../ground.ts'
import { openIntake } from '../pictures/open-pictures.ts'
import { posterAndNotice } from '../pictures/sample-files.ts'
import { listening } from './listening.ts'
import { type Delivery, setUp } from './telegram-stage.ts'

let poster: Buffer
let notice: Buffer
beforeAll(async () => {
  ;[poster, notice] = await posterAndNotice()
}, 60_000)

/** The whole bot on a fake Telegram, which reads pictures really. */
async function bot(delivery: Delivery = 'polling') {
  const { intake, reader } = openIntake()
  const set = await setUp(delivery, { pictures: intake })
  const { api, telegram, troubles } = set
  const onTrouble = (message: string) => void troubles.push(message)
  const store = createMemoryStore<State, Reply>()
  const stop = await assemble({ engine, store, platforms: [telegram], onTrouble, retryAfter: [5, 20] })
  onTestFinished(async () => {
    await stop()
    await set.close()
  })
  const says = (words: string) => api.until(() => api.textsIn(ann).find((text) => text.includes(words)), 60_000)
  const ann = api.chats.chat(api.chats.user('ann'))
  return { api, troubles, ann, says, reader }
}

describe('pictures on Telegram', () => {
  test('a photo is fetched in its largest size, read and answered, with typing meanwhile', async () => {
    const { api, ann, says } = await bot()
    api.photo('ann', ann, poster)
    const text = await says('第1张图我读了')
    expect(text).toContain('“入会费2680元”（第1张图第3行）')
    expect(api.files.fetched).toEqual([{ path: 'photos/file-2.jpg', status: 200 }])
    expect(api.callsOf('sendChatAction').length).toBeGreaterThan(0)
  })

  test('a picture sent as a file is read as well; another file is not fetched', async () => {
    const { api, ann, says } = await bot()
    api.document('ann', ann, Buffer.from('PK'), 'application/zip')
    await says(wording('no-text').slice(0, 8))
    api.document('ann', ann, poster, 'image/jpeg', { caption: '这是什么' })
    await says('第1张图我读了')
    expect(api.files.fetched).toHaveLength(1)
  })

  test.each(['polling', 'webhook'] as const)('an album is one offer, answered once, by %s', async (delivery) => {
    const { api, ann, says } = await bot(delivery)
    for (const one of [poster, notice]) api.photo('ann', ann, one, { media_group_id: 'album' })
    const text = await says('第1、2张图我读了')
    expect(text).toContain('第2张图')
    expect(api.textsIn(ann).filter((one) => one.includes('张图我读了'))).toHaveLength(1)
  })

  test('a text that follows a picture waits for it', async () => {
    const { api, ann, says } = await bot()
    api.photo('ann', ann, poster)
    api.say('ann', ann, '/export')
    const text = await says('2680')
    expect(text).toContain('第1张图我读了')
    await says('"picture": 1')
  })

  test.each([
    [
      'that Telegram no longer has',
      wording('picture-not-fetched'),
      (api: Fake, ann: Chat) => {
        api.photo('ann', ann, poster)
        api.files.lose('file-2')
      },
    ],
    [
      'of more than 10 MB',
      wording('picture-bytes'),
      (api: Fake, ann: Chat) => {
        api.document('ann', ann, Buffer.alloc(10_000_001), 'image/png')
      },
    ],
    [
      'too big for bots, whose size was not told',
      wording('picture-bytes'),
      (api: Fake, ann: Chat) => {
        const id = api.files.add(Buffer.alloc(21 * 1024 * 1024))
        api.send('ann', ann, { document: { file_id: id, file_unique_id: id, mime_type: 'image/png' } })
      },
    ],
    [
      'that is none',
      wording('picture-not-a-picture'),
      (api: Fake, ann: Chat) => {
        api.document('ann', ann, Buffer.from('not at all'), 'image/png')
      },
    ],
  ])('one %s is answered plainly', async (_, words, act) => {
    const { api, ann, says, troubles } = await bot()
    act(api, ann)
    await says(words)
    expect(troubles).toEqual([])
  })

  test('a download that breaks off is tried again', async () => {
    const { api, ann, says } = await bot()
    api.files.breaks = 1
    api.photo('ann', ann, poster)
    await says('第1张图我读了')
    expect(api.files.fetched).toHaveLength(2)
  })

  test('in a group only a picture shown to the bot is fetched: its own with a mention, or one replied to', async () => {
    const { api, reader } = await bot()
    const group = api.chats.group('family', ['ann', 'bob'])
    group.bot = 'member'
    const { id } = api.photo('bob', group, poster)
    api.say('ann', group, `@${api.chats.bot.username} 这是传销吗`, { replyTo: id })
    await api.until(() => api.textsIn(group).length > 0)
    expect(api.textsIn(group).join()).toContain('2,680')
    expect(api.files.fetched).toHaveLength(1)
    expect(reader.pid).toBeDefined()
  })

  test('the process that reads may die: the person is told, everybody else goes on, and the next one is read', async () => {
    const { api, ann, says, reader } = await bot()
    api.photo('ann', ann, poster)
    await says('第1张图我读了')
    const bob = api.chats.chat(api.chats.user('bob'))
    const { pid } = reader
    api.photo('ann', ann, notice)
    await api.until(() => api.files.fetched.length > 1)
    if (pid !== undefined) process.kill(pid, 'SIGKILL')
    api.say('bob', bob, '入会费2680元，每推荐一个人奖励800元')
    await api.until(() => api.textsIn(bob).some((text) => text.includes('2680')))
    await says('第2张图')
    api.photo('ann', ann, notice)
    await says('第3张图我读了')
  })
})

test('an update with a picture is confirmed only once the message with what was read is durable', async () => {
  let free = () => {}
  const stuck = new Promise<void>((resolve) => {
    free = resolve
  })
  const { intake } = openIntake()
  const { api, ann, next } = await listening({
    pictures: {
      ...intake,
      begin: (key, who, fetch) =>
        intake.begin(key, who, async () => {
          await stuck
          return fetch()
        }),
    },
  })
  const { update } = api.photo('ann', ann, poster)
  await api.until(() => api.callsOf('getUpdates').length > 3)
  const confirmed = () =>
    api.callsOf('getUpdates').some(({ parameters }) => Number(parameters.offset) > update.update_id)
  expect(confirmed()).toBe(false)
  expect((await next()).message).toEqual({ kind: 'private', awaits: true })
  free()
  const { message } = await next()
  expect(message.pictures?.[0]).toHaveProperty('lines')
  await api.until(confirmed)
})

type Fake = Awaited<ReturnType<typeof bot>>['api']
type Chat = Awaited<ReturnType<typeof bot>>['ann']
