import { createConcurrentSink, createRunner, createSource } from '@grammyjs/runner'
import type { Api } from 'grammy'
import type { Update } from 'grammy/types'
import { soon } from '../soon.ts'
import { wanted } from './read-update.ts'
import { busyFor, isWebhookSet, reason } from './refusals.ts'

/** Does something, more than once where it fails. */
export type Persist = (work: () => Promise<void>) => Promise<void>

export interface PollingOptions {
  readonly api: Api
  /** Resolves once the update is durable. What may fail of it is done within `persist`, in its place in the order. */
  readonly take: (update: Update, persist: Persist) => Promise<void>
  readonly onTrouble: (message: string, cause?: unknown) => void
  /** Waits before an update is tried again, in milliseconds; after the last one fails, it is passed over. */
  readonly retryAfter?: readonly number[]
  readonly onPassedOver: () => void
}

/** Seconds Telegram may hold a request open while there is nothing to tell. */
const HOLD = 30
/** Milliseconds that later updates wait for earlier ones before they are fetched past them. */
const GRACE = 250
const backoff = { first: 500, most: 30_000 }

/**
 * Fetches updates. Telegram forgets those below the offset of a request, so it is the oldest that is not durable
 * yet: what was fetched and not made durable comes again at the next start. One that hangs or fails does not hold
 * up the (at most 100) behind it. Returns what stops it.
 */
export function startPolling(options: PollingOptions): () => Promise<void> {
  const { api, take, onTrouble, onPassedOver, retryAfter = [1000, 4000] } = options
  const stopping = new AbortController()
  /** Handed over and not durable yet. */
  const open = new Set<number>()
  /** Handed over since an offset was last confirmed. */
  const seen = new Set<number>()
  let next = 0
  let changed = () => {}

  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer)
        stopping.signal.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, milliseconds)
      if (stopping.signal.aborted) end()
      else stopping.signal.addEventListener('abort', end)
    })
  const allDurable = (most: number) => {
    if (open.size === 0) return undefined
    const durable = new Promise<void>((resolve) => {
      changed = () => open.size === 0 && resolve()
    })
    return Promise.race([durable, pause(most)])
  }

  async function persist(work: () => Promise<void>): Promise<void> {
    for (const wait of [...retryAfter, undefined]) {
      try {
        return await work()
      } catch (error) {
        if (stopping.signal.aborted) throw error
        if (wait === undefined) {
          onPassedOver()
          onTrouble(`an update could not be taken in ${retryAfter.length + 1} attempts and was passed over`, error)
          return
        }
        await pause(wait)
        if (stopping.signal.aborted) throw error
      }
    }
  }

  async function consume(update: Update): Promise<void> {
    try {
      await take(update, persist)
    } catch {
      // Stopped: it comes again at the next start.
      return
    }
    open.delete(update.update_id)
    changed()
  }

  async function supply(_: number, signal: Parameters<Api['getUpdates']>[1]): Promise<Update[]> {
    let wait = backoff.first
    let isTold = false
    for (;;) {
      await allDurable(GRACE)
      if (stopping.signal.aborted) throw new Error('stopped')
      const isBehind = open.size > 0
      try {
        const updates = await api.getUpdates(
          {
            offset: isBehind ? Math.min(...open) : next,
            limit: 100,
            timeout: isBehind ? 0 : HOLD,
            allowed_updates: wanted,
          },
          signal,
        )
        if (!isBehind) seen.clear()
        const fresh = updates.filter((update) => !seen.has(update.update_id))
        for (const { update_id } of fresh) {
          open.add(update_id)
          seen.add(update_id)
          next = update_id + 1
        }
        if (fresh.length > 0 || !isBehind) return fresh
      } catch (error) {
        if (stopping.signal.aborted) throw error
        if (!isTold) onTrouble(`updates could not be fetched (${reason(error)}); it goes on trying`)
        isTold = true
        if (isWebhookSet(error)) await api.deleteWebhook().catch(() => {})
        await pause(busyFor(error) ?? wait)
        wait = Math.min(2 * wait, backoff.most)
      }
    }
  }

  const working = new Set<Promise<void>>()
  const sink = createConcurrentSink<Update>(
    {
      consume: (update) => {
        const work = consume(update)
        working.add(work)
        return work.finally(() => working.delete(work))
      },
    },
    async () => {},
  )
  const runner = createRunner(createSource({ supply }), sink)
  runner.start()

  return async () => {
    stopping.abort()
    await runner.stop()
    await Promise.all(working)
    const offset = open.size > 0 ? Math.min(...open) : next
    // Spares them being sent again; where that fails, they are known again.
    if (offset > 0)
      await soon(() => api.getUpdates({ offset, limit: 1, timeout: 0, allowed_updates: wanted }), undefined, 1000)
  }
}
