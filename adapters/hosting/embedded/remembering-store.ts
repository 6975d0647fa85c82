import { createLanes } from '../../lanes.ts'
import type { Kept } from '../kept.ts'
import type { SentNotes } from './sent-notes.ts'
import type { Store } from './store.ts'

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
 * was handed over is noted instead of written; the next write has it. What an earlier run noted is written in passing,
 * when `list` first comes to its end.
 */
export async function remember<State, Reply>(
  inner: Store<State, Reply>,
  notes: SentNotes,
): Promise<RememberingStore<State, Reply>> {
  const known = new Map<string, Kept<State, Reply>>()
  /** Those of which something is noted that is not written: in the book in use, and in the other one. */
  let unwritten = new Set<string>()
  let former = new Set<string>()
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
    former.delete(kept.key)
    hold(kept)
  }
  /** What one book notes is written into the conversations, while the other is written on; then it is emptied. */
  async function tidy(): Promise<void> {
    if (former.size === 0) {
      notes.turnOver()
      former = unwritten
      unwritten = new Set()
    }
    for (const key of [...former])
      await lanes.run(key, async () => {
        const kept = former.has(key) ? await read(key) : undefined
        if (kept) await write(kept)
        former.delete(key)
      })
    await notes.emptyOther()
  }
  const tidyOnce = () => {
    tidying ??= tidy().finally(() => {
      tidying = undefined
    })
    return tidying
  }

  /** Which conversations the notes of an earlier run are about is known once all were looked at; until then they stay. */
  let isKnown = notes.isEmpty
  async function* list(): AsyncGenerator<Kept<State, Reply>> {
    for await (const listed of inner.list()) {
      const own = known.get(listed.key) ?? unsent(listed)
      if (isKnown || own === listed) yield own
      else {
        const rest = await lanes.run(listed.key, () => writeNoted(listed.key))
        if (rest) yield rest
      }
    }
    if (isKnown) return
    isKnown = true
    await tidyOnce()
    await tidyOnce()
  }
  async function writeNoted(key: string): Promise<Kept<State, Reply> | undefined> {
    const kept = await read(key)
    if (!kept) return undefined
    const isOver = kept.state === undefined && kept.outbox.length === 0
    await (isOver ? remove(key) : write(kept))
    return isOver ? undefined : kept
  }
  async function remove(key: string): Promise<void> {
    await inner.delete(key)
    known.delete(key)
    unwritten.delete(key)
    former.delete(key)
  }

  return {
    read: (key) => lanes.run(key, () => read(key)),
    write: (kept) => lanes.run(kept.key, () => write(kept)),
    delete: (key) => lanes.run(key, () => remove(key)),
    async settle(kept, handed) {
      await lanes.run(kept.key, async () => {
        unwritten.add(kept.key)
        hold(kept)
        await notes.add(kept.key, handed)
      })
      if (isKnown && notes.size > MOST_NOTES) void tidyOnce().catch(() => {})
    },
    setAside: inner.setAside,
    list,
    discard: inner.discard,
    async close() {
      if (isKnown) {
        await tidyOnce()
        await tidyOnce()
      }
      await notes.close()
    },
  }
}
