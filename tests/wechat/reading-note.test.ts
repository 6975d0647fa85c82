import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { assemble } from '../../adapters/assemble.ts'
import { createMemoryStore } from '../../adapters/hosting/embedded/memory-store.ts'
import { createPictureIntake } from '../../adapters/picture-intake.ts'
import { readingLine, spokenIn } from '../../adapters/wechat/reading-line.ts'
import { createWeChat } from '../../adapters/wechat/wechat.ts'
import type { Language, Reply, SeenPicture, State } from '../../src/index.ts'
import { engine } from '../ground.ts'
import { MockWorld } from './mock-world.ts'
import { atOnce } from './wechat-stage.ts'

const offer: SeenPicture = { lines: [{ text: '入会费2680元，拉一个人返800元', confidence: 1 }], codes: [] }
const bytes = Buffer.from('a picture')
const lines = [undefined, 'zh-Hans', 'zh-Hant', 'en'].map((language) => readingLine(language as Language | undefined))

interface Bot {
  /** Milliseconds to read each picture. */
  readonly takes: number
  readonly language?: Language
  readonly pace?: Partial<typeof atOnce>
}

/** The whole bot in a mock world; what reads its pictures is as slow as it is told to be, and reads one at a time. */
async function bot({ takes, language, pace }: Bot) {
  const world = new MockWorld()
  let free: Promise<unknown> = Promise.resolve()
  const read = async () => {
    free = free.then(() => wait(takes))
    await free
    return offer
  }
  const platform = createWeChat({
    puppet: world.puppet,
    onTrouble: () => {},
    show: () => {},
    language,
    pace: { ...atOnce, reading: 100, ...pace },
    pictures: createPictureIntake({ read, stop: async () => {} }),
  })
  const store = createMemoryStore<State, Reply>()
  const stop = await assemble({ engine, store, platforms: [platform], onTrouble: () => {}, retryAfter: [5, 20] })
  onTestFinished(stop)
  world.login()
  const ann = world.person('ann')
  const answered = (words = '2680') =>
    expect.poll(() => world.saidTo(ann).filter((text) => text.includes(words)).length, { timeout: 10_000 }).toBe(1)
  const notes = () => world.saidTo(ann).filter((text) => lines.includes(text))
  return { world, ann, answered, notes, stop }
}

