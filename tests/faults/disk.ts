import { join } from 'node:path'
import { diaryHost, openDiaries, openKeptDiaries } from '../hosting/diary-host.ts'
import { type FailingFiles, type Failure, failingFiles } from './failing-files.ts'
import type { Fault, Outcome } from './fault.ts'
import { inFolder } from './scratch.ts'
import { below, seeded } from './seeded.ts'

const failures: readonly Failure[] = ['EIO', 'ENOSPC', 'short']
const keys = ['a', 'b', 'c']

/** What was acknowledged of a conversation, and what was refused since and may stand there or not. */
interface Told {
  readonly certain: string[]
  maybe: string[]
}

class Trial {
  readonly broken: string[] = []
  refused = 0
  private readonly told = new Map(keys.map((key): [string, Told] => [key, { certain: [], maybe: [] }]))
  private readonly shown = new Map<string, number>()
  private readonly troubles: string[] = []
  private next = 0
  private readonly files: FailingFiles
  private readonly folder: string
  private readonly what: string
  constructor(files: FailingFiles, folder: string, what: string) {
    this.files = files
    this.folder = folder
    this.what = what
  }

  private async open() {
    const { store, close } = await openKeptDiaries(this.folder)
    const host = diaryHost(
      store,
      async (key, _, { update, index }) => {
        const name = `${key} ${update}:${index}`
        this.shown.set(name, (this.shown.get(name) ?? 0) + 1)
      },
      { onTrouble: (message) => void this.troubles.push(message) },
    )
    await host.start()
    return { host, close }
  }

  /** Says something in each conversation; what is refused is sent again later, as platforms do. */
  private async talk(host: Awaited<ReturnType<Trial['open']>>['host'], rounds: number): Promise<void> {
    for (let round = 0; round < rounds; round++)
      for (const [key, told] of this.told) {
        const update = told.maybe[0] ?? `u${this.next++}`
        try {
          await (await host.submit(key, update, { text: update })).delivered
          told.certain.push(update)
          told.maybe = []
        } catch {
          this.refused++
          told.maybe = [update]
        }
      }
  }

  /** In the files themselves: what is remembered would hide what was not written. */
  private async look(when: string): Promise<void> {
    const store = await openDiaries(join(this.folder, 'conversations'))
    for (const [key, { certain, maybe }] of this.told) {
      const said = ((await store.read(key))?.state?.said ?? []).join()
      const allowed = [certain.join(), [...certain, ...maybe].join()]
      if (!allowed.includes(said)) this.broken.push(`${this.what}, ${when}: ${key} is in a third state`)
    }
  }

  async run(fails: (n: number) => Failure | undefined): Promise<void> {
    const { host, close } = await this.open()
    await this.talk(host, 1)
    this.files.begin(fails)
    await this.talk(host, 3)
    this.files.end()
    await this.look('meanwhile')
    const before = this.refused
    await this.talk(host, 1)
    if (this.refused > before) this.broken.push(`${this.what}: it did not recover without a restart`)
    await this.look('afterwards')
    await host.stop()
    await close().catch(() => this.broken.push(`${this.what}: it did not close`))
    const again = await this.open()
    await this.look('after a restart')
    await again.host.stop()
    await again.close()
    for (const [key, { certain }] of this.told)
      for (const update of certain)
        for (const index of [0, 1])
          if (!this.shown.has(`${key} ${update}:${index}`))
            this.broken.push(`${this.what}: a reply of ${key} never came`)
  }
}

/** One operation after the other fails, then every n-th, in each way there is. */
async function run(size: number, seed: number): Promise<Outcome> {
  const random = seeded(seed)
  const broken: string[] = []
  const figures = { trials: 0, 'file operations in a trial': 0, 'updates refused': 0 }
  const files = await failingFiles()
  const trial = (what: string, fails: (n: number) => Failure | undefined) =>
    inFolder(async (folder) => {
      const one = new Trial(files, folder, what)
      await one.run(fails).catch((error: unknown) => one.broken.push(`${what}: ${String(error)}`))
      broken.push(...one.broken)
      figures.trials++
      figures['updates refused'] += one.refused
    })
  try {
    await trial('nothing fails', () => undefined)
    figures['file operations in a trial'] = files.count
    for (let left = size; left > 0; left--) {
      const failure = failures[below(random, failures.length)] ?? 'EIO'
      const n = 1 + below(random, figures['file operations in a trial'])
      const every = below(random, 3) === 0
      await trial(`${failure} at operation ${every ? 'every ' : ''}${n}`, (at) =>
        (every ? at % n === 0 : at === n) ? failure : undefined,
      )
    }
  } finally {
    files.restore()
  }
  return { broken, figures }
}

export const disk: Fault = {
  name: 'disk',
  holds: 'any file operation fails (EIO, ENOSPC, cut short): the old state or the new one, and on without a restart',
  sizes: { short: 20, long: 2000 },
  run,
}
