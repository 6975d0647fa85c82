import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { FakeBotApi, token } from '../telegram/fake-bot-api.ts'
import type { Fault, Outcome } from './fault.ts'
import { percentile } from './figures.ts'
import { inFolder } from './scratch.ts'
import { seeded } from './seeded.ts'

const chats = 60
/** Milliseconds the program may take to end. */
const soonest = 10_000
/** Milliseconds in which every message has to be answered, ends and starts of the program included. */
const patience = 60_000

/** The built program with Telegram, once it has started. */
async function start(folder: string, apiRoot: string): Promise<ChildProcess> {
  const { PATH = '' } = process.env
  const env = {
    PATH,
    DATA_DIR: folder,
    PORT: '0',
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: apiRoot,
    LANGUAGE: 'en',
  }
  const bot = spawn(process.execPath, ['dist/adapters/start.js', 'serve'], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  await once(bot.stdout, 'data')
  return bot
}

/** People talk without end while the program is told to end, and started again, some moments later each time. */
const run = (size: number, seed: number): Promise<Outcome> =>
  inFolder(async (folder) => {
    const random = seeded(seed)
    const api = await new FakeBotApi().open()
    const broken: string[] = []
    const stops: number[] = []
    let isOver = false
    let answered = 0
    let bot = await start(folder, api.root)

    async function talk(name: string): Promise<void> {
      const chat = api.chats.chat(api.chats.user(name))
      while (!isOver) {
        const before = chat.shown.length
        api.say(name, chat, '/help')
        await api.until(() => chat.shown.length > before, patience)
        answered++
      }
    }
    const talks = Promise.allSettled(Array.from({ length: chats }, (_, n) => talk(`p${n}`)))
    for (let n = 0; n < size; n++) {
      await wait(300 + 1500 * random())
      const begin = performance.now()
      bot.kill('SIGTERM')
      const [code] = await once(bot, 'exit')
      stops.push(performance.now() - begin)
      if (code !== 0) broken.push(`it ended with ${code}`)
      bot = await start(folder, api.root)
    }
    isOver = true
    for (const result of await talks)
      if (result.status === 'rejected') broken.push(`a message was lost: ${result.reason}`)
    bot.kill('SIGTERM')
    await once(bot, 'exit')
    await api.close()
    const slowest = percentile(stops, 1)
    if (!(slowest <= soonest)) broken.push(`it took ${slowest} ms to end`)
    return { broken, figures: { 'times ended': size, 'messages answered': answered, 'slowest end, ms': slowest } }
  })

export const terminate: Fault = {
  name: 'terminate',
  holds: 'SIGTERM under load: it ends within ten seconds, and every message is answered',
  sizes: { short: 1, long: 30 },
  run,
}