describe('that a picture is being read', () => {
  test('is said before the answer where it takes long', async () => {
    const { world, ann, answered } = await bot({ takes: 400, language: 'zh-Hans' })
    world.sendsPicture('ann', bytes)
    await answered()
    expect(world.saidTo(ann)[0]).toBe('收到图片，正在读，稍等几秒。')
    expect(world.saidTo(ann).slice(1)).not.toContain(readingLine('zh-Hans'))
  })

  test('is not said where it does not', async () => {
    const { world, answered, notes } = await bot({ takes: 10 })
    world.sendsPicture('ann', bytes)
    await answered()
    expect(notes()).toEqual([])
  })

  test('is said only after a second and a half', async () => {
    const long = { pace: { reading: 1_500 } }
    const [quick, slow] = await Promise.all([bot({ takes: 1_200, ...long }), bot({ takes: 1_900, ...long })])
    for (const { world } of [quick, slow]) world.sendsPicture('ann', bytes)
    await Promise.all([quick.answered(), slow.answered()])
    expect([quick.notes().length, slow.notes().length]).toEqual([0, 1])
  })

  test('is said once for several in a row, be they read already or not', async () => {
    const { world, answered, notes } = await bot({ takes: 200 })
    world.sendsPicture('ann', bytes)
    world.sendsPicture('ann', bytes)
    await wait(700)
    world.sendsPicture('ann', bytes)
    await answered()
    expect(notes()).toHaveLength(1)
  })

  test('is not said again of a picture that the puppet tells of again, but of another after the answer', async () => {
    const { world, answered, notes } = await bot({ takes: 300 })
    const messageId = world.sendsPicture('ann', bytes)
    await answered()
    world.puppet.emit('message', { messageId })
    await wait(500)
    expect(notes()).toHaveLength(1)
    world.sendsPicture('ann', bytes)
    await expect.poll(notes).toHaveLength(2)
  })

  test('is never said in a room', async () => {
    const { world } = await bot({ takes: 300 })
    const room = world.room('family', ['ann', 'bob'])
    world.sendsPicture('ann', bytes, { room })
    await wait(500)
    expect(world.puppet.sent).toEqual([])
  })

  test('does no harm where it cannot be said', async () => {
    const { world, answered, notes } = await bot({ takes: 400 })
    let refused = 0
    world.puppet.onSend = (_, text) => {
      if (!lines.includes(text)) return
      refused++
      throw new Error('ret -1')
    }
    world.sendsPicture('ann', bytes)
    await answered()
    expect([refused, notes()]).toEqual([1, []])
  })

  test.each([2_000, 700])('is left unsaid where it would be its turn too late: after %i ms', async (perChat) => {
    const { world, ann, answered, notes } = await bot({ takes: 300, pace: { perChat } })
    world.says('ann', '你好')
    await expect.poll(() => world.saidTo(ann).length).toBe(1)
    world.sendsPicture('ann', bytes)
    await answered()
    expect(notes()).toEqual([])
  })

  test('is left unsaid while a reply waits to be sent', async () => {
    const { world, answered, notes } = await bot({ takes: 400, pace: { busy: 1_000 } })
    let busy = true
    world.puppet.onSend = () => {
      if (busy) throw new Error('操作过于频繁，请稍后再试')
    }
    world.says('ann', '你好')
    await wait(100)
    busy = false
    world.sendsPicture('ann', bytes)
    await answered()
    expect(notes()).toEqual([])
  })

  test('comes before the answer even where it is slow to be sent', async () => {
    const { world, ann, answered } = await bot({ takes: 400, language: 'en' })
    const { puppet } = world
    const send = puppet.messageSendText.bind(puppet)
    puppet.messageSendText = async (to, text) => {
      if (lines.includes(text)) await wait(1_500)
      await send(to, text)
    }
    world.sendsPicture('ann', bytes)
    await answered()
    expect(world.saidTo(ann)[0]).toBe(readingLine('en'))
  })

  test('is not said once the bot was stopped', async () => {
    const { world, notes, stop } = await bot({ takes: 300 })
    world.sendsPicture('ann', bytes)
    await stop()
    await wait(200)
    expect(notes()).toEqual([])
  })
})

describe('its language', () => {
  const noted = async (words: string | undefined, language?: Language) => {
    const { world, ann, answered, notes } = await bot({ takes: 300, ...(language && { language }) })
    if (words !== undefined) {
      world.says('ann', words)
      await expect.poll(() => world.saidTo(ann).length).toBeGreaterThan(0)
      await wait(50)
    }
    world.sendsPicture('ann', bytes)
    await answered()
    return notes()
  }

  test('is that of the last reply', async () => {
    expect(await noted('hello, what can you do for me?', 'zh-Hans')).toEqual([readingLine('en')])
    expect(await noted('請問你們是做什麼的？', 'zh-Hans')).toEqual([readingLine('zh-Hant')])
    expect(await noted('你们是做什么的？', 'en')).toEqual([readingLine('zh-Hans')])
  })

  test('is the deployment’s before any, and both where none is known', async () => {
    expect(await noted(undefined, 'zh-Hant')).toEqual(['收到圖片，正在讀，稍等幾秒。'])
    expect(await noted(undefined)).toEqual([
      '收到图片，正在读，稍等几秒。 / Received; reading it now, this takes a few seconds.',
    ])
  })

  test('is told by a reply’s own words, not by what it quotes', () => {
    expect(spokenIn('Line 3 says “入会费2680元，拉一个人返800元，这是我们的项目”. Is that so?')).toBe('en')
    expect(spokenIn('第3行说“Join our team and earn a bonus for every new member”，对吗？')).toBe('zh-Hans')
    expect(spokenIn('2680')).toBeUndefined()
  })
})
