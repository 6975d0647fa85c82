import { networkOf } from './client-address.ts'
import type { Mailboxes } from './mailboxes.ts'

/** Shorter than the patience of proxies, in milliseconds. */
const heartbeat = 25_000
/** How long a browser waits before it comes back, in milliseconds. */
const reconnectAfter = 1_500
/** Chunks that wait for a browser that does not read. */
const mostWaiting = 500

/** What sessions are told, as server-sent events. */
export interface Streams {
  /**
   * `lost` first where replies after `after` are gone, then those replies, `ready` with the id to go on from, and
   * what comes later. `too_many` are open at this address, or the server is `busy` with all there are.
   */
  to(session: string, after: string | undefined, address: string): Response | 'too_many' | 'busy'
  endAll(): void
}

export function createStreams(mailboxes: Mailboxes, perAddress: number): Streams {
  const encoder = new TextEncoder()
  /** What ends each, with the network it goes to. */
  const ends = new Map<() => void, string>()

  return {
    to(session, after, address) {
      const network = networkOf(address)
      if ([...ends.values()].filter((one) => one === network).length >= perAddress) return 'too_many'
      const early: string[] = []
      let write = (text: string) => {
        early.push(text)
      }
      const following = mailboxes.follow(session, after, (reply) =>
        write(`id: ${reply.id}\nevent: reply\ndata: ${JSON.stringify(reply)}\n\n`),
      )
      if (!following) return 'busy'
      let end = () => {}
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          const send = (text: string) => controller.enqueue(encoder.encode(text))
          send(`retry: ${reconnectAfter}\n\n`)
          if (following.lost) send('event: lost\ndata: -\n\n')
          for (const text of early) send(text)
          send(`id: ${following.from}\nevent: ready\ndata: -\n\n`)
          // Who does not read is let go, and finds everything by the id they had last.
          write = (text) => ((controller.desiredSize ?? 0) > -mostWaiting ? send(text) : finish())
          const timer = setInterval(() => write(':\n\n'), heartbeat)
          end = () => {
            clearInterval(timer)
            following.end()
            ends.delete(finish)
          }
          const finish = () => {
            end()
            controller.close()
          }
          ends.set(finish, network)
        },
        cancel: () => end(),
      })
      return new Response(body, { headers: { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' } })
    },
    endAll() {
      for (const finish of [...ends.keys()]) finish()
    },
  }
}
