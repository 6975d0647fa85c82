import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { listenOn } from '../listen-on.ts'
import { listenerOf, type Mount } from './mounted.ts'

/** In milliseconds; a message that is not answered by then was not taken in, and is sent again by its page. */
const forAnswersUnderWay = 5_000

type Fetch = Parameters<typeof getRequestListener>[0]

/** Resolves once requests are answered. Rejects with a SettingsError that names HOST or PORT. */
export async function listen(
  fetch: Fetch,
  mounts: readonly Mount[],
  host: string,
  port: number,
): Promise<{ address: string; stop: () => Promise<void> }> {
  const page = getRequestListener(fetch, { overrideGlobalObjects: false })
  const mounted = new Map(mounts.map((mount) => [mount.path, listenerOf(mount)]))
  const server = createServer((incoming, outgoing) => {
    const listener = mounted.get(incoming.url?.split('?', 1)[0] ?? '') ?? page
    void listener(incoming, outgoing)
  })
  server.headersTimeout = 15_000
  server.requestTimeout = 30_000
  server.maxConnections = 10_000
  const address = await listenOn(server, { host, port, named: { host: 'HOST', port: 'PORT' } })
  return {
    address,
    stop: () =>
      new Promise((resolve) => {
        const last = setTimeout(() => server.closeAllConnections(), forAnswersUnderWay)
        const idle = setInterval(() => server.closeIdleConnections(), 20)
        server.close(() => {
          clearTimeout(last)
          clearInterval(idle)
          resolve()
        })
      }),
  }
}
