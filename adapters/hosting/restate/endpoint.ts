import { createServer, type Http2Server, type ServerHttp2Session } from 'node:http2'
import './with-resolvers.ts'
import { createEndpointHandler, type EndpointOptions } from '@restatedev/restate-sdk'
import { RestateRefused } from './deployment.ts'

export interface Endpoint {
  /** Where it listens. */
  readonly port: number
  /** From now on what comes is turned away, and tried elsewhere or later. */
  drain(): void
  /** Ends every connection. */
  close(): Promise<void>
}

export interface EndpointPlace {
  readonly host: string
  /** 0 takes any free one. */
  readonly port: number
  /** Keys by which Restate signs its requests; with them, others are refused. */
  readonly identityKeys?: readonly string[]
}

/** Serves the objects to Restate. `/health` answers 200 while it takes calls. */
export async function listen(
  { host, port, identityKeys = [] }: EndpointPlace,
  services: EndpointOptions['services'],
): Promise<Endpoint> {
  const handle = createEndpointHandler({
    services,
    ...(identityKeys.length > 0 && { identityKeys: [...identityKeys] }),
    // It would print what failed and for whom; what an operator needs is told by the objects themselves.
    logger: () => {},
  })
  let draining = false
  const sessions = new Set<ServerHttp2Session>()
  const server = createServer((request, response) => {
    if (draining) response.writeHead(503).end()
    else handle(request, response)
  })
  server.on('session', (session) => {
    sessions.add(session)
    session.on('error', () => {})
    session.once('close', () => sessions.delete(session))
  })
  await listening(server, host, port)
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    drain() {
      draining = true
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const session of sessions) session.destroy()
      }),
  }
}

const listening = (server: Http2Server, host: string, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(unusable(error, host, port)))
    server.listen(port, host, () => {
      server.removeAllListeners('error').on('error', () => {})
      resolve()
    })
  })

/** Named with the setting to be mended. */
function unusable(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new RestateRefused(
      `RESTATE_PORT: ${port} is already in use on ${host}; stop the bot that runs there, or set another one`,
    )
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new RestateRefused(`RESTATE_HOST: there is no network interface ${host} on this machine; set another one`)
  return error
}
