import type { Origin } from '../host.ts'
import type { Kept } from '../kept.ts'

/** What is kept under a key cannot be understood. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

/** Where the embedded host keeps its conversations. The host never uses one key twice at a time. */
export interface Store<State, Reply> {
  /**
   * Rejects with `Unreadable` when something is kept that cannot be understood. What was kept twice, and is missing or
   * damaged once, comes back as `restored`.
   */
  read(key: string): Promise<Kept<State, Reply> | undefined>
  /** Resolves once the whole of it is durable; rejects with the former still in place. */
  write(kept: Kept<State, Reply>): Promise<void>
  /**
   * Notes, where there is a cheaper way than writing, that these replies were handed over: `kept` is without them.
   * It survives the death of the process; whether it survives a power cut is open until the next `write`.
   */
  settle?(kept: Kept<State, Reply>, handed: readonly Origin[]): Promise<void>
  /** Removes every byte kept under this key, what was set aside included. */
  delete(key: string): Promise<void>
  /** Makes a copy of what cannot be read, out of the way of the next `write`; says where it is. */
  setAside(key: string, now: number): Promise<string>
  /** Everything that can be read. */
  list(): AsyncIterable<Kept<State, Reply>>
  /** Removes what cannot be read or was set aside, where it was last written before this time. */
  discard(before: number): Promise<void>
}

/** What is kept under this key, or that it cannot be understood. */
export async function recall<State, Reply>(store: Store<State, Reply>, key: string) {
  try {
    return await store.read(key)
  } catch (error) {
    if (error instanceof Unreadable) return 'unreadable'
    throw error
  }
}
