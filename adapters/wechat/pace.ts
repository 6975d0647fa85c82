import { setTimeout as wait } from 'node:timers/promises'
import { Undelivered } from '../hosting/host.ts'
import { createRecent } from './recent.ts'

/** Milliseconds: personal accounts are banned for speed. */
export interface PaceOptions {
  /** Between two messages to the same chat. */
  readonly perChat: number
  /** Between any two messages. */
  readonly overall: number
  /** The longest wait for one's turn; who would wait longer is told to come back. */
  readonly patience: number
}

/**
 * Resolves when the chat's turn to be written to has come. Rejects with an `Undelivered` where that is too far off:
 * more than `patience` milliseconds, those of the options unless told.
 */
export type Pace = (chat: string, patience?: number) => Promise<void>

export function createPace(
  { perChat, overall, patience }: PaceOptions,
  rest: (milliseconds: number) => Promise<unknown> = wait,
): Pace {
  const freeIn = createRecent<number>(10_000)
  let free = 0
  const pause = async (place: string, from: number, most: number, take: (at: number) => void) => {
    const now = performance.now()
    const at = Math.max(now, from)
    if (at - now > most) throw new Undelivered(`${place} is written to too fast`, { after: at - now })
    take(at)
    if (at > now) await rest(at - now)
  }
  return async (chat, most = patience) => {
    await pause('a chat', freeIn.get(chat) ?? 0, most, (at) => freeIn.set(chat, at + perChat))
    await pause('WeChat', free, most, (at) => {
      free = at + overall
    })
  }
}
