import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { types } from 'wechaty'
import { privateKey } from '../../adapters/platform.ts'
import { SettingsError } from '../../adapters/settings.ts'
import { createWeChat } from '../../adapters/wechat/wechat.ts'
import { listening } from './heard.ts'
import { MockWorld } from './mock-world.ts'
import { atOnce } from './wechat-stage.ts'

const { ScanStatus } = types

test('the login code is drawn on the terminal, and again when there is another', async () => {
  const { world, shown } = await listening()
  await expect.poll(() => shown.length).toBe(1)
  const scan = (code: string, status: number = ScanStatus.Waiting) =>
    world.puppet.emit('scan', { qrcode: code, status })
  scan('https://login.example/1')
  await expect.poll(() => shown.length).toBe(2)
  expect(shown[1]).toMatch(/[▀▄█]{10}/u)
  expect(shown[1]).toContain('scan this code')
  scan('https://login.example/1')
  scan('https://login.example/1', ScanStatus.Scanned)
  await expect.poll(() => shown.length).toBe(3)
  expect(shown[2]).toContain('confirm')
  scan('https://login.example/2', ScanStatus.Timeout)
  await expect.poll(() => shown.length).toBe(4)
  expect(shown[3]).not.toBe(shown[1])
  scan('', ScanStatus.Waiting)
  scan('https://login.example/2', ScanStatus.Confirmed)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(shown).toHaveLength(4)
})

test('login and logout are told without names, and the bot goes on after both', async () => {
  const { world, shown, of } = await listening()
  await world.puppet.logout()
  await expect
    .poll(() => shown)
    .toEqual(['WeChat: logged in\n', 'WeChat: logged out; a new code to scan follows where one is needed\n'])
  world.login()
  expect(await of('ann', () => world.says('ann', '你好'))).toHaveLength(1)
})

test('errors of the puppet are told without their words, and the bot goes on', async () => {
  const { world, troubles, of } = await listening()
  for (let one = 0; one < 20; one++) world.puppet.emit('error', new Error('王秀兰 says 2680'))
  expect(troubles).toEqual(['WeChat: the puppet reported an error', 'WeChat: the puppet reported an error, 10 times'])
  expect(await of('ann', () => world.says('ann', '你好'))).toHaveLength(1)
})

test('a message that cannot be taken in ends neither the process nor the chat', async () => {
  const unhandled = vi.fn()
  process.on('unhandledRejection', unhandled)
  onTestFinished(() => void process.off('unhandledRejection', unhandled))
  const taken: (string | undefined)[] = []
  const { world, troubles } = await listening({
    async onMessage(_, __, { text }) {
      if (text === '坏') throw new Error('the disk is full')
      taken.push(text)
      return { delivered: Promise.resolve() }
    },
  })
  world.says('ann', '坏')
  world.says('ann', '好')
  await expect.poll(() => taken).toEqual(['好'])
  expect(troubles).toEqual(['WeChat: a message could not be taken in'])
  expect(unhandled).not.toHaveBeenCalled()
})

test('a puppet that fails at every question ends neither the process nor the chat', async () => {
  const { world, of, troubles } = await listening()
  const room = world.room('friends', ['ann'])
  await of('ann', () => {}, room)
  const no = () => Promise.reject(new Error('no answer'))
  Object.assign(world.puppet, {
    messageUrl: no,
    messageMiniProgram: no,
    roomMemberRawPayload: no,
    roomPayloadDirty: no,
  })
  const heard = await of(
    'ann',
    () => {
      world.sendsLink('ann', { title: '', url: '' }, { room })
      world.says('ann', '@小助手 你好', { room })
    },
    room,
  )
  expect(heard.map(({ message }) => message.text)).toEqual(['你好'])
  expect(troubles.every((one) => one.startsWith('WeChat: '))).toBe(true)
})

