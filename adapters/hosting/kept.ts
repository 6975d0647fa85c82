import * as z from 'zod'
import type { HostOptions, Origin } from './host.ts'

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
  /** It had to be taken from a copy, and its person was not told yet. */
  readonly restored?: true
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
    restored: z.literal(true).exactOptional(),
  })

/** What is to become of what is kept: this in its place, nothing of it, or what there is. */
export type Change<State, Reply> = Kept<State, Reply> | 'remove' | 'leave'

/** For how long an update that comes again is known, in milliseconds. */
const updatesKept = 48 * 3_600_000

/** For how long a conversation nobody uses is kept, in milliseconds. */
export const idleKept: number = 30 * 24 * 3_600_000

export interface Update<Message> {
  readonly key: string
  readonly id: string
  readonly message: Message
  readonly at: number
}

/** How an update is taken in. `notice`: said first where what was kept could not be read, or was restored. */
export interface Taking<State, Message, Reply> extends Pick<HostOptions<State, Message, Reply>, 'turn' | 'outdated'> {
  readonly notice: Reply
}

/** Takes an update in. Throws what the turn throws. */
export function takeIn<State, Message, Reply>(
  found: Kept<State, Reply> | 'unreadable' | undefined,
  { key, id, message, at }: Update<Message>,
  { turn, notice, outdated = () => false }: Taking<State, Message, Reply>,
): Change<State, Reply> {
  const kept = found === 'unreadable' ? undefined : found
  if (kept?.updates.some((one) => one.id === id)) return 'leave'
  const [state, replies] = turn(kept?.state, message, at)
  // What changes nothing may as well come again.
  if (kept && state === kept.state && replies.length === 0) return 'leave'
  const isTold = replies.length > 0
  const said = isTold && (found === 'unreadable' || kept?.restored) ? [notice, ...replies] : replies
  const waiting = (kept?.outbox ?? []).filter(({ reply }) => !outdated(reply, replies, state === undefined))
  const outbox = [...waiting, ...said.map((reply, index) => ({ update: id, index, reply }))]
  // What cannot be read stays until there is a reply to tell it with.
  if (state === undefined && outbox.length === 0) return kept ? 'remove' : 'leave'
  const updates = [...(kept?.updates ?? []).filter((one) => one.at > at - updatesKept), { id, at }]
  const restored = !isTold && kept?.restored && { restored: kept.restored }
  return { format: 1, key, ...(state !== undefined && { state }), updates, outbox, touched: at, ...restored }
}

/** Takes replies that were handed over, or given up, out of what waits. */
export function settled<State, Reply>(
  kept: Kept<State, Reply>,
  handed: readonly Origin[],
): Kept<State, Reply> | 'remove' {
  const outbox = kept.outbox.filter((one) => !handed.some((other) => isSame(one, other)))
  return kept.state === undefined && outbox.length === 0 ? 'remove' : { ...kept, outbox }
}

export const isSame = (one: Origin, other: Origin) => one.update === other.update && one.index === other.index

/** What stays of a conversation nobody used for long. */
export function retired<State, Reply>(
  kept: Kept<State, Reply>,
  remains: (state: State) => State | undefined,
): Change<State, Reply> {
  const state = kept.state === undefined ? undefined : remains(kept.state)
  if (state === undefined) return 'remove'
  const isBare = state === kept.state && kept.updates.length === 0 && kept.outbox.length === 0
  return isBare ? 'leave' : { ...kept, state, updates: [], outbox: [] }
}
