import { createMemoryStore } from '../../adapters/hosting/embedded/memory-store.ts'
import { createTelegram } from '../../adapters/telegram/telegram.ts'
import type { Diary, Note } from '../contracts/diary.ts'
import { diaryHost } from '../hosting/diary-host.ts'
import { FakeBotApi, type Mishap, token, tooMany } from '../telegram/fake-bot-api.ts'
import { Refusal } from '../telegram/fake-refusal.ts'
import type { Fault, Outcome } from './fault.ts'
import { percentile } from './figures.ts'
import { below, seeded } from './seeded.ts'

const share = 0.3
const chats = 40
/** Milliseconds; the bot waits 25 seconds for an answer. */
const tooLate = 26_000

/** Half of the chats meet with trouble in three sends of ten; the others are asked meanwhile how they fare. */
async function run(size: number, seed: number): Promise<Outcome> {
  const random = seeded(seed)
  const api = await new FakeBotApi().open()
  const names = Array.from({ length: chats }, (_, n) => `p${n}`)
  const all = names.map((name, n) => ({ name, chat: api.chats.chat(api.chats.user(name)), isTroubled: n % 2 === 0 }))
  const troubled = new Set(all.filter((one) => one.isTroubled).map(({ chat }) => chat.chat.id))
  const kinds: Mishap[] = [
    tooMany(1),
    new Refusal(502, 'Bad Gateway'),
    'bad_gateway',
    'reset',
    'reset_after',
    { late: 300 },
  ]
  let failed = 0
  api.chance = (method, chat) => {
    if (method !== 'sendMessage' || !troubled.has(Number(chat)) || random() >= share) return undefined
    failed++
    return failed % 100 === 0 ? { late: tooLate } : kinds[below(random, kinds.length)]
  }
  const telegram = createTelegram({ settings: { token, apiRoot: api.root }, onTrouble: () => {}, limits: false })
  const host = diaryHost(
    createMemoryStore<Diary, Note>(),
    (key, { text }, origin) => telegram.send(key, { text }, origin),
    { retryAfter: Array<number>(100).fill(500) },
  )
  await host.start()
  const stop = await telegram.start((key, update, { text = '' }) => host.submit(key, update, { text }))
  const taken: number[] = []
  const broken: string[] = []

  /** One message after the other, each once all before were answered. */
  async function talk({ name, chat, isTroubled }: (typeof all)[number]): Promise<void> {
    for (let n = 1; n <= size; n++) {
      const begin = performance.now()
      api.say(name, chat, `m${n}`)
      // Two messages of a troubled chat are on their way at once.
      const expected = isTroubled ? n - 1 : n
      await api.until(() => api.textsIn(chat).filter((text) => text === 'go on').length >= expected, 120_000)
      if (!isTroubled) taken.push(performance.now() - begin)
    }
    await api.until(
      () => api.textsIn(chat).at(-1) === 'go on' && api.textsIn(chat).includes(`${size}: m${size}`),
      120_000,
    )
    const shown = api.textsIn(chat)
    // What was carried out and then cut off comes again; never in another order.
    const once = shown.filter((text, at) => text !== shown[at - 1])
    const wanted = Array.from({ length: size }, (_, n) => [`${n + 1}: m${n + 1}`, 'go on']).flat()
    if (once.join('|') !== wanted.join('|')) broken.push(`${name}: ${once.join('|')}`)
  }
  try {
    const results = await Promise.allSettled(all.map(talk))
    for (const result of results) if (result.status === 'rejected') broken.push(String(result.reason))
  } finally {
    await stop()
    await host.stop()
    await api.close()
  }
  const p95 = percentile(taken, 0.95)
  if (!(p95 < 2000)) broken.push(`the other chats' p95 was ${p95} ms`)
  return {
    broken,
    figures: {
      messages: size * chats,
      'sends that failed': failed,
      "other chats' p95, ms": p95,
      'p99, ms': percentile(taken, 0.99),
    },
  }
}

export const sends: Fault = {
  name: 'sends',
  holds: 'three sends of ten get 429, 5xx, no answer or a reset: all is delivered, in order, and other chats are quick',
  sizes: { short: 3, long: 40 },
  run,
}
