import { setTimeout as wait } from 'node:timers/promises'
import { createLanes } from '../../lanes.ts'
import type { Accepted, Host, HostOptions, Origin } from '../host.ts'
import { idleKept, isSame, type Kept, retired, settled, type Waiting } from '../kept.ts'
import { createTries } from '../three-tries.ts'
import { createCourier, patientWaits } from './courier.ts'
import { recall, type Store } from './store.ts'

const hour = 3_600_000
/** Timers cannot wait longer than 24 days, and clocks are set while they wait. */
const longestWait = hour
/** How long replies that are on their way are waited for at the end, in milliseconds; then they wait for the next start. */
const longestFarewell = 5_000
/** Until a conversation that could not be woken is tried again, in milliseconds. */
const wakeAgainAfter = 60_000

export interface EmbeddedOptions<State, Message, Reply> extends HostOptions<State, Message, Reply> {
  readonly store: Store<State, Reply>
}

/** Runs everything in this process and keeps conversations in `store`, which it must have for itself. */
export function createEmbeddedHost<State, Message, Reply>(
  options: EmbeddedOptions<State, Message, Reply>,
): Host<State, Message> {
  const { store, now, onTrouble, reaches = () => true, wake, remains = () => undefined } = options
  const courier = createCourier<Reply>({
    retryAfter: patientWaits,
    patience: 30_000,
    ...options,
    async deliver(key, reply, origin) {
      // It may have been dropped while it waited.
      const kept = await turns.run(key, () => store.read(key))
      if (kept?.outbox.some((one) => isSame(one, origin))) await options.deliver(key, reply, origin)
    },
  })
  const tried = createTries(options)
  const turns = createLanes()
  const deliveries = createLanes()
  const timers = new Map<string, NodeJS.Timeout>()
  let sweeper: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  let stopped = false
  let hurried = false

  async function take(key: string, update: string, message: Message): Promise<void> {
    const found = await recall(store, key)
    const at = now()
    const { change, setsAside, trouble } = tried(found, { key, id: update, message, at })
    if (change === 'leave') return
    if (change === 'remove') return store.delete(key)
    const place = setsAside ? `; what there was is kept as ${await store.setAside(key, at)}` : ''
    await store.write(change)
    arm(key, change.state)
    if (trouble) onTrouble(trouble + place)
  }

  function arm(key: string, state: State | undefined): void {
    clearTimeout(timers.get(key))
    timers.delete(key)
    const at = state === undefined ? undefined : wake?.at(state)
    if (at === undefined || !wake || stopped) return
    const ring = async () => {
      timers.delete(key)
      if (at > now()) return arm(key, state)
      await turns.run(key, () => take(key, `wake-${at}`, wake.message(key)))
      await flush(key)
    }
    const failed = (error: unknown) => {
      onTrouble('a conversation that asked to be woken could not be', error)
      if (!stopped && !timers.has(key)) set(wakeAgainAfter)
    }
    const set = (wait: number) => {
      timers.set(
        key,
        setTimeout(() => void ring().catch(failed), wait),
      )
    }
    set(Math.min(Math.max(0, at - now()), longestWait))
  }

  /** Delivers what waits for this conversation; never rejects. */
  const flush = (key: string): Promise<void> =>
    deliveries
      .run(key, async () => {
        const waiting = (await turns.run(key, () => store.read(key)))?.outbox ?? []
        let handed: Waiting<Reply>[] = []
        for (const one of waiting) {
          if ((await courier.hand(key, one)) === 'stopped') break
          handed.push(one)
          // Where noting is cheap it is done after each, so that after a crash at most one of them comes twice.
          if (!store.settle && one !== waiting.at(-1)) continue
          const noted = handed
          handed = []
          await turns.run(key, () => settle(key, noted))
        }
        if (handed.length > 0) await turns.run(key, () => settle(key, handed))
      })
      .catch((error: unknown) => onTrouble('replies that were sent could not be noted as sent', error))

  async function settle(key: string, handed: readonly Origin[]): Promise<void> {
    const kept = await store.read(key)
    if (!kept) return
    const change = settled(kept, handed)
    if (change === 'remove') await store.delete(key)
    else if (store.settle) await store.settle(change, handed)
    else await store.write(change)
  }

  async function retire(kept: Kept<State, Reply>): Promise<void> {
    const change = retired(kept, remains)
    if (change === 'leave') return arm(kept.key, kept.state)
    arm(kept.key, change === 'remove' ? undefined : change.state)
    if (change === 'remove') await store.delete(kept.key)
    else await store.write(change)
  }

  /** Every hour; where there is so much to look through that it takes long, so seldom that it takes a hundredth of the time. */
  let rested = 0
  async function sweepAgain(): Promise<void> {
    const begin = performance.now()
    if (begin < rested) return
    await sweep()
    const rest = 100 * (performance.now() - begin)
    if (rest > hour) rested = performance.now() + rest
  }

  const isIdle = ({ touched }: Kept<State, Reply>) => touched < now() - idleKept

  async function sweep(active: (kept: Kept<State, Reply>) => void = () => {}): Promise<void> {
    const failed = (error: unknown) => onTrouble('something kept for over 30 days could not be removed', error)
    await store.discard(now() - idleKept).catch(failed)
    for await (const listed of store.list())
      if (hurried) break
      else if (!isIdle(listed)) active(listed)
      else
        await turns
          .run(listed.key, async () => {
            const kept = await store.read(listed.key)
            if (kept && isIdle(kept)) await retire(kept)
          })
          .catch(failed)
  }

  return {
    async submit(key, updateId, message): Promise<Accepted> {
      if (stopped) throw new Error('the host has stopped')
      await turns.run(key, () => take(key, updateId, message))
      return { delivered: flush(key) }
    },
    peek: async (key) => (await store.read(key))?.state,
    forget: (key) =>
      turns.run(key, async () => {
        await store.delete(key)
        arm(key, undefined)
      }),
    async start() {
      const failed = (error: unknown) => onTrouble('what is kept could not be looked through', error)
      // Nobody waits for what is left from an earlier run to be looked through.
      looking = sweep(({ key, state, outbox }) => {
        arm(key, state)
        if (outbox.length > 0 && reaches(key)) void flush(key)
      }).catch(failed)
      sweeper = setInterval(() => void sweepAgain().catch(failed), hour).unref()
    },
    async stop() {
      stopped = true
      const late = wait(longestFarewell, undefined, { ref: false })
      await Promise.race([looking, late])
      hurried = true
      clearInterval(sweeper)
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
      courier.stop()
      await turns.idle()
      await Promise.race([deliveries.idle(), late])
    },
  }
}
