import { setMaxListeners } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { type Deliver, Undelivered } from '../host.ts'
import type { Waiting } from '../kept.ts'

const day = 24 * 3_600_000
/** Between two attempts for a chat that was set aside, in milliseconds: once it takes replies again, it has them soon. */
const often = 6_000
/** Failed attempts after which a chat is set aside. */
export const mostTries = 3
/** Platforms may ask for any wait; timers know none beyond 24 days. */
const longestPause = 3_600_000

/** A platform may be out of reach for a night. */
export const patientWaits: readonly number[] = [500, 1000, ...Array<number>(day / often).fill(often)]

/** Hands replies over, patiently but not for ever. */
export interface Courier<Reply> {
  /** Never rejects. `stopped`: not handed over, and still worth trying at the next start. */
  hand(key: string, waiting: Waiting<Reply>): Promise<Handed>
  /** One attempt after so many that failed; after: it is to be tried again in so many milliseconds. Never rejects. */
  attempt(key: string, waiting: Waiting<Reply>, failures: number): Promise<Handed | { readonly after: number }>
  /** From now on a failure is not tried again in this run. */
  stop(): void
}

export type Handed = 'delivered' | 'given_up' | 'stopped'

export interface CourierOptions<Reply> {
  readonly deliver: Deliver<Reply>
  /** Waits before each further attempt, in milliseconds; after the last one fails, the reply is given up. */
  readonly retryAfter: readonly number[]
  /** How long one attempt may take, in milliseconds. */
  readonly patience: number
  readonly onTrouble: (message: string, cause?: unknown) => void
}

export function createCourier<Reply>({
  deliver,
  retryAfter,
  patience,
  onTrouble,
}: CourierOptions<Reply>): Courier<Reply> {
  const stopping = new AbortController()
  // As many listen as chats wait.
  setMaxListeners(0, stopping.signal)
  const pauseFor = (milliseconds: number) => wait(milliseconds, undefined, { signal: stopping.signal }).catch(() => {})
  /** An attempt that takes too long is waited for again, not made twice: it may yet get through. */
  const underWay = new WeakMap<Waiting<Reply>, Promise<void>>()
  const begin = async (key: string, { reply, update, index }: Waiting<Reply>) => deliver(key, reply, { update, index })

  async function attempt(key: string, waiting: Waiting<Reply>, failures: number) {
    try {
      const running = underWay.get(waiting) ?? begin(key, waiting).finally(() => underWay.delete(waiting))
      underWay.set(waiting, running)
      await inTime(patience, running)
      if (failures >= mostTries) onTrouble('a chat that was set aside takes replies again')
      return 'delivered'
    } catch (error) {
      if (stopping.signal.aborted) return 'stopped'
      const hope = error instanceof Undelivered ? error.hope : undefined
      if (hope === 'gone') return 'given_up'
      const pause = hope === 'never' ? undefined : retryAfter[failures]
      if (pause === undefined) {
        const attempts =
          hope === 'never' ? 'was refused' : `could not be delivered in ${retryAfter.length + 1} attempts`
        onTrouble(`a reply ${attempts} and was given up`, error)
        return 'given_up'
      }
      if (failures + 1 === mostTries)
        onTrouble('a chat takes no replies and is set aside; they wait, and others go on', error)
      return { after: typeof hope === 'object' ? Math.min(hope.after, longestPause) : pause }
    }
  }
  return {
    attempt,
    async hand(key, waiting) {
      for (let failures = 0; ; failures++) {
        const outcome = await attempt(key, waiting, failures)
        if (typeof outcome === 'string') return outcome
        await pauseFor(outcome.after)
        if (stopping.signal.aborted) return 'stopped'
      }
    },
    stop: () => stopping.abort(),
  }
}

/** A plain timer: this runs once a reply, and an abortable wait costs several times as much. */
function inTime(milliseconds: number, job: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds)
    job.then(resolve, reject).finally(() => clearTimeout(late))
  })
}
