import { createHash } from 'node:crypto'
import type { Origin } from '../host.ts'
import type { Kept, Update, Waiting } from '../kept.ts'

/** The objects of Restate, by name: of each there is one for each conversation. */
export const conversationObject = { name: 'conversation' } as const
export const repliesObject = { name: 'replies' } as const

/** What can be asked of a conversation's object; the first argument is the caller's own. */
export interface ConversationCalls<State, Message, Reply> {
  /** Takes an update in. Fails, with nothing changed, where the turn throws. */
  take(from: unknown, update: Update<Message>): Promise<Awaited>
  /** Takes in that a time which was asked for has come. True: it has not yet, or could not be taken in. */
  wake(from: unknown, at: number): Promise<boolean>
  /** Looks whether anything was taken in since then; if not, the conversation is left alone for too long. */
  retire(from: unknown, seen: Seen): Promise<void>
  /** Removes what was set aside under this name. */
  discard(from: unknown, name: string): Promise<void>
  /** Takes replies out of what waits. */
  settle(from: unknown, handed: readonly Origin[]): Promise<void>
  forget(from: unknown): Promise<void>
  /** Puts a conversation from elsewhere in the place of what is kept. */
  restore(from: unknown, kept: Kept<State, Reply>): Promise<void>
  /** The state; null where there is none. Answers at once, with what is durable. */
  peek(from: unknown): Promise<State | null>
  /** All that is kept; null where nothing is. */
  whole(from: unknown): Promise<Kept<State, Reply> | null>
  /** What waits to be handed over, in order. Answers at once. */
  waiting(from: unknown): Promise<readonly (Waiting<Reply> & { readonly key: string })[]>
  /** Whether this reply waits. Answers at once. */
  waits(from: unknown, origin: Origin): Promise<boolean>
}

/** What the object of a conversation's replies can be asked. */
export interface RepliesCalls {
  /**
   * Hands over what waits. Resolves once each reply was handed over, given up, or is set aside with its chat. `chain`:
   * which chat that was set aside is tried again.
   */
  handOver(from: unknown, chain: string | null): Promise<void>
}

/** What an update leaves to be waited for. */
export interface Awaited {
  /** When the state wants to be woken, in milliseconds since 1970. */
  readonly wakesAt?: number
}

/** A chain of timers, by the time it began, and the last update it knows of. */
export interface Seen {
  readonly watch: number
  readonly touched: number
}

/** Under which name a conversation is kept: keys may hold anything, and name people's chats. */
export const objectKey = (key: string): string => createHash('sha256').update(JSON.stringify(key)).digest('base64url')
