import { createLanes } from '../../lanes.ts'
import type { Accepted, Deliver, Host, Origin, Turn } from '../host.ts'
import { createCourier } from './courier.ts'
import { type Kept, recall, type Store, type Waiting } from './store.ts'

const hour = 3_600_000
const updatesKept = 48 * hour
const idleKept = 30 * 24 * hour
/** Timers cannot wait longer than 24 days, and clocks are set while they wait. */
const longestWait = hour
/** Until a conversation that could not be woken is tried again, in milliseconds. */
const wakeAgainAfter = 60_000

export interface EmbeddedOptions<State, Message, Reply> {
  readonly turn: Turn<State, Message, Reply>
  readonly deliver: Deliver<Reply>
  readonly store: Store<State, Reply>
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Said before everything else to someone whose conversation could not be read. */
  readonly notice: Reply
  /** Told of what goes wrong without anyone to answer to; the message names no person and quotes nobody. */
  readonly onTrouble: (message: string, cause?: unknown) => void
  /** Whether `start` may deliver what waits for this conversation; what it may not waits on. */
  readonly reaches?: (key: string) => boolean
  /** A state may ask to be given `message` at a time of its own, in milliseconds since 1970. */
  readonly wake?: { readonly at: (state: State) => number | undefined; readonly message: (key: string) => Message }
  /** What stays of a state left alone for 30 days; all of it goes where this is not given. */
  readonly remains?: (state: State) => State | undefined
  /** Whether a reply that still waits is dropped once a turn said this, and the conversation is over or goes on. */
  readonly outdated?: (waiting: Reply, said: readonly Reply[], isOver: boolean) => boolean
  readonly retryAfter?: readonly number[]
  readonly patience?: number
}

/** Runs everything in this process and keeps conversations in `store`, which it must have for itself. */
export function createEmbeddedHost<State, Message, Reply>(
  options: EmbeddedOptions<State, Message, Reply>,
): Host<State, Message> {
  const { turn, store, now, notice, onTrouble, reaches = () => true, wake, remains = () => undefined } = options
  const { outdated = () => false } = options
  const courier = createCourier<Reply>({
    retryAfter: [500, 1000, 2000, 4000, 8000],
    patience: 30_000,
    ...options,
    async deliver(key, reply, origin) {
      // It may have been dropped while it waited.
      const kept = await turns.run(key, () => store.read(key))
      if (kept?.outbox.some((one) => isSame(one, origin))) await options.deliver(key, reply, origin)
    },
  })
  const turns = createLanes()
  const deliveries = createLanes()
  const timers = new Map<string, NodeJS.Timeout>()
  let sweeper: NodeJS.Timeout | undefined
  let looking: Promise<void> = Promise.resolve()
  let stopped = false

  async function take(key: string, update: string, message: Message): Promise<void> {
    const found = await recall(store, key)
    const kept = found === 'unreadable' ? undefined : found
    if (kept?.updates.some(({ id }) => id === update)) return
    const at = now()
    const [state, replies] = turn(kept?.state, message, at)
    // What changes nothing may as well come again.
    if (kept && state === kept.state && replies.length === 0) return
    const said = found === 'unreadable' && replies.length > 0 ? [notice, ...replies] : replies
    const waiting = (kept?.outbox ?? []).filter(({ reply }) => !outdated(reply, replies, state === undefined))
    const outbox = [...waiting, ...said.map((reply, index) => ({ update, index, reply }))]
    if (state === undefined && outbox.length === 0) {
      // What cannot be read stays until there is a reply to tell it with.
      if (kept) await store.delete(key)
      return
    }
    const place = found === 'unreadable' ? await store.setAside(key, at) : undefined
    const updates = [...(kept?.updates ?? []).filter((one) => one.at > at - updatesKept), { id: update, at }]
    await store.write({ format: 1, key, ...(state !== undefined && { state }), updates, outbox, touched: at })
    arm(key, state)
    if (place) onTrouble(`a conversation could not be read and began anew; what there was is kept as ${place}`)
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
    const outbox = kept.outbox.filter((one) => !handed.some((other) => isSame(one, other)))
    if (kept.state === undefined && outbox.length === 0) await store.delete(key)
    else if (store.settle) await store.settle({ ...kept, outbox }, handed)
    else await store.write({ ...kept, outbox })
  }

  async function retire(kept: Kept<State, Reply>): Promise<void> {
    const rest = kept.state === undefined ? undefined : remains(kept.state)
    arm(kept.key, rest)
    if (rest === undefined) await store.delete(kept.key)
    else if (rest !== kept.state || kept.updates.length > 0 || kept.outbox.length > 0)
      await store.write({ ...kept, state: rest, updates: [], outbox: [] })
  }

  const isIdle = ({ touched }: Kept<State, Reply>) => touched < now() - idleKept

  async function sweep(active: (kept: Kept<State, Reply>) => void = () => {}): Promise<void> {
    const failed = (error: unknown) => onTrouble('something kept for over 30 days could not be removed', error)
    await store.discard(now() - idleKept).catch(failed)
    for await (const listed of store.list())
      if (!isIdle(listed)) active(listed)
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
      sweeper = setInterval(() => void sweep().catch(failed), hour).unref()
    },
    async stop() {
      stopped = true
      await looking
      clearInterval(sweeper)
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
      courier.stop()
      await turns.idle()
      await deliveries.idle()
    },
  }
}

const isSame = (one: Origin, other: Origin) => one.update === other.update && one.index === other.index
