import { setTimeout as wait } from 'node:timers/promises'
import type { Platform } from '../../adapters/platform.ts'

/** A platform, and when what it has in hand for a conversation is done. */
export interface Watched {
  readonly platform: Platform
  /** Resolves once every reply to what was taken in for this conversation was handed over or given up. */
  settled(key: string): Promise<void>
  /** The same, and nothing is being sent that was not asked for just now. */
  quiet(key: string): Promise<void>
}

export function watched(platform: Platform): Watched {
  const inHand = new Map<string, Set<Promise<unknown>>>()
  const track = (key: string, work: Promise<unknown>) => {
    const all = inHand.get(key) ?? new Set()
    inHand.set(key, all.add(work))
    const done = () => all.delete(work)
    work.then(done, done)
  }
  const busy = (key: string) => inHand.get(key)?.size ?? 0
  const settled = async (key: string) => {
    while (busy(key) > 0) await Promise.allSettled(inHand.get(key) ?? [])
  }
  return {
    platform: {
      name: platform.name,
      speaksFirst: platform.speaksFirst,
      start: (onMessage) =>
        platform.start(async (key, update, message) => {
          const accepting = onMessage(key, update, message)
          track(
            key,
            accepting.then(({ delivered }) => delivered),
          )
          return accepting
        }),
      send(key, reply, origin) {
        const sending = platform.send(key, reply, origin)
        track(key, sending)
        return sending
      },
    },
    settled,
    async quiet(key) {
      do {
        await settled(key)
        await wait(40)
      } while (busy(key) > 0)
    },
  }
}
