import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { freePorts, type RestateServer, startRestate } from '../hosting/restate-server.ts'
import type { People } from './people.ts'
import type { InstancePlace } from './restate-instance.ts'
import { openSink, type Sink } from './sink.ts'

const program = fileURLToPath(new URL('restate-instance.ts', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))

/** One instance of the bot, a process. */
export interface Instance {
  readonly place: InstancePlace
  /** Starts it, anew after its end; resolves once it serves. */
  start(): Promise<void>
  signal(signal: NodeJS.Signals): void
  /** Ends it at once; resolves when it is gone. */
  kill(): Promise<void>
}

export function createInstance(place: InstancePlace): Instance {
  let process_: ReturnType<typeof spawn> | undefined
  return {
    place,
    async start() {
      const own = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(place)], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      process_ = own
      await Promise.race([once(own.stdout, 'data'), once(own, 'close')])
      if (own.exitCode !== null) throw new Error('an instance did not start')
    },
    signal: (signal) => void process_?.kill(signal),
    async kill() {
      if (!process_ || process_.exitCode !== null || process_.signalCode !== null) return
      const closed = once(process_, 'close')
      process_.kill('SIGKILL')
      await closed
    },
  }
}

export interface World {
  readonly server: RestateServer
  readonly sink: Sink
  readonly instances: readonly Instance[]
  close(): Promise<void>
}

/** A Restate server and instances, started one after the other. `serviceUrl`: where Restate finds the one on a port. */
export async function openWorld(folder: string, count: number, serviceUrl: (port: number) => string): Promise<World> {
  const server = await startRestate(join(folder))
  const sink = await openSink()
  const ports = await freePorts(2 * count)
  const { url, adminUrl } = server
  const instances = Array.from({ length: count }, (_, n) => {
    const [port = 0, front = 0] = ports.slice(2 * n)
    return createInstance({ url, adminUrl, serviceUrl: serviceUrl(port), port, front, platform: sink.url })
  })
  return {
    server,
    sink,
    instances,
    async close() {
      for (const one of instances) {
        one.signal('SIGCONT')
        await one.kill()
      }
      await server.stop()
      sink.close()
    },
  }
}

const diary = z.object({ said: z.array(z.string()) })

/** What is not as it would be without faults, once all have fallen silent. `crashes`: how often something went wrong. */
export async function judgeWorld(people: People, sink: Sink, front: string, crashes: number) {
  const broken: string[] = []
  let turns = 0
  let twice = 0
  for (const key of people.keys) {
    const answer = await fetch(`${front}/?key=${encodeURIComponent(key)}`)
    const { said } = diary.parse(await answer.json())
    turns += said.length
    const acknowledged = people.acknowledged(key)
    if (said.length < acknowledged) broken.push(`${key}: ${acknowledged} acknowledged, ${said.length} found`)
    const wrong = said.findIndex((text, n) => text !== `u${n}`)
    if (wrong >= 0) broken.push(`${key}: turn ${wrong} is ${said[wrong]}`)
    const wanted = said.flatMap((_, n) => [`u${n}:0`, `u${n}:1`])
    // Once one chat has not got what it should, the others are not waited for.
    await sink.arrived(key, wanted.at(-1) ?? '', broken.length > 0 ? 0 : 30_000)
    const shown = sink.shown(key)
    const first = [...new Set(shown)]
    const off = wanted.findIndex((one, n) => first[n] !== one)
    if (off >= 0)
      broken.push(`${key}: of ${wanted.length} replies ${off} as expected, then ${first.slice(off, off + 3).join()}`)
    if (first.length > wanted.length) broken.push(`${key}: ${first.length - wanted.length} replies too many`)
    twice += shown.length - first.length
    if (shown.length - first.length > crashes) broken.push(`${key}: ${shown.length - first.length} replies came twice`)
  }
  return { broken, figures: { turns, replies_twice: twice } }
}
