import { createLanes } from './lanes.ts'
import type { SentNotes } from './sent-notes.ts'
import type { Kept, Store } from './store.ts'

export interface RememberingStore<State, Reply> extends Store<State, Reply> {
  readonly settle: NonNullable<Store<State, Reply>['settle']>
  /** Writes what is only noted, and closes the notes. */
  close(): Promise<void>
}

/** Conversations whose last form is remembered. */
const REMEMBERED = 2_000
/** Bytes of notes, from which the conversations they are about are written and the notes emptied. */
const MOST_NOTES = 1_000_000

/**
 * A layer over a store that only this process uses: the conversations of late are not read again, and a reply that
 * was handed over is noted instead of written; the next write has it. Begins with writing what an earlier run noted.
 */
export async function remember<State, Reply>(
  inner: Store<State, Reply>,
  notes: SentNotes,
): Promise<RememberingStore<State, Reply>> {
  const known = new Map<string, Kept<State, Reply>>()
  /** Those of which something is noted that is not written. */
  const unwritten = new Set<string>()
  const lanes = createLanes()
  let tidying: Promise<void> | undefined

  const unsent = (kept: Kept<State, Reply>): Kept<State, Reply> => {
    const outbox = kept.outbox.filter((one) => !notes.has(kept.key, one))
    return outbox.length === kept.outbox.length ? kept : { ...kept, outbox }
  }
  function hold(kept: Kept<State, Reply>): void {
    known.delete(kept.key)
    known.set(kept.key, kept)
    const [oldest] = known.size > REMEMBERED ? known.keys() : []
    if (oldest !== undefined) known.delete(oldest)
  }
  async function read(key: string): Promise<Kept<State, Reply> | undefined> {
    const held = known.get(key)
    if (held) return held
    const kept = await inner.read(key)
    if (!kept) return undefined
    const own = unsent(kept)
    hold(own)
    return own
  }
  async function write(kept: Kept<State, Reply>): Promise<void> {
    await inner.write(kept)
    unwritten.delete(kept.key)
    hold(kept)
  }
  /** The notes are emptied only in a moment in which everything they say is written. */
  async function tidy(): Promise<void> {
    while (unwritten.size > 0)
      for (const key of [...unwritten])
        await lanes.run(key, async () => {
          const kept = unwritten.has(key) ? await read(key) : undefined
          if (kept) await write(kept)
          unwritten.delete(key)
        })
    await notes.empty()
  }
  const tidyOnce = () => {
    tidying ??= tidy().finally(() => {
      tidying = undefined
    })
    return tidying
  }

  if (notes.size > 0) {
    for await (const kept of inner.list()) {
      const own = unsent(kept)
      if (own === kept) continue
      if (own.state === undefined && own.outbox.length === 0) await inner.delete(own.key)
      else await inner.write(own)
    }
    await notes.empty()
  }

  return {
    read: (key) => lanes.run(key, () => read(key)),
    write: (kept) => lanes.run(kept.key, () => write(kept)),
    delete: (key) =>
      lanes.run(key, async () => {
        known.delete(key)
        unwritten.delete(key)
        await inner.delete(key)
      }),
    async settle(kept, handed) {
      await lanes.run(kept.key, async () => {
        unwritten.add(kept.key)
        hold(kept)
        await notes.add(kept.key, handed)
      })
      if (notes.size > MOST_NOTES) void tidyOnce().catch(() => {})
    },
    setAside: inner.setAside,
    async *list() {
      for await (const kept of inner.list()) yield known.get(kept.key) ?? unsent(kept)
    },
    discard: inner.discard,
    async close() {
      await tidyOnce()
      await notes.close()
    },
  }
}
