import { once } from 'node:events'
import { request as ask, createServer as createFront } from 'node:http'
import { type ClientHttp2Session, connect, createServer, type Http2Server, type ServerHttp2Stream } from 'node:http2'

/** Where one instance is reached. */
export interface Backend {
  readonly port: number
  readonly front: number
}

/** A small load balancer, in turn over the instances that pass their health checks. */
export interface Balancer {
  /** For Restate's calls: HTTP/2, each call by itself. */
  readonly port: number
  /** For updates: HTTP/1.1. */
  readonly front: number
  add(backend: Backend): void
  close(): void
}

/** Between checks, and how long an answer to one may take, in milliseconds; two that fail take an instance out. */
const between = 500
const patience = 500

interface Known extends Backend {
  failures: number
  /** There while it is well; calls go through it. */
  session: ClientHttp2Session | undefined
}

export async function openBalancer(): Promise<Balancer> {
  const known: Known[] = []
  let turn = 0
  const next = () => {
    const up = known.filter(({ session }) => session && !session.destroyed && !session.closed)
    return up[turn++ % Math.max(1, up.length)]
  }

  async function check(one: Known): Promise<void> {
    const found = await wellAt(one.port)
    one.failures = found ? 0 : one.failures + 1
    // Whoever waits for an answer from it has to know that none will come.
    if (one.failures >= 2) one.session?.destroy()
    if (one.session && !one.session.destroyed) found?.destroy()
    else one.session = found
  }
  const checking = setInterval(() => void known.map(check), between)

  const calls = createServer()
  calls.on('session', (session) => session.on('error', () => {}))
  calls.on('stream', (stream, headers) => {
    const session = next()?.session
    if (session) return pass(stream, headers, session)
    stream.respond({ ':status': 503 })
    stream.end()
  })
  const front = createFront((request, response) => {
    const one = next()
    const give = () => void (response.headersSent ? response.destroy() : response.writeHead(502).end())
    if (!one) return give()
    const { method, url, headers } = request
    const asked = ask({ port: one.front, host: '127.0.0.1', method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    asked.on('error', give)
    request.pipe(asked)
    response.on('close', () => asked.destroy())
  })
  return {
    port: await listening(calls),
    front: await listening(front),
    add: (backend) => void known.push({ ...backend, failures: 0, session: undefined }),
    close() {
      clearInterval(checking)
      for (const { session } of known) session?.destroy()
      calls.close()
      front.close()
      front.closeAllConnections()
    },
  }
}

/** An instance that goes before it answers is told of, so that the call is tried again after a pause. */
function pass(stream: ServerHttp2Stream, headers: object, session: ClientHttp2Session): void {
  const asked = session.request({ ...headers })
  const cut = () => {
    if (!stream.headersSent && !stream.destroyed) stream.respond({ ':status': 502 }, { endStream: true })
    else stream.close()
  }
  asked.on('response', (answer) => stream.destroyed || stream.respond({ ...answer }))
  asked.on('error', cut)
  asked.on('close', cut)
  stream.on('error', () => asked.close())
  stream.on('close', () => asked.close())
  stream.pipe(asked)
  asked.pipe(stream)
}

/** A session with what is well on this port. */
async function wellAt(port: number): Promise<ClientHttp2Session | undefined> {
  const session = connect(`http://127.0.0.1:${port}`)
  try {
    const signal = AbortSignal.timeout(patience)
    session.on('error', () => {})
    const asked = session.request({ ':path': '/health' })
    asked.on('error', () => {}).resume()
    const [answer] = await once(asked, 'response', { signal })
    if (answer[':status'] === 200) return session
  } catch {
    // It is not well.
  }
  session.destroy()
  return undefined
}

async function listening(server: Http2Server | ReturnType<typeof createFront>): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
