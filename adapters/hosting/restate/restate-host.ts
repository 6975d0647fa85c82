import { setTimeout as wait } from 'node:timers/promises'
import type { z } from 'zod'
import { createLanes } from '../../lanes.ts'
import { createCourier, patientWaits } from '../embedded/courier.ts'
import type { Accepted, Host, HostOptions } from '../host.ts'
import { keptSchema } from '../kept.ts'
import { createConversation } from './conversation.ts'
import { register } from './deployment.ts'
import { type Endpoint, type EndpointPlace, listen } from './endpoint.ts'
import { createHanding } from './handing.ts'
import { createIngress } from './ingress.ts'
import { createKeptState } from './kept-state.ts'
import { createReplies } from './replies.ts'
import { deliverWaiting } from './still-waits.ts'

/** How long stopping waits for what is being handed over, in milliseconds; the rest another instance hands over. */
const longestHandOver = 3_000
/** Conversations of late whose replies are looked after at the stop. */
const mostOwed = 1_000
const shortestWait = 250
/** Timers cannot wait longer than 24 days. */
const longestWait = 3_600_000

export interface RestatePlace extends EndpointPlace {
  /** Where Restate takes calls. */
  readonly url: string
  readonly adminUrl: string
  /** Where Restate calls this bot, by itself or through a load balancer; absent, where it listens. */
  readonly serviceUrl?: string
}

export interface RestateOptions<State, Message, Reply> extends HostOptions<State, Message, Reply> {
  readonly place: RestatePlace
  readonly forms: { readonly state: z.ZodType<State>; readonly reply: z.ZodType<Reply> }
  /** False: what waits to be handed over waits on, for another instance. */
  readonly handsOver?: boolean
}

/**
 * Runs turns on any of the instances that serve the same Restate, which keeps the conversations. What is said to
 * conversations that `reaches` any instance may hand over; what is said to others this one does, where it took the
 * update in.
 */
export function createRestateHost<State, Message, Reply>(
  options: RestateOptions<State, Message, Reply>,
): Host<State, Message> {
  const { place, forms, now, onTrouble, reaches = () => true, handsOver = true } = options
  const ingress = createIngress<State, Message, Reply>(place.url)
  const courier = createCourier<Reply>({
    retryAfter: patientWaits,
    patience: 30_000,
    ...options,
    deliver: deliverWaiting(options.deliver, ingress.waits),
  })
  const handing = createHanding(courier)
  const conversation = createConversation<State, Message, Reply>({
    ...options,
    reaches,
    kept: createKeptState(keptSchema(forms.state, forms.reply)),
  })
  const replies = createReplies<State, Message, Reply>(handing)
  const takings = createLanes()
  const own = createLanes()
  const timers = new Map<string, NodeJS.Timeout>()
  /** Conversations whose replies this instance may still owe. */
  const owed = new Set<string>()
  const ending = new AbortController()
  let endpoint: Endpoint | undefined
  let stopped = false

  function owe(key: string): void {
    owed.delete(key)
    owed.add(key)
    const [oldest] = owed.size > mostOwed ? owed : []
    if (oldest !== undefined) owed.delete(oldest)
  }
  /** Resolves once all that waits was handed over or given up. Never rejects. */
  async function flush(key: string): Promise<void> {
    try {
      if (reaches(key)) await ingress.handOver(key, ending.signal)
      else await own.run(key, () => handOverHere(key))
      owed.delete(key)
    } catch (error) {
      if (!ending.signal.aborted) onTrouble('replies could not be handed over yet', error)
    }
  }
  async function handOverHere(key: string): Promise<void> {
    for (const { update, index, reply } of await ingress.waiting(key)) {
      if ((await courier.hand(key, { update, index, reply })) === 'stopped') return
      await ingress.settle(key, update, index)
    }
  }
  /** What is said when a conversation is woken is handed over by the instance its person is with. */
  function arm(key: string, at: number | undefined, soonest = 0): void {
    clearTimeout(timers.get(key))
    timers.delete(key)
    if (at === undefined || reaches(key) || stopped) return
    const ring = async () => {
      timers.delete(key)
      // By the clock of the instance that is asked it may be early.
      if (await ingress.wake(key, at)) arm(key, at, shortestWait)
      else await flush(key)
    }
    const failed = (error: unknown) => onTrouble('a conversation that asked to be woken could not be', error)
    const left = Math.min(Math.max(soonest, at - now()), longestWait)
    timers.set(
      key,
      setTimeout(() => void ring().catch(failed), left),
    )
  }

  return {
    async submit(key, id, message): Promise<Accepted> {
      if (stopped) throw new Error('the host has stopped')
      const { wakesAt } = await takings.run(key, () => ingress.take({ key, id, message, at: now() }))
      arm(key, wakesAt)
      owe(key)
      let delivered = reaches(key) ? undefined : flush(key)
      return {
        // Where Restate sees to it, this is a call of its own, and few ask.
        get delivered() {
          delivered ??= flush(key)
          return delivered
        },
      }
    },
    peek: async (key) => (await ingress.peek(key)) ?? undefined,
    async forget(key) {
      arm(key, undefined)
      await takings.run(key, () => ingress.forget(key))
    },
    async start() {
      if (!handsOver) courier.stop()
      endpoint = await listen(place, [conversation, replies])
      try {
        await register(place.adminUrl, place.serviceUrl ?? `http://${place.host}:${endpoint.port}`)
      } catch (error) {
        await endpoint.close()
        throw error
      }
    },
    async stop() {
      stopped = true
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
      await takings.idle()
      setTimeout(() => ending.abort(), longestHandOver).unref()
      await Promise.all([...owed].map(flush))
      courier.stop()
      await own.idle()
      endpoint?.drain()
      await Promise.race([handing.idle(), wait(longestHandOver, undefined, { ref: false })])
      await endpoint?.close()
    },
  }
}
