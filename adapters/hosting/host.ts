/**
 * One message taken through: state in, state and replies out. Pure. `undefined` is a conversation that
 * does not exist; returned, it asks that every byte of it be removed.
 */
export type Turn<State, Message, Reply> = (
  state: State | undefined,
  message: Message,
  now: number,
) => readonly [State | undefined, readonly Reply[]]

/** Names a reply for good: the update that caused it and its place among that update's replies, from 0. */
export interface Origin {
  readonly update: string
  readonly index: number
}

/** A reply was not delivered, and the platform said what would help; the message names no person. */
export class Undelivered extends Error {
  override readonly name = 'Undelivered'
  /**
   * after: it may be tried again in so many milliseconds. never: this reply cannot be shown. gone: the bot can
   * no longer speak there.
   */
  readonly hope: { readonly after: number } | 'never' | 'gone'
  constructor(message: string, hope: Undelivered['hope']) {
    super(message)
    this.hope = hope
  }
}

/**
 * Sends one reply to where the conversation `key` takes place. Rejects when it could not. After a crash the
 * same origin may come twice, never out of order.
 */
export type Deliver<Reply> = (key: string, reply: Reply, origin: Origin) => Promise<void>

/** What is said to someone before anything else. */
export interface Notices<Reply> {
  /** The conversation could not be read. */
  readonly lost: Reply
  /** It was damaged, and taken from a copy. */
  readonly restored: Reply
  /** It failed again and again, and begins anew. */
  readonly stuck: Reply
  /** Their last message failed again and again, and was passed over. */
  readonly refused: Reply
}

/** What every host is made of. */
export interface HostOptions<State, Message, Reply> {
  readonly turn: Turn<State, Message, Reply>
  readonly deliver: Deliver<Reply>
  /** Milliseconds since 1970; what counts is the time that passes, so it had better never be set. */
  readonly now: () => number
  readonly notices: Notices<Reply>
  /** Told of what goes wrong without anyone to answer to; the message names no person and quotes nobody. */
  readonly onTrouble: (message: string, cause?: unknown) => void
  /** Whether replies left over from an earlier run may be delivered to this conversation; if not, they wait until it goes on. */
  readonly reaches?: (key: string) => boolean
  /** A state may ask to be given `message` at a time of its own, in milliseconds since 1970. */
  readonly wake?: { readonly at: (state: State) => number | undefined; readonly message: (key: string) => Message }
  /** What stays of a state left alone for 30 days; all of it goes where this is not given. */
  readonly remains?: (state: State) => State | undefined
  /** Whether a reply that still waits is dropped once a turn said this, and the conversation is over or goes on. */
  readonly outdated?: (waiting: Reply, said: readonly Reply[], isOver: boolean) => boolean
  /** Waits before each further attempt at a delivery, in milliseconds; after the last one fails, the reply is given up. */
  readonly retryAfter?: readonly number[]
  /** How long one attempt may take, in milliseconds. */
  readonly patience?: number
}

export interface Accepted {
  /** Settles when every reply of this update was handed to the platform, or given up; never rejects. */
  readonly delivered: Promise<void>
}

/**
 * Runs turns, one at a time per conversation, and keeps their state. State, recent update ids and
 * outgoing replies of a conversation change together.
 */
export interface Host<State, Message> {
  /**
   * Takes an update in. Resolves only once its effect is durable; an update id already taken in for this
   * conversation changes nothing. Rejects, with nothing changed, when it could not be made durable.
   */
  submit(key: string, updateId: string, message: Message): Promise<Accepted>
  /** The state as last made durable. */
  peek(key: string): Promise<State | undefined>
  /** Removes every byte kept for this conversation. */
  forget(key: string): Promise<void>
  start(): Promise<void>
  /** Finishes what was taken in; afterwards `submit` rejects. */
  stop(): Promise<void>
}
