import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createTelegram } from '../../adapters/telegram/telegram.ts'
import { token, tooMany } from './fake-bot-api.ts'
import { Refusal } from './fake-refusal.ts'
import { done, type Heard, listening } from './listening.ts'
import { setUp } from './telegram-stage.ts'

const failing = (text: string, times: number) => {
  let left = times
  return async ({ message }: Heard) => {
    if (message.text === text && left-- > 0) throw new Error('the disk is full')
    return done
  }
}

test('Telegram is asked for the kinds that mean something, and keeps what came while the bot was away', async () => {
  const set = await setUp('polling')
  const ann = set.api.chats.chat(set.api.chats.user('ann'))
  set.api.say('ann', ann, '昨晚')
  const heard: string[] = []
  const stop = await set.telegram.start(async (_, __, { text = '' }) => {
    heard.push(text)
    return done
  })
  await set.api.until(() => heard.length === 1)
  expect(set.api.callsOf('getUpdates')[0]?.parameters.allowed_updates).toEqual([
    'message',
    'edited_message',
    'callback_query',
    'my_chat_member',
  ])
  await stop()
  expect(set.api.deliveries.waiting).toEqual([])
  await set.close()
})

test('an update fetched but not durable when the bot is killed comes again to the next one', async () => {
  const set = await setUp('polling')
  const ann = set.api.chats.chat(set.api.chats.user('ann'))
  set.api.say('ann', ann, '入会费2680元')
  set.api.say('bob', set.api.chats.chat(set.api.chats.user('bob')), '你好')
  const script = fileURLToPath(new URL('kill-child.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, set.api.root], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const heard: (string | undefined)[] = []
  const stop = await set.telegram.start(async (_, __, { text }) => {
    heard.push(text)
    return done
  })
  await set.api.until(() => heard.length === 2)
  expect(heard).toEqual(['入会费2680元', '你好'])
  await stop()
  await set.close()
})

test('an update whose turn is not done when the bot is stopped is not confirmed', async () => {
  const { api, ann, all, stop } = await listening({ take: failing('坏', 100), retryAfter: [60_000] })
  api.say('ann', ann, '好')
  api.say('ann', ann, '坏')
  await all(2)
  await stop()
  expect(api.deliveries.waiting).toHaveLength(1)
})

test('an update that fails is tried again and not confirmed before; others go on meanwhile', async () => {
  const { api, ann, heard, troubles } = await listening({ take: failing('坏', 2), retryAfter: [3000, 10] })
  const bob = api.chats.chat(api.chats.user('bob'))
  const { update } = api.say('ann', ann, '坏')
  await api.until(() => heard.length === 1)
  for (const text of ['一', '二', '三']) {
    api.say('bob', bob, text)
    await api.until(() => heard.at(-1)?.message.text === text)
    expect(api.deliveries.waiting).toContain(update)
  }
  api.say('ann', ann, '在它后面')
  await api.until(() => heard.at(-1)?.message.text === '在它后面')
  expect(heard.map(({ message }) => message.text)).toEqual(['坏', '一', '二', '三', '坏', '坏', '在它后面'])
  await api.until(() => api.deliveries.waiting.length === 0)
  expect(troubles).toEqual([])
})

test('an update that fails three times is passed over, counted and told without its words', async () => {
  const { api, ann, telegram, troubles, all } = await listening({ take: failing('坏消息', 3), retryAfter: [1, 1] })
  api.say('ann', ann, '坏消息')
  api.say('ann', ann, '好')
  expect((await all(4)).map(({ message }) => message.text)).toEqual(['坏消息', '坏消息', '坏消息', '好'])
  expect(telegram.ignored.get('passed_over')).toBe(1)
  expect(troubles).toEqual([expect.stringContaining('passed over')])
  expect(troubles.join()).not.toContain('坏消息')
})

test('messages of one chat are taken in order, those of another do not wait', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const { api, ann, heard } = await listening({
    take: async ({ message }) => {
      if (message.text === '慢') await held
      return done
    },
  })
  const bob = api.chats.chat(api.chats.user('bob'))
  api.say('ann', ann, '慢')
  api.say('ann', ann, '它后面')
  api.say('bob', bob, '别人')
  await api.until(() => heard.length === 2)
  expect(heard.map(({ message }) => message.text)).toEqual(['慢', '别人'])
  release()
  await api.until(() => heard.length === 3)
})

test.each([
  ['a conflict with another bot', new Refusal(409, 'Conflict: terminated by other getUpdates request')],
  ['too many requests', tooMany(1)],
  ['an error of the server', new Refusal(502, 'Bad Gateway')],
  ['a page instead of an answer', 'bad_gateway'],
  ['a closed connection', 'reset'],
] as const)('fetching goes on after %s, told once', async (_, mishap) => {
  const { api, ann, next, troubles } = await listening({
    before: (set) => set.api.plan('getUpdates', mishap, { times: 2 }),
  })
  api.say('ann', ann, '还在')
  expect((await next()).message.text).toBe('还在')
  expect(troubles).toHaveLength(1)
  expect(troubles.join()).not.toContain(token)
})

test('a webhook left over from before is taken away, and again where someone sets one', async () => {
  const { api, ann, next, troubles } = await listening({
    before: ({ api }) => api.deliveries.setWebhook({ url: 'https://old.example.org/', max_connections: 1 }),
  })
  expect(api.callsOf('deleteWebhook')[0]?.parameters).toEqual({ drop_pending_updates: false })
  await api.until(() => api.callsOf('getUpdates').length > 0)
  api.deliveries.setWebhook({ url: 'https://127.0.0.1:1/', max_connections: 1 })
  api.deliveries.close()
  api.deliveries.reopen()
  api.say('ann', ann, '你好')
  expect((await next()).message.text).toBe('你好')
  expect(troubles.join()).not.toContain('another bot')
})

test('two bots under one token are told of each other, with the mend, and go on', async () => {
  const { api, troubles } = await listening()
  const other: string[] = []
  const second = createTelegram({ settings: { token, apiRoot: api.root }, onTrouble: (text) => void other.push(text) })
  const stop = await second.start(async () => done)
  await api.until(() => troubles.length + other.length > 0)
  expect([...troubles, ...other].join()).toMatch(/409: .*same TELEGRAM_BOT_TOKEN; end it, .*set TELEGRAM_WEBHOOK_URL/)
  await stop()
})
