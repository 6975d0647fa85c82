import type { Platform } from '../platform.ts'
import type { Log } from './log.ts'

/** A layer that tells the log of each message that was taken in and each reply shown: where, and how long it took. */
export const toldPlatform = (platform: Platform, log: Log): Platform => {
  const { name } = platform
  const since = (began: number) => Math.round(performance.now() - began)
  return {
    ...platform,
    start: (onMessage) =>
      platform.start(async (key, update, message) => {
        const began = performance.now()
        const accepted = await onMessage(key, update, message)
        log.detail('a message was taken in', { platform: name, chat: message.kind, ms: since(began) })
        return accepted
      }),
    async send(key, reply, origin) {
      const began = performance.now()
      await platform.send(key, reply, origin)
      log.detail('a reply was shown', { platform: name, ms: since(began) })
    },
  }
}
