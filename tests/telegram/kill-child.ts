import { createTelegram } from '../../adapters/telegram/telegram.ts'
import { token } from './fake-bot-api.ts'

/** Fetches updates and makes none durable, until it is killed. */
const [, , apiRoot = ''] = process.argv
const telegram = createTelegram({ settings: { token, apiRoot }, onTrouble: () => {} })
await telegram.start(async (_, update) => {
  process.stdout.write(`${update}\n`)
  return new Promise(() => {})
})
