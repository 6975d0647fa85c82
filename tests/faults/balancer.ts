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
  isUp: boolean
  session: ClientHttp2Session | undefined
}

export async function openBalancer(): Promise<Balancer> {
  const known: Known[] = []
  let turn = 0
  const next = (): Known | undefined => {
    const up = known.filter((one) => one.isUp)
    return up[turn++ % Math.max(1, up.length)]
  }
  const sessionOf = (one: Known): ClientHttp2Session => {
    if (one.session && !one.session.destroyed) return one.session
    const session = connect(`http://127.0.0.1:${one.port}`)
    session.on('error', () => {})
    one.session = session
    return session
  }

  async function check(one: Known): Promise<void> {
    const ok = await isWell(one.port)
    one.failures = ok ? 0 : one.failures + 1
    if (ok) one.isUp = true
    if (one.failures < 2) return
    one.isUp = false
    // Whoever waits for an answer from it has to know that none will come.
    one.session?.destroy()
    one.session = undefined
  }
  const checking = setInterval(() => void known.map(check), between)

  const calls = createServer()
  calls.on('session', (session) => session.on('error', () => {}))
  calls.on('stream', (stream, headers) => {
    const one = next()
    if (!one) {
      stream.respond({ ':status': 503 })
      return void stream.end()
    }
    pass(stream, headers, sessionOf(one))
  })
  const front = createFront((request, response) => {
    const one = next()
    const give = () => void response.writeHead(502).end()
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
    add: (backend) => void known.push({ ...backend, failures: 2, isUp: false, session: undefined }),
    close() {
      clearInterval(checking)
      for (const { session } of known) session?.destroy()
      calls.close()
      front.close()
      front.closeAllConnections()
    },
  }
}

function pass(stream: ServerHttp2Stream, headers: object, session: ClientHttp2Session): void {
  const cut = () => stream.close()
  const asked = session.request({ ...headers })
  asked.on('response', (answer) => stream.headersSent || stream.destroyed || stream.respond({ ...answer }))
  asked.on('error', cut)
  asked.on('close', cut)
  stream.on('error', () => asked.close())
  stream.on('close', () => asked.close())
  stream.pipe(asked)
  asked.pipe(stream)
}

async function isWell(port: number): Promise<boolean> {
  const session = connect(`http://127.0.0.1:${port}`)
  try {
    const signal = AbortSignal.timeout(patience)
    session.on('error', () => {})
    const asked = session.request({ ':path': '/health' })
    asked.on('error', () => {})
    const [answer] = await once(asked, 'response', { signal })
    return answer[':status'] === 200
  } catch {
    return false
  } finally {
    session.destroy()
  }
}

async function listening(server: Http2Server | ReturnType<typeof createFront>): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
