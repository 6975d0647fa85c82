import { readdir, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { assemble } from '../../adapters/assemble.ts'
import { openKeptFiles } from '../../adapters/hosting/embedded/kept-files.ts'
import { keptReply, keptState } from '../../adapters/kept-forms.ts'
import { createWeChat } from '../../adapters/wechat/wechat.ts'
import { engine } from '../ground.ts'
import { temporaryFolder } from '../hosting/temporary-folder.ts'
import { FakeBotApi, token } from '../telegram/fake-bot-api.ts'
import { begin } from '../terminal/built-program.ts'
import { addressIn, serve } from '../terminal/serving.ts'
import { openSession } from '../web/session.ts'
import { MockWorld } from '../wechat/mock-world.ts'
import { atOnce } from '../wechat/wechat-stage.ts'
import { tracesOf } from './traces.ts'

/** Three offers with figures and words of their own, by which they are found again. */
const offers = ['入会费2681元', '每推荐一个人奖励873元', '必须拉三个人头才能回本']
const pitch = `${offers.join('，')}。`
const others = '入会费5439元'
const masked = '13912345678'

test('what was deleted on Telegram stands in no file, while the bot runs and after it', async () => {
  const api = await new FakeBotApi().open()
  onTestFinished(() => api.close())
  const served = await serve({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: api.root, LOG_LEVEL: 'debug' })
  await served.line()
  await served.line()
  const [ann, bob] = ['ann', 'bob'].map((name) => api.chats.chat(api.chats.user(name)))
  if (!ann || !bob) throw new Error('expected two people')
  const say = async (name: string, chat: typeof ann, text: string, forwarded = false) => {
    const before = chat.shown.length
    if (forwarded) api.forward(name, chat, text, 'hidden_user')
    else api.say(name, chat, text)
    await api.until(() => chat.shown.length > before)
  }
  await say('bob', bob, others)
  await say('ann', ann, pitch, true)
  await say('ann', ann, `${pitch}电话${masked}`)
  await say('ann', ann, '/export')
  expect(await tracesOf(offers, served.dataDir)).not.toEqual([])
  expect(await tracesOf([masked], served.dataDir)).toEqual([])
  await say('ann', ann, '/delete')
  await expect.poll(() => tracesOf(offers, served.dataDir)).toEqual([])
  expect(await tracesOf([others], served.dataDir)).not.toEqual([])
  expect(await served.end()).toBe(0)
  expect(await tracesOf(offers, served.dataDir)).toEqual([])
  expect(offers.filter((text) => served.raw().includes(text))).toEqual([])
})

test('what waited to be shown when it was deleted is neither kept nor shown', async () => {
  const api = await new FakeBotApi().open()
  onTestFinished(() => api.close())
  const served = await serve({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: api.root })
  await served.line()
  await served.line()
  const ann = api.chats.chat(api.chats.user('ann'))
  api.plan('sendMessage', 'reset', { times: 1_000 })
  api.say('ann', ann, pitch)
  await api.until(() => api.callsOf('sendMessage').length > 1)
  api.say('ann', ann, '/export')
  await expect.poll(() => tracesOf(['"version"'], served.dataDir)).not.toEqual([])
  expect(await tracesOf(offers, served.dataDir)).not.toEqual([])
  api.say('ann', ann, '/delete')
  await expect.poll(() => tracesOf(offers, served.dataDir), { timeout: 15_000 }).toEqual([])
  api.unplan()
  await api.until(() => ann.shown.length > 0, 30_000)
  await expect.poll(() => readdir(join(served.dataDir, 'conversations'))).toEqual(['set-aside'])
  expect(ann.shown.filter(({ text }) => text.includes('"version"'))).toEqual([])
})

test('what was deleted on the page stands in no file', async () => {
  const served = await serve()
  const session = await openSession(addressIn(await served.line()))
  await session.say({ text: `${pitch}电话${masked}` })
  await session.say({ chat: 'group', as: 'me', event: 'joined' })
  await session.say({ chat: 'group', as: 'me', text: `@bot ${pitch}` })
  expect(await tracesOf(offers, served.dataDir)).not.toEqual([])
  expect(await tracesOf([masked], served.dataDir)).toEqual([])
  await session.say({ choice: 'delete', everything: true })
  expect(await tracesOf(offers, served.dataDir)).toEqual([])
})

test('of what a member of a group deletes, nothing stands in any file, the offer to take along included', async () => {
  const served = await serve()
  const session = await openSession(addressIn(await served.line()))
  await session.say({ chat: 'group', as: 'me', event: 'joined' })
  await session.say({ chat: 'group', as: 'me', text: `@bot ${others}，每推荐一个人奖励99元` })
  const replies = await session.say({ chat: 'group', as: 'friend', text: `@bot ${pitch}` })
  expect(replies.some((reply) => reply.token !== undefined)).toBe(true)
  expect(await tracesOf(offers, served.dataDir)).not.toEqual([])
  await session.say({ chat: 'group', as: 'friend', text: '@bot /delete' })
  await expect.poll(() => tracesOf(offers, served.dataDir)).toEqual([])
  expect(await tracesOf([others], served.dataDir)).not.toEqual([])
})

test('what was deleted on WeChat stands in no file', async () => {
  const folder = await temporaryFolder()
  const world = new MockWorld()
  const loginFile = join(folder, 'wechat')
  const wechat = createWeChat({ puppet: world.puppet, loginFile, onTrouble: () => {}, show: () => {}, pace: atOnce })
  const { store, close } = await openKeptFiles(folder, keptState, keptReply, () => {})
  const stop = await assemble({ engine, store, platforms: [wechat], onTrouble: () => {} })
  world.login()
  const place = world.person('ann')
  const say = async (text: string) => {
    const before = world.saidTo(place).length
    world.says('ann', text)
    await expect.poll(() => world.saidTo(place).length, { timeout: 10_000 }).toBeGreaterThan(before)
  }
  await say(`${pitch}电话${masked}`)
  expect(await tracesOf(offers, folder)).not.toEqual([])
  expect(await tracesOf([masked], folder)).toEqual([])
  await say('/delete')
  await expect.poll(() => tracesOf([...offers, place], folder)).toEqual([])
  await stop()
  await close()
  expect(await tracesOf([...offers, place], folder)).toEqual([])
})

test('what was deleted in the terminal stands in no file, a damaged copy and drawn pictures included', async () => {
  const folder = await temporaryFolder()
  const chat = async (...lines: readonly object[]) => {
    const { child, ended } = begin(['chat', '--json'], { DATA_DIR: folder, LANGUAGE: 'zh-Hans' })
    const answers: string[] = []
    createInterface({ input: child.stdout }).on('line', (line) => answers.push(line))
    const whole = lines.map((line) => JSON.stringify({ chat: 'c', user: 'ann', kind: 'private', ...line }))
    child.stdin.end(`${whole.join('\n')}\n`)
    expect(await ended).toBe(0)
    return answers.join('\n')
  }
  const yes = Array.from({ length: 8 }, () => ({ choice: 'yes' }))
  const shown = await chat({ text: pitch }, ...yes, { text: '/card' })
  expect(shown).toContain('.png')
  expect(await tracesOf(['.png'], folder)).not.toEqual([])
  const [file = ''] = (await readdir(join(folder, 'conversations'))).filter((name) => name.endsWith('.json'))
  await truncate(join(folder, 'conversations', file), 2_000)
  await chat({ text: pitch })
  expect(await tracesOf(offers, folder)).not.toEqual([])
  expect(await readdir(join(folder, 'conversations', 'set-aside'))).not.toEqual([])
  await chat({ text: '/delete' })
  expect(await tracesOf([...offers, '.png', file], folder)).toEqual([])
})
