import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { onTestFinished } from 'vitest'
import type { Failure } from '../../adapters/web/protocol.ts'
import { type RunningOptions, run } from './running.ts'
import { openSession } from './session.ts'

/** The bot with its page, and one session of it, until the test ends. */
export async function running(options?: RunningOptions) {
  const bot = await run(options)
  onTestFinished(() => bot.stop())
  return { ...bot, session: await openSession(bot.address) }
}

/** Sends headers that `fetch` sets itself. */
export async function raw(address: string, method: string, headers: Record<string, string>) {
  const sent = request(address, { method, headers }).end()
  const [response] = await once(sent, 'response')
  response.resume()
  return response
}

export const hello = () => ({ update: randomUUID(), chat: 'private', as: 'me', text: '/start' })
/** What a refused request was told. */
export const failureOf = async (response: Response): Promise<Failure> => JSON.parse(await response.text())
