import { once } from 'node:events'
import { createServer } from 'node:http'
import { listenerOf, type Mount } from '../../adapters/web/mounted.ts'

/** Serves a handler of webhooks as the web server does; where, and what ends it. */
export async function served(handle: Mount['handle']) {
  const server = createServer(listenerOf({ handle }))
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
