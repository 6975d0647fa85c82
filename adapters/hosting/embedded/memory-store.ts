import type { Kept } from '../kept.ts'
import type { Store } from './store.ts'

/** Keeps conversations until the process ends. */
export function createMemoryStore<State, Reply>(): Store<State, Reply> {
  const all = new Map<string, Kept<State, Reply>>()
  return {
    read: async (key) => all.get(key),
    write: async (kept) => {
      all.set(kept.key, kept)
    },
    delete: async (key) => {
      all.delete(key)
    },
    setAside: async () => {
      throw new Error('nothing in memory can be unreadable')
    },
    async *list() {
      yield* [...all.values()]
    },
    discard: async () => {},
  }
}
