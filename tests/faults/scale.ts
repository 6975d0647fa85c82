import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createEmbeddedHost } from '../../adapters/hosting/embedded/embedded-host.ts'
import { openKeptFiles } from '../../adapters/hosting/embedded/kept-files.ts'
import { seal } from '../../adapters/hosting/embedded/sealed.ts'
import { keptReply, keptState } from '../../adapters/kept-forms.ts'
import { noticesIn } from '../../adapters/notice.ts'
import type { Message, Reply, State } from '../../src/index.ts'
import { engineFor } from './engine.ts'
import type { Fault, Outcome } from './fault.ts'
import { percentile } from './figures.ts'
import { inFolder } from './scratch.ts'
import { below, seeded } from './seeded.ts'

const turns = 600
const pitch = 'They ask 2,680 to join and pay 800 for each friend I bring'
const most = 1.2
/** Of a large store only these are looked through. */
const mostListed = 20_000

/** Conversations in mid-interview, in files as the store writes them. */
async function fill(folder: string, count: number): Promise<void> {
  const conversations = join(folder, 'conversations')
  await mkdir(conversations, { recursive: true })
  const [state] = engineFor('en').step(undefined, { kind: 'private', text: pitch }, Date.now())
  for (let n = 0; n < count; n++) {
    const key = `chat ${n}`
    const path = join(conversations, `${createHash('sha256').update(JSON.stringify(key)).digest('hex')}.json`)
    const kept = { format: 1, key, state, updates: [{ id: 'u0', at: Date.now() }], outbox: [], touched: Date.now() }
    const text = seal(JSON.stringify(kept))
    for (const one of [path, `${path}.copy`]) writeFileSync(one, text, { mode: 0o600 })
  }
}

/** None of them twice: a conversation of late would not be read again. */
function distinct(random: () => number, count: number): number[] {
  const chosen = new Set<number>()
  while (chosen.size < turns) chosen.add(below(random, count))
  return [...chosen]
}

async function open(folder: string, onTrouble: (message: string) => void) {
  const { store, clock, close } = await openKeptFiles(folder, keptState, keptReply, onTrouble)
  const host = createEmbeddedHost<State, Message, Reply>({
    turn: engineFor('en').step,
    deliver: async () => {},
    store,
    now: clock.now,
    notices: noticesIn('en'),
    onTrouble,
  })
  return { host, store, close }
}

/** Turns of conversations taken from everywhere on the disk, in turn with those of smaller stores: others load the machine too. */
const run = (size: number, seed: number): Promise<Outcome> =>
  inFolder(async (folder) => {
    const random = seeded(seed)
    const troubles: string[] = []
    const stores = []
    for (const count of [Math.max(turns, size / 1000), Math.max(turns, size / 10), size].map(Math.ceil)) {
      const own = join(folder, String(count))
      await fill(own, count)
      const begin = performance.now()
      const opened = await open(own, (message) => void troubles.push(message))
      const chats = distinct(random, count)
      const taken: number[] = []
      stores.push({ count, ...opened, opening: performance.now() - begin, chats, taken })
    }
    for (let n = 0; n < turns; n++)
      for (const { host, chats, taken } of stores) {
        const begin = performance.now()
        const message: Message = { kind: 'private', choice: n % 2 === 0 ? 'yes' : 'no' }
        await (await host.submit(`chat ${chats[n]}`, `v${n}`, message)).delivered
        taken.push(performance.now() - begin)
      }
    const figures: Record<string, number> = {}
    const [small] = stores
    for (const { count, taken, opening, store, close } of stores) {
      const begin = performance.now()
      let found = 0
      for await (const _ of store.list()) if (++found === mostListed) break
      figures[`a turn at ${count}, p50 ms`] = percentile(taken, 0.5)
      figures[`a turn at ${count}, p95 ms`] = percentile(taken, 0.95)
      figures[`opened at ${count}, ms`] = Math.round(opening)
      figures[`one looked at of ${count}, ms`] = Math.round((1000 * (performance.now() - begin)) / found) / 1000
      await close()
    }
    const ratios = stores.map(({ taken }) => percentile(taken, 0.5) / percentile(small?.taken ?? [], 0.5))
    const worst = Math.max(...ratios)
    figures['a turn, dearest over cheapest store'] = Math.round(worst * 100) / 100
    const isFlat = worst < most || size < 100_000
    return { broken: [...troubles, ...(isFlat ? [] : [`a turn costs ${worst.toFixed(2)} times as much`])], figures }
  })

export const scale: Fault = {
  name: 'scale',
  holds: 'a turn costs the same, within a fifth, at a thousand, a hundred thousand and a million conversations on disk',
  sizes: { short: 2000, long: 1_000_000 },
  run,
}
