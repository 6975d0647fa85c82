import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { arch, platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** The real server, as its npm package ships it. */
export interface RestateServer {
  /** Where it takes calls. */
  readonly url: string
  readonly adminUrl: string
  readonly pid: number
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Starts it again, on what it kept. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** The binary, out of the package for this system that the server's own package brings. */
function binary(): string {
  const server = import.meta.resolve('@restatedev/restate-server/package.json')
  return createRequire(server).resolve(`@restatedev/restate-server-${platform()}-${arch()}/bin/restate-server`)
}

/** Starts one that keeps its data in `folder`, reachable from this machine alone. Resolves once it takes calls. */
export async function startRestate(folder: string): Promise<RestateServer> {
  const [ingress, admin, node] = await freePorts(3)
  const url = `http://127.0.0.1:${ingress}`
  const adminUrl = `http://127.0.0.1:${admin}`
  const env = {
    RESTATE_LISTEN_MODE: 'tcp',
    RESTATE_BIND_ADDRESS: `127.0.0.1:${node}`,
    RESTATE_ADVERTISED_ADDRESS: `http://127.0.0.1:${node}`,
    RESTATE_INGRESS__BIND_ADDRESS: `127.0.0.1:${ingress}`,
    RESTATE_ADMIN__BIND_ADDRESS: `127.0.0.1:${admin}`,
    RESTATE_NODE_NAME: 'tested',
    RESTATE_BASE_DIR: folder,
    RESTATE_DISABLE_TELEMETRY: 'true',
    RESTATE_DEFAULT_NUM_PARTITIONS: '4',
    RESTATE_ROCKSDB_TOTAL_MEMORY_SIZE: '128 MiB',
    RESTATE_LOG_FILTER: 'error',
  }
  const run = async () => {
    const server = spawn(binary(), ['--no-logo'], { env, stdio: ['ignore', 'ignore', 'pipe'], cwd: folder })
    let said = ''
    server.stderr.on('data', (chunk) => {
      said += String(chunk)
    })
    const closed = once(server, 'close')
    for (let tries = 0; !(await isUp(url, adminUrl)); tries++) {
      if (server.exitCode !== null || tries > 600) throw new Error(`the Restate server did not start: ${said}`)
      await wait(100)
    }
    const end = async (signal: NodeJS.Signals) => {
      server.kill(signal)
      await closed
    }
    return { pid: server.pid ?? 0, end }
  }
  let running = await run()
  return {
    url,
    adminUrl,
    get pid() {
      return running.pid
    },
    kill: () => running.end('SIGKILL'),
    async restart() {
      running = await run()
    },
    // Nothing of it is wanted any more.
    stop: () => running.end('SIGKILL'),
  }
}

async function isUp(url: string, adminUrl: string): Promise<boolean> {
  const answers = [`${url}/restate/health`, `${adminUrl}/health`].map((one) => fetch(one).then((answer) => answer.ok))
  return (await Promise.allSettled(answers)).every((one) => one.status === 'fulfilled' && one.value)
}

/** A server for all tests of a file. */
export function restateOfTheFile() {
  let folder: string
  let server: RestateServer
  return {
    async open() {
      folder = await mkdtemp(join(tmpdir(), 'restate-'))
      server = await startRestate(folder)
      return server
    },
    async close() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Ports of this machine that were free a moment ago. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const ports = servers.map((server) => {
    const address = server.address()
    return typeof address === 'object' && address ? address.port : 0
  })
  await Promise.all(servers.map((server) => once(server.close(), 'close')))
  return ports
}