test('friend requests are accepted, and one that carries an offer along is its first message', async () => {
  const { world, heard } = await listening()
  const token = 'AbCdEf-123456_78'
  const plain = world.asksToBeFriends('bob', '我是bob')
  const carrying = world.asksToBeFriends('ann', `我是ann：/start ${token}`)
  await expect.poll(() => world.puppet.accepted).toEqual([plain, carrying])
  await expect
    .poll(() => heard)
    .toEqual([
      {
        key: privateKey('wechat', 'wxid_ann', 'wxid_ann'),
        update: `friend-${carrying}`,
        message: { kind: 'private', user: 'wxid_ann', id: carrying, text: `/start ${token}` },
      },
    ])
  expect(world.puppet.sent).toEqual([])
})

test('friend requests are accepted one after another, not all at once', async () => {
  const { world } = await listening({ pace: { ...atOnce, friends: 150 } })
  for (let one = 0; one < 3; one++) world.asksToBeFriends(`friend${one}`, '')
  await expect.poll(() => world.puppet.accepted.length).toBe(1)
  const first = Date.now()
  await expect.poll(() => world.puppet.accepted.length).toBe(3)
  expect(Date.now() - first).toBeGreaterThan(200)
})

test('stopped, it hears nothing more', async () => {
  const { world, of, heard, stop } = await listening()
  await of('ann', () => {})
  const before = heard.length
  const message = world.says('ann', '你好', { times: 0 })
  await stop()
  world.puppet.emit('message', { messageId: message })
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(heard).toHaveLength(before)
})

test('a puppet that starts itself again is left to it', async () => {
  const { world, of, troubles } = await listening()
  await world.puppet.reset()
  world.login()
  expect(await of('ann', () => world.says('ann', '你好'))).toHaveLength(1)
  expect(world.puppet.starts).toBe(2)
  expect(troubles).toEqual([])
})

test('a puppet that has stopped is started again', async () => {
  const { world, of, troubles } = await listening()
  await world.puppet.stop()
  await expect.poll(() => world.puppet.starts, { timeout: 10_000 }).toBe(2)
  await expect.poll(() => world.puppet.state.active()).toBe(true)
  world.login()
  expect(await of('ann', () => world.says('ann', '你好'))).toHaveLength(1)
  expect(troubles).toContain('WeChat: the puppet has stopped and is started again')
})

test('a puppet that shows no new code after a logout is started anew', async () => {
  const { world } = await listening()
  await world.puppet.logout()
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  expect(world.puppet.starts).toBe(1)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 })
  onTestFinished(() => void vi.useRealTimers())
  await expect.poll(() => world.puppet.starts, { timeout: 10_000 }).toBe(2)
})

const unused = { onTrouble: () => {}, show: () => {}, pace: atOnce }
const noMessages = async () => ({ delivered: Promise.resolve() })

test('a start that fails for want of a setting says so in one line', async () => {
  const { puppet } = new MockWorld()
  puppet.failingStarts.push(new Error('no TOKEN was given:\n  set PUPPET_TOKEN'))
  const started = createWeChat({ ...unused, puppet }).start(noMessages)
  await expect(started).rejects.toThrow(SettingsError)
  await expect(started).rejects.toThrow(
    /^WECHATY_PUPPET: its puppet could not start: no TOKEN was given: set PUPPET_TOKEN$/,
  )
})

test('a start that fails otherwise is tried again, and the other platforms need not wait for it', async () => {
  const world = new MockWorld()
  world.puppet.failingStarts.push(new Error('socket hang up'))
  const began = Date.now()
  onTestFinished(await createWeChat({ ...unused, puppet: world.puppet }).start(noMessages))
  expect(Date.now() - began).toBeLessThan(7_000)
  await expect.poll(() => world.puppet.starts, { timeout: 20_000 }).toBe(2)
})

test('WeChat tells of a message once: what has come when the bot is stopped is still taken in', async () => {
  const world = new MockWorld()
  const taken: string[] = []
  const stop = await createWeChat({ ...unused, puppet: world.puppet }).start(async (_key, _update, { text = '' }) => {
    await wait(100)
    taken.push(text)
    return { delivered: Promise.resolve() }
  })
  world.login()
  for (const text of ['one', 'two', 'three']) world.says('ann', text)
  // Until the puppet has told of them.
  await expect.poll(() => taken).toEqual(['one'])
  await stop()
  expect(taken).toEqual(['one', 'two', 'three'])
})
