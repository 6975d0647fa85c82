import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { SettingsError } from '../../adapters/settings.ts'
import { menus, ownCommands } from '../../adapters/telegram/commands.ts'
import { createTelegram } from '../../adapters/telegram/telegram.ts'
import { commands } from '../../src/knowledge/schema/speech.ts'
import { engine } from '../ground.ts'
import { FakeBotApi, token, tooMany } from './fake-bot-api.ts'
import { badRequest } from './fake-refusal.ts'
import { done, listening } from './listening.ts'
import { secret, setUp } from './telegram-stage.ts'

const taken = async () => done
const failure = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

test('a token that is not accepted is named within 2 s, without showing it', async () => {
  const api = await new FakeBotApi().open()
  onTestFinished(() => api.close())
  const wrong = `${token}x`
  const telegram = createTelegram({ settings: { token: wrong, apiRoot: api.root }, onTrouble: () => {} })
  const start = Date.now()
  const error = await failure(telegram.start(taken))
  expect(Date.now() - start).toBeLessThan(2000)
  expect(error).toBeInstanceOf(SettingsError)
  expect(String(error)).toContain('TELEGRAM_BOT_TOKEN')
  expect(String(error)).not.toContain(token)
})

test('a webhook Telegram refuses is named', async () => {
  const set = await setUp('webhook')
  onTestFinished(() => set.close())
  set.api.plan('setWebhook', badRequest('bad webhook: Failed to resolve host: Name or service not known'))
  const error = await failure(set.telegram.start(taken))
  expect(error).toBeInstanceOf(SettingsError)
  expect(String(error)).toContain('TELEGRAM_WEBHOOK_URL')
  expect(String(error)).not.toContain(secret)
})

test('where Telegram cannot be reached, starting does not fail, tells so once, and goes on by itself', async () => {
  const free = createServer().listen(0, '127.0.0.1')
  await once(free, 'listening')
  const address = free.address()
  const port = typeof address === 'object' && address ? address.port : 0
  free.close()
  await once(free, 'close')
  const troubles: string[] = []
  const telegram = createTelegram({
    settings: { token, apiRoot: `http://127.0.0.1:${port}` },
    onTrouble: (message) => void troubles.push(message),
  })
  const heard: (string | undefined)[] = []
  const start = Date.now()
  const stop = await telegram.start(async (_, __, { text }) => {
    heard.push(text)
    return done
  })
  expect(Date.now() - start).toBeLessThan(2000)
  expect(troubles).toEqual([expect.stringContaining('ECONNREFUSED')])
  const api = await new FakeBotApi().open(port)
  api.say('ann', api.chats.chat(api.chats.user('ann')), '你好')
  await api.until(() => heard.includes('你好'))
  expect(troubles).toHaveLength(1)
  await stop()
  await api.close()
})

test('a Telegram that is slow to answer does not hold up the start', async () => {
  const start = Date.now()
  const { api, ann, next } = await listening({ before: ({ api }) => api.plan('getMe', { late: 4000 }) })
  expect(Date.now() - start).toBeLessThan(3500)
  api.say('ann', ann, '你好')
  expect((await next()).message.text).toBe('你好')
})

test('an offer to go on in private waits for the name of the bot, ever longer', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const telegram = createTelegram({ settings: { token, apiRoot: 'http://127.0.0.1:1' }, onTrouble: () => {} })
  const stop = await telegram.start(taken)
  onTestFinished(stop)
  const asked = {
    kind: 'group',
    user: '1',
    mentioned: true,
    token: 'A'.repeat(16),
    text: '入会费2680元，推荐一个人奖励800元',
  } as const
  const [, [reply]] = engine.step(undefined, asked, 1e12)
  if (!reply?.handoff) throw new Error('expected an offer to go on in private')
  const send = () => telegram.send('["telegram","-5"]', reply, { update: 'm.1.', index: 0 })
  expect(await failure(send())).not.toMatchObject({ name: 'Undelivered' })
  vi.advanceTimersByTime(3000)
  expect(await failure(send())).toMatchObject({ name: 'Undelivered', hope: { after: 8_000 } })
})

test('stopped before Telegram could be reached, it stays stopped', async () => {
  const telegram = createTelegram({ settings: { token, apiRoot: 'http://127.0.0.1:1' }, onTrouble: () => {} })
  const stop = await telegram.start(taken)
  await stop()
})

test('commands are set for each kind of chat and each language, also where Telegram asks to wait', async () => {
  const { api } = await listening({ before: ({ api }) => api.plan('setMyCommands', tooMany(1)) })
  await api.until(() => api.menus.size === 6)
  expect([...api.menus.keys()].sort()).toEqual([
    'all_chat_administrators',
    'all_chat_administrators zh',
    'all_group_chats',
    'all_group_chats zh',
    'all_private_chats',
    'all_private_chats zh',
  ])
  const named = (menu: string) => api.menus.get(menu)?.map(({ command }) => command)
  expect(named('all_private_chats')).toEqual(named('all_private_chats zh'))
  expect(new Set(named('all_private_chats zh'))).toEqual(
    new Set(['start', 'new', 'why', 'back', 'show', 'law', 'language', 'privacy', 'export', 'delete', 'help']),
  )
  expect(named('all_chat_administrators')).toContain('settings')
})

test('what is said of a command in Chinese is punctuated as Chinese is', () => {
  const said = menus.flatMap(({ language, commands }) =>
    language === 'zh' ? commands.map(({ description }) => description) : [],
  )
  expect(said.length).toBeGreaterThan(0)
  expect(said.filter((one) => /[,.:;!?]/.test(one))).toEqual([])
})

test('every command of the engine is one of the bot, but for what is no command to type', () => {
  const typed = commands.filter((one) => one !== 'thanks' && one !== 'safe')
  expect([...ownCommands].sort()).toEqual([...typed].sort())
})

test('menus that cannot be set are told of, and nothing else suffers', async () => {
  const { api, ann, next, troubles } = await listening({
    before: ({ api }) => api.plan('setMyCommands', badRequest('BOT_COMMAND_INVALID')),
  })
  api.say('ann', ann, '你好')
  expect((await next()).message.text).toBe('你好')
  await api.until(() => troubles.length > 0)
  expect(troubles).toEqual([expect.stringMatching(/menu of commands/)])
})
