import * as z from 'zod'
import type { Origin } from '../host.ts'

/** A reply that was not handed over yet. */
export interface Waiting<Reply> extends Origin {
  readonly reply: Reply
}

/** Everything kept for one conversation. Times are milliseconds since 1970. */
export interface Kept<State, Reply> {
  readonly format: 1
  readonly key: string
  /** Absent: the conversation is over, and nothing of it stays once its last replies are handed over. */
  readonly state?: State
  readonly updates: readonly { readonly id: string; readonly at: number }[]
  readonly outbox: readonly Waiting<Reply>[]
  /** When the last update was taken in. */
  readonly touched: number
}

/** What is kept under a key cannot be understood. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

/** Where the embedded host keeps its conversations. The host never uses one key twice at a time. */
export interface Store<State, Reply> {
  /** Rejects with `Unreadable` when something is kept that cannot be understood. */
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

export const keptSchema = <State, Reply>(
  state: z.ZodType<State>,
  reply: z.ZodType<Reply>,
): z.ZodType<Kept<State, Reply>> =>
  z.strictObject({
    format: z.literal(1),
    key: z.string(),
    state: state.exactOptional(),
    updates: z.array(z.strictObject({ id: z.string(), at: z.number() })),
    outbox: z.array(z.strictObject({ update: z.string(), index: z.int().nonnegative(), reply })),
    touched: z.number(),
  })
