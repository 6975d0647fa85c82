import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod'

const reply = z.object({ key: z.string(), update: z.string(), index: z.number() })

/** The platform's side of replies: what arrived in each chat, as `update:index`, in the order it arrived. */
export interface Sink {
  readonly url: string
  shown(key: string): readonly string[]
  /** Resolves once this reply has arrived. False: it did not in that time, in milliseconds. */
  arrived(key: string, name: string, patience: number): Promise<boolean>
  close(): void
}

export async function openSink(): Promise<Sink> {
  const shown = new Map<string, string[]>()
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request.setEncoding('utf8')) text += String(chunk)
    const { key, update, index } = reply.parse(JSON.parse(text))
    shown.set(key, [...(shown.get(key) ?? []), `${update}:${index}`])
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const of = (key: string) => shown.get(key) ?? []
  return {
    url: `http://127.0.0.1:${port}`,
    shown: of,
    async arrived(key, name, patience) {
      const until = Date.now() + patience
      while (!of(key).includes(name)) {
        if (Date.now() > until) return false
        await wait(50)
      }
      return true
    },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
