import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Bot, webhookCallback } from 'grammy'
import { assemble } from '../../adapters/assemble.ts'
import { openKeptFiles } from '../../adapters/hosting/embedded/kept-files.ts'
import { createMemoryStore } from '../../adapters/hosting/embedded/memory-store.ts'
import { keptReply, keptState } from '../../adapters/kept-forms.ts'
import { createTelegram } from '../../adapters/telegram/telegram.ts'
import { listenerOf } from '../../adapters/web/mounted.ts'
import type { Reply, State } from '../../src/index.ts'
import { engine } from '../ground.ts'

/** A bot in a process of its own: the echo to compare with, or ours with its store in memory or in files. */
const [, , kind = '', apiRoot = '', token = '', secret = ''] = process.argv

async function echo(): Promise<RequestListener> {
  const bot = new Bot(token, { client: { apiRoot } })
  await bot.init()
  bot.on('message:text', (context) => context.reply(context.message.text))
  return webhookCallback(bot, 'http', { secretToken: secret })
}

async function ours(): Promise<RequestListener> {
  const folder = kind === 'files' ? await mkdtemp(join(tmpdir(), 'bench-telegram-')) : undefined
  if (folder) process.once('disconnect', () => rm(folder, { recursive: true }).then(() => process.exit(0)))
  const onTrouble = (message: string) => process.stderr.write(`${kind}: ${message}\n`)
  const store = folder
    ? (await openKeptFiles(folder, keptState, keptReply, onTrouble)).store
    : createMemoryStore<State, Reply>()
  const webhook = { url: 'https://bot.example.org/telegram', secret }
  const telegram = createTelegram({ settings: { token, apiRoot, webhook }, onTrouble, limits: false })
  await assemble({ engine, store, platforms: [telegram], onTrouble })
  return listenerOf({ handle: telegram.handleWebhook })
}

const server = createServer(await (kind === 'echo' ? echo() : ours()))
server.listen(0, '127.0.0.1', () => process.send?.({ address: server.address() }))
process.on('message', () => process.send?.({ rss: process.memoryUsage.rss(), cpu: process.cpuUsage() }))
process.on('disconnect', () => kind !== 'files' && process.exit(0))
