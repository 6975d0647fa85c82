import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createEmbeddedHost } from '../../adapters/hosting/embedded/embedded-host.ts'
import { openKeptFiles } from '../../adapters/hosting/embedded/kept-files.ts'
import { keptReply, keptState } from '../../adapters/kept-forms.ts'
import { noticesIn } from '../../adapters/notice.ts'
import type { Message, Reply, State } from '../../src/index.ts'
import { engineFor } from './engine.ts'
import type { Fault, Outcome } from './fault.ts'
import { inQuickFolder } from './scratch.ts'
import { below, seeded } from './seeded.ts'

const chats = 500
const abreast = 32
const samples = 20
/** The heap may grow by this share from the first half of the run, its beginning left out, to the second. */
const most = 0.05
const talk: readonly Message[] = [
  { kind: 'private', text: 'They ask 2,680 to join and pay 800 for each friend I bring' },
  { kind: 'private', choice: 'yes' },
  { kind: 'private', text: 'why' },
  { kind: 'private', choice: 'no' },
  { kind: 'private', text: '/delete' },
]

setFlagsFromString('--expose-gc')
const collect: unknown = runInNewContext('gc')

function heap(): number {
  if (typeof collect === 'function') collect()
  return process.memoryUsage().heapUsed
}

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length

/** What the process holds on to while it rests. */
const held = () => ({
  handles: process.getActiveResourcesInfo().filter((one) => one !== 'Immediate').length,
  listeners: process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0),
})

/** People talk, and delete what they said; what the process holds on to is looked at again and again. */
const run = (size: number, seed: number): Promise<Outcome> =>
  inQuickFolder(async (folder) => {
    const random = seeded(seed)
    const broken: string[] = []
    const onTrouble = (message: string) => void broken.push(message)
    const { store, clock, close } = await openKeptFiles(folder, keptState, keptReply, onTrouble)
    const host = createEmbeddedHost<State, Message, Reply>({
      turn: engineFor('en').step,
      deliver: async () => {},
      store,
      now: clock.now,
      notices: noticesIn('en'),
      onTrouble,
    })
    await host.start()
    const said = Array.from({ length: chats }, () => 0)
    let update = 0
    async function speak(until: number): Promise<void> {
      while (update < until) {
        const chat = below(random, chats)
        const n = said[chat] ?? 0
        said[chat] = n + 1
        const message = talk[n % talk.length]
        if (message) await (await host.submit(`chat ${chat}`, `u${update++}`, message)).delivered
      }
    }
    const heaps: number[] = []
    const begin = performance.now()
    let before = held()
    for (let sample = 1; sample <= samples; sample++) {
      await Promise.all(Array.from({ length: abreast }, () => speak((size * sample) / samples)))
      heaps.push(heap())
      if (sample === 1) before = held()
    }
    const after = held()
    const slope = mean(heaps.slice(samples / 2)) / mean(heaps.slice(samples / 5, samples / 2)) - 1
    if (!(slope < most)) broken.push(`the heap grew by ${(100 * slope).toFixed(1)} %`)
    if (after.handles > before.handles) broken.push(`${after.handles - before.handles} handles more`)
    if (after.listeners > before.listeners) broken.push(`${after.listeners - before.listeners} listeners more`)
    const perSecond = Math.round((1000 * size) / (performance.now() - begin))
    await host.stop()
    await close()
    return {
      broken,
      figures: {
        updates: size,
        'a second': perSecond,
        'heap grew by, %': Math.round(1000 * slope) / 10,
        'heap at the end, MB': Math.round((heaps.at(-1) ?? 0) / 1e6),
        ...after,
      },
    }
  })

export const endurance: Fault = {
  name: 'endurance',
  holds: 'a great many updates: after collection the heap does not grow, nor do listeners and handles',
  sizes: { short: 6_000, long: 1_000_000 },
  run,
}
