import { once } from 'node:events'
import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'

/** Serves a handler of web requests as the web server does; where, and what ends it. */
export async function served(handler: (request: Request) => Promise<Response>) {
  const server = createServer(getRequestListener(handler))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('it is served nowhere')
  return {
    url: `http://127.0.0.1:${address.port}/telegram`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
