import { once } from 'node:events'
import { connect as connectHttp2 } from 'node:http2'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** Where one instance is reached. */
export interface Backend {
  readonly port: number
  readonly front: number
}

/** A small load balancer of connections, in turn over the instances that pass their health checks. */
export interface Balancer {
  /** For Restate's calls. */
  readonly port: number
  /** For updates. */
  readonly front: number
  add(backend: Backend): void
  close(): void
}

/** Between checks, and how long an answer to one may take, in milliseconds; two that fail take an instance out. */
const between = 500
const patience = 500

interface Known extends Backend {
  failures: number
  isWell: boolean
  /** Connections through it. */
  readonly open: Set<Socket>
}

export async function openBalancer(): Promise<Balancer> {
  const known: Known[] = []
  let turn = 0
  const next = () => {
    const up = known.filter(({ isWell }) => isWell)
    return up[turn++ % Math.max(1, up.length)]
  }

  async function check(one: Known): Promise<void> {
    const isWell = await isWellAt(one.port)
    one.failures = isWell ? 0 : one.failures + 1
    if (isWell) one.isWell = true
    if (one.failures < 2) return
    one.isWell = false
    // Whoever waits for an answer from it has to know that none will come.
    for (const socket of one.open) socket.destroy()
  }
  const checking = setInterval(() => void known.map(check), between)

  const through = (which: keyof Backend) =>
    createServer((incoming) => {
      const one = next()
      if (!one) return void incoming.destroy()
      const outgoing = connect(one[which], '127.0.0.1')
      const pair = [incoming, outgoing] as const
      for (const [socket, other] of [pair, [outgoing, incoming] as const]) {
        one.open.add(socket)
        socket
          .on('error', () => {})
          .on('close', () => {
            one.open.delete(socket)
            other.destroy()
          })
        socket.pipe(other)
      }
    })
  const servers = { port: through('port'), front: through('front') }
  return {
    port: await listening(servers.port),
    front: await listening(servers.front),
    add: (backend) => void known.push({ ...backend, failures: 0, isWell: false, open: new Set() }),
    close() {
      clearInterval(checking)
      servers.port.close()
      servers.front.close()
      for (const { open } of known) for (const socket of open) socket.destroy()
    },
  }
}

/** What is well answers on the port where Restate calls it. */
async function isWellAt(port: number): Promise<boolean> {
  const session = connectHttp2(`http://127.0.0.1:${port}`)
  session.on('error', () => {})
  try {
    const asked = session.request({ ':path': '/health' })
    asked.on('error', () => {}).resume()
    const [answer] = await once(asked, 'response', { signal: AbortSignal.timeout(patience) })
    return answer[':status'] === 200
  } catch {
    return false
  } finally {
    session.destroy()
  }
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
