import { onTestFinished } from 'vitest'
import type { Accepted } from '../../adapters/hosting/host.ts'
import type { Incoming } from '../../adapters/platform.ts'
import type { TelegramOptions } from '../../adapters/telegram/telegram.ts'
import { type Delivery, setUp } from './telegram-stage.ts'

/** What the platform handed over. */
export interface Heard {
  readonly key: string
  readonly update: string
  readonly message: Incoming
}

export interface Listening extends TelegramOptionsOfTests {
  readonly by?: Delivery
  /** Takes a message in, in place of the host; by default it is durable and answered at once. */
  readonly take?: (heard: Heard) => Promise<Accepted>
  /** Before the platform is started. */
  readonly before?: (set: Awaited<ReturnType<typeof setUp>>) => void
}
type TelegramOptionsOfTests = Partial<Omit<TelegramOptions, 'settings' | 'onTrouble'>>

export const done: Accepted = { delivered: Promise.resolve() }

/** The platform on a fake Telegram, with what it handed over; all of it ends with the test. */
export async function listening({ by = 'polling', take = async () => done, before, ...options }: Listening = {}) {
  const set = await setUp(by, options)
  const { api, telegram, troubles } = set
  before?.(set)
  const heard: Heard[] = []
  const stop = await telegram.start((key, update, message) => {
    const one = { key, update, message }
    heard.push(one)
    return take(one)
  })
  onTestFinished(async () => {
    await stop()
    await set.close()
  })
  return {
    api,
    telegram,
    troubles,
    heard,
    stop,
    ann: api.chats.chat(api.chats.user('ann')),
    /** The next one handed over, after those looked at already. */
    next: () => api.until(() => heard.shift()),
    /** Everything that was handed over once `count` were. */
    all: (count: number) => api.until(() => heard.length >= count && heard.splice(0)),
    ignored: (kind: string) => api.until(() => telegram.ignored.get(kind)),
  }
}
