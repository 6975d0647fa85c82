import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createEngine, type State } from '../../src/index.ts'
import { openBalancer } from '../faults/balancer.ts'
import { files } from '../ground.ts'
import { FakeBotApi, token, tooMany } from '../telegram/fake-bot-api.ts'
import type { FakeUpdate } from '../telegram/fake-deliveries.ts'
import { secret } from '../telegram/telegram-stage.ts'
import { type Served, serve } from '../terminal/serving.ts'
import { freePorts, type RestateServer, restateOfTheFile } from './restate-server.ts'

const pitch = 'A friend says: pay 2,680 to join, earn 800 for each person you bring in'
const webhook = { TELEGRAM_WEBHOOK_URL: 'https://bot.example.org/telegram', TELEGRAM_WEBHOOK_SECRET: secret }

/** One for all tests, as conversations are: its chats are all different. */
const api = new FakeBotApi()
let server: RestateServer
const { open, close } = restateOfTheFile()
beforeAll(async () => {
  await api.open()
  // The tests post what people say, as a load balancer does.
  api.deliveries.close()
  server = await open()
})
afterAll(async () => {
  await close()
  await api.close()
})

/** One of the bots, a process of the built program. */
interface Bot {
  readonly served: Served
  start(): Promise<void>
  kill(): Promise<unknown>
  /** Posts an update to it; the status, 0 where there is no answer. */
  post(update: FakeUpdate): Promise<number>
}

function createBot(serviceUrl: string, port: number, front: number, more: Record<string, string>): Bot {
  let served: Served
  return {
    get served() {
      return served
    },
    async start() {
      served = await serve({
        LANGUAGE: 'en',
        PORT: String(front),
        RESTATE_URL: server.url,
        RESTATE_ADMIN_URL: server.adminUrl,
        RESTATE_PORT: String(port),
        RESTATE_SERVICE_URL: serviceUrl,
        TELEGRAM_BOT_TOKEN: token,
        TELEGRAM_API_ROOT: api.root,
        ...more,
      })
      await served.line()
      await served.line()
    },
    kill: () => served.end('SIGKILL'),
    post: (update) =>
      fetch(`http://127.0.0.1:${front}/telegram`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
        body: JSON.stringify(update),
      }).then(
        ({ status }) => status,
        () => 0,
      ),
  }
}

/** Two bots on the one Restate server, started, and the Telegram they share. */
async function openBots(more: Record<string, string>) {
  const balancer = await openBalancer()
  onTestFinished(() => balancer.close())
  const ports = await freePorts(4)
  const [one, other] = [0, 2].map((at) => {
    const [port = 0, front = 0] = ports.slice(at)
    balancer.add({ port, front })
    return createBot(`http://127.0.0.1:${balancer.port}`, port, front, more)
  })
  if (!one || !other) throw new Error('expected two bots')
  await Promise.all([one.start(), other.start()])
  return [one, other] as const
}

/** A person's chat, with what one bot would have shown there. */
function createTalk() {
  const engine = createEngine(files, { language: 'en' })
  const name = `person ${api.chats.users.size}`
  const chat = api.chats.chat(api.chats.user(name))
  let state: State | undefined
  const expected: string[] = []
  return {
    id: chat.chat.id,
    expected,
    say(text: string): FakeUpdate {
      const [next, replies] = engine.step(state, { kind: 'private', user: String(chat.chat.id), text }, Date.now())
      state = next
      expected.push(...replies.map((reply) => reply.text.trim()))
      return api.say(name, chat, text).update
    },
    /** All that was to be shown is shown, once and in order. */
    async isAnswered() {
      await api.until(() => chat.shown.length >= expected.length).catch(() => {})
      expect(api.textsIn(chat)).toEqual(expected)
    },
  }
}

test('two bots behind one webhook hold one conversation; each update counts once, each reply comes once, in order', async () => {
  api.plan('getMe', { late: 4_000 })
  const [one, other] = await openBots(webhook)
  const talk = createTalk()
  const first = talk.say(pitch)
  const answers = await Promise.all([one.post(first), other.post(first)])
  // A bot that has not yet heard from Telegram who it is takes nothing in.
  for (const status of answers) expect([200, 503]).toContain(status)
  await expect.poll(() => Promise.all([one.post(first), other.post(first)]), { timeout: 10_000 }).toEqual([200, 200])
  await talk.isAnswered()
  const answer = talk.say('yes')
  expect(await Promise.all([one.post(answer), other.post(answer)])).toEqual([200, 200])
  await talk.isAnswered()
  expect(talk.expected.join()).toContain('this matches pyramid selling')
  expect(await other.post(talk.say('I have not joined'))).toBe(200)
  expect(await one.post(talk.say('show'))).toBe(200)
  expect(await one.post(answer)).toBe(200)
  expect(await other.post(talk.say('help'))).toBe(200)
  await talk.isAnswered()
}, 60_000)

test('one bot killed, the other goes on with every chat and shows what waited, within 10 s', async () => {
  const [one, other] = await openBots(webhook)
  const talks = await afterKilling(one, other)
  await one.start()
  await afterKilling(other, one)
  for (const talk of talks) await talk.isAnswered()
}, 60_000)

async function afterKilling(killed: Bot, left: Bot) {
  const [ann, bob, cat] = [createTalk(), createTalk(), createTalk()]
  const talks = [ann, bob, cat]
  for (const talk of talks) expect(await killed.post(talk.say(pitch))).toBe(200)
  for (const talk of talks) await talk.isAnswered()
  const before = api.callsOf('sendMessage').length
  for (const { id } of talks) api.plan('sendMessage', tooMany(2), { chat: id })
  for (const talk of talks) expect(await killed.post(talk.say('yes'))).toBe(200)
  await api.until(() => api.callsOf('sendMessage').length === before + talks.length)

  const began = Date.now()
  const cutOff = ann.say('show')
  const posting = killed.post(cutOff)
  await killed.kill()
  if ((await posting) !== 200) expect(await left.post(cutOff)).toBe(200)
  const refused = bob.say('show')
  expect([await killed.post(refused), await left.post(refused)]).toEqual([0, 200])
  for (const talk of talks) await talk.isAnswered()
  expect(Date.now() - began).toBeLessThan(10_000)
  return talks
}

test('two bots that both poll name the cause and the mend, and still count each update once', async () => {
  const bots = await openBots({})
  const talk = createTalk()
  api.deliveries.reopen()
  for (const text of [pitch, 'yes', 'show']) {
    talk.say(text)
    await talk.isAnswered()
  }
  const told = () => bots.flatMap(({ served }) => served.errors().map(({ msg }) => msg)).join()
  await expect.poll(told).toMatch(/409.*TELEGRAM_BOT_TOKEN.*TELEGRAM_WEBHOOK_URL/)
}, 60_000)
