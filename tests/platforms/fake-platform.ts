import type { Origin } from '../../adapters/hosting/host.ts'
import type { Incoming, OnMessage, Outgoing, Platform } from '../../adapters/platform.ts'

export interface FakePlatform extends Platform {
  /** What was sent, in order. */
  readonly sent: { readonly key: string; readonly reply: Outgoing; readonly origin: Origin }[]
  readonly texts: () => string[]
  /** Rejects the next send, once. */
  failNext(error: Error): void
  /** Hands a message over and waits until it is answered. */
  say(key: string, update: string, message: Incoming): Promise<void>
  readonly running: () => boolean
}

/** A platform without people: what the test says, and what it was given to send. */
export function fakePlatform(name: string, start: () => Promise<void> = async () => {}): FakePlatform {
  const sent: FakePlatform['sent'] = []
  const failures: Error[] = []
  let hear: OnMessage | undefined
  return {
    name,
    speaksFirst: true,
    sent,
    texts: () => sent.map(({ reply }) => reply.text),
    failNext: (error) => void failures.push(error),
    running: () => hear !== undefined,
    async say(key, update, message) {
      if (!hear) throw new Error(`${name} has not been started`)
      await (await hear(key, update, message)).delivered
    },
    async start(onMessage) {
      await start()
      hear = onMessage
      return async () => {
        hear = undefined
      }
    },
    async send(key, reply, origin) {
      const failure = failures.shift()
      if (failure) throw failure
      sent.push({ key, reply, origin })
    },
  }
}
