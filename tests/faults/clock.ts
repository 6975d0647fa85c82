import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openSteadyClock } from '../../adapters/hosting/embedded/steady-clock.ts'
import { diaryHost, openDiaries } from '../hosting/diary-host.ts'
import type { Fault, Outcome } from './fault.ts'
import { inFolder } from './scratch.ts'
import { below, seeded } from './seeded.ts'

const hour = 3_600_000
const day = 24 * hour
const year = 365 * day
const jumps = {
  '+1 hour': hour,
  '-1 hour': -hour,
  '+1 day': day,
  '-1 day': -day,
  '+10 years': 10 * year,
  '-10 years': -10 * year,
}
/** Within this, in milliseconds, something asked for in 30 has to happen. */
const patience = 5_000

/** A machine whose clock can be set, and on which days pass in a moment. */
class Machine {
  private readonly folder: string
  private skipped = 0
  private set = 0
  readonly shown: string[] = []
  constructor(folder: string) {
    this.folder = folder
  }

  pass(milliseconds: number): void {
    this.skipped += milliseconds
  }

  setClock(by: number): void {
    this.set += by
  }

  async start() {
    const passed = () => performance.now() + this.skipped
    const wall = () => Date.now() + this.skipped + this.set
    const clock = await openSteadyClock({ path: join(this.folder, 'time'), wall, passed, onTrouble: () => {} })
    const store = await openDiaries(join(this.folder, 'conversations'), clock.now)
    const host = diaryHost(store, async (key, { text }) => void this.shown.push(`${key} ${text}`), { now: clock.now })
    await host.start()
    return {
      host,
      async stop() {
        await host.stop()
        await clock.close()
      },
    }
  }

  async restart({ stop }: { stop: () => Promise<void> }) {
    await stop()
    return this.start()
  }
}

/** The clock is set while the bot runs, or while it is stopped, where nobody can tell a day of rest from a wrong day. */
const trial = (what: keyof typeof jumps, isRunning: boolean) =>
  inFolder(async (folder) => {
    const broken: string[] = []
    const expect = (holds: boolean, problem: string) => {
      if (!holds) broken.push(`${what} while ${isRunning ? 'running' : 'stopped'}: ${problem}`)
    }
    const machine = new Machine(folder)
    let life = await machine.start()
    await life.host.submit('idle', 'u1', { text: 'hello' })
    machine.pass(29 * day)
    await (await life.host.submit('busy', 'u1', { text: 'hello' })).delivered
    await life.host.submit('waiting', 'u1', { text: 'wake me in 30' })
    if (isRunning) machine.setClock(jumps[what])
    for (let left = patience; left > 0 && !machine.shown.includes('waiting go on'); left -= 20) await wait(20)
    expect(machine.shown.includes('waiting go on'), 'a conversation that asked to be woken was not')
    if (!isRunning) {
      await life.stop()
      machine.setClock(jumps[what])
      life = await machine.start()
    } else life = await machine.restart(life)
    await (await life.host.submit('busy', 'u1', { text: 'twice' })).delivered
    expect((await life.host.peek('busy'))?.said.join() === 'hello', 'an update was counted twice')
    life = await machine.restart(life)
    expect((await life.host.peek('idle')) !== undefined, 'a conversation expired early')
    machine.pass(3 * day)
    life = await machine.restart(life)
    for (let left = patience; left > 0 && (await life.host.peek('idle')); left -= 20) await wait(20)
    expect((await life.host.peek('idle')) === undefined, 'a conversation did not expire after 30 days')
    expect((await life.host.peek('busy')) !== undefined, 'a busy conversation expired')
    await life.stop()
    return broken
  })

const kinds = ['+1 hour', '-1 hour', '+1 day', '-1 day', '+10 years', '-10 years'] as const

async function run(size: number, seed: number): Promise<Outcome> {
  const random = seeded(seed)
  const broken: string[] = []
  for (let n = 0; n < size; n++) {
    const what = kinds[n % kinds.length] ?? '+1 hour'
    broken.push(...(await trial(what, what === '+1 day' || below(random, 2) === 0)))
  }
  return { broken, figures: { 'clocks set': size } }
}

export const clock: Fault = {
  name: 'clock',
  holds:
    'the clock is set by an hour, a day or ten years: nothing expires early, nothing stays for ever, nothing hangs',
  sizes: { short: 12, long: 120 },
  run,
}
