import { setTimeout as wait } from 'node:timers/promises'
import { createEmbeddedHost } from '../../adapters/hosting/embedded/embedded-host.ts'
import { openKeptFiles } from '../../adapters/hosting/embedded/kept-files.ts'
import { keptReply, keptState } from '../../adapters/kept-forms.ts'
import { noticesIn } from '../../adapters/notice.ts'
import type { Message, Reply, State } from '../../src/index.ts'
import { engineFor } from './engine.ts'
import type { Fault, Outcome } from './fault.ts'
import { percentile } from './figures.ts'
import { inFolder } from './scratch.ts'
import { seeded } from './seeded.ts'

/** Milliseconds between two messages of one person, on average. */
const pause = 60_000
/** Messages of each person. */
const talk: readonly Message[] = [
  { kind: 'private', text: 'They ask 2,680 to join and pay 800 for each friend I bring' },
  { kind: 'private', choice: 'yes' },
]
/** What has to hold for the whole crowd; others load the machine in tests. */
const bounds = { crowd: 10_000, p95: 500, p99: 2_000, megabytes: 512 }

/** Many people at once, each of whom writes when it suits them. */
const run = (size: number, seed: number): Promise<Outcome> =>
  inFolder(async (folder) => {
    const random = seeded(seed)
    const broken: string[] = []
    const onTrouble = (message: string) => void broken.push(message)
    const { store, clock, close } = await openKeptFiles(folder, keptState, keptReply, onTrouble)
    let shown = 0
    const host = createEmbeddedHost<State, Message, Reply>({
      turn: engineFor('en').step,
      deliver: async () => void shown++,
      store,
      now: clock.now,
      notices: noticesIn('en'),
      onTrouble,
    })
    await host.start()
    const taken: number[] = []
    let megabytes = 0
    const looking = setInterval(() => {
      megabytes = Math.max(megabytes, process.memoryUsage.rss() / 1e6)
    }, 250)
    const span = size < bounds.crowd ? pause / 20 : pause
    const person = async (n: number) => {
      for (const [at, message] of talk.entries()) {
        await wait(random() * span)
        const begin = performance.now()
        await (await host.submit(`chat ${n}`, `u${at}`, message)).delivered
        taken.push(performance.now() - begin)
      }
    }
    const begin = performance.now()
    const used = process.cpuUsage()
    await Promise.all(Array.from({ length: size }, (_, n) => person(n)))
    const seconds = (performance.now() - begin) / 1000
    const { user, system } = process.cpuUsage(used)
    clearInterval(looking)
    await host.stop()
    await close()
    const [p95, p99] = [percentile(taken, 0.95), percentile(taken, 0.99)]
    if (taken.length !== size * talk.length || shown < taken.length)
      broken.push(`${shown} replies to ${taken.length} messages`)
    if (size >= bounds.crowd) {
      if (!(p95 < bounds.p95)) broken.push(`p95 was ${p95} ms`)
      if (!(p99 < bounds.p99)) broken.push(`p99 was ${p99} ms`)
      if (!(megabytes < bounds.megabytes)) broken.push(`it took ${Math.round(megabytes)} MB`)
    }
    return {
      broken,
      figures: {
        conversations: size,
        'messages a second': Math.round(taken.length / seconds),
        'CPU a message, ms': Math.round((user + system) / taken.length / 100) / 10,
        'p50, ms': percentile(taken, 0.5),
        'p95, ms': p95,
        'p99, ms': p99,
        'RSS at most, MB': Math.round(megabytes),
      },
    }
  })

export const crowd: Fault = {
  name: 'crowd',
  holds: 'ten thousand conversations at once: p95 under 500 ms, p99 under 2 s, in 512 MB',
  sizes: { short: 300, long: bounds.crowd },
  run,
}
