import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { SettingsError } from '../settings.ts'
import { listenerOf, type Mount } from './mounted.ts'

/** In milliseconds. */
const forAnswersUnderWay = 2_000

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
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(mended(error, host, port)))
    server.listen(port, host, resolve)
  })
  const bound = server.address()
  const actual = typeof bound === 'object' && bound ? bound.port : port
  const named = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return {
    address: `http://${named.includes(':') ? `[${named}]` : named}:${actual}/`,
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

function mended(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new SettingsError(`PORT: ${port} is already in use; set PORT to a free one, or 0 for any`)
    case 'EACCES':
      return new SettingsError(`PORT: ${port} may not be used by this user; set PORT to one above 1023, or 0 for any`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new SettingsError(
        `HOST: ${host} is no address of this machine; set HOST to 127.0.0.1, or 0.0.0.0 for all of its addresses`,
      )
    default:
      return error
  }
}
