import {
  handlers,
  type ObjectContext,
  type ObjectSharedContext,
  object,
  rpc,
  TerminalError,
} from '@restatedev/restate-sdk'
import type { HostOptions, Origin } from '../host.ts'
import { type Change, idleKept, isSame, type Kept, retired, settled, type Update } from '../kept.ts'
import { createTries, type Taken } from '../three-tries.ts'
import { type ConversationCalls, conversationObject, type RepliesCalls, repliesObject, type Seen } from './calls.ts'
import { type KeptState, setWatch, watchOf } from './kept-state.ts'
import { stalledTurn } from './timing.ts'

/** Until a conversation that could not be woken is tried again, in milliseconds. */
const wakeAgainAfter = 60_000

export interface ConversationOptions<State, Message, Reply>
  extends Pick<
    HostOptions<State, Message, Reply>,
    'turn' | 'now' | 'notices' | 'onTrouble' | 'wake' | 'remains' | 'outdated'
  > {
  /** Whether any instance may hand over what is said to this conversation. */
  readonly reaches: (key: string) => boolean
  readonly kept: KeptState<State, Reply>
}

/** What was decided about a conversation, noted before any of it is done. */
interface Decided<State, Reply> extends Taken<State, Reply> {
  readonly at: number
  readonly wakesAt?: number
  readonly hasReplies: boolean
  /** Why there was no turn. */
  readonly failed?: string
}

/** The object of one conversation: its turns one at a time, its state and what waits to be said in one value. */
export function createConversation<State, Message, Reply>(options: ConversationOptions<State, Message, Reply>) {
  const { now, onTrouble, wake, remains = () => undefined, reaches, kept: keeping } = options
  type Calls = ConversationCalls<State, Message, Reply>
  const tried = createTries(options)
  type Found = Kept<State, Reply> | 'unreadable' | undefined

  const self = (ctx: ObjectContext) => ctx.objectSendClient<Calls>(conversationObject, ctx.key)
  const later = <T>(milliseconds: number) => rpc.sendOpts<T>({ delay: Math.max(0, Math.ceil(milliseconds)) })

  function wakesAt(change: Change<State, Reply>): number | undefined {
    return typeof change === 'string' || change.state === undefined ? undefined : wake?.at(change.state)
  }
  function decide(found: Found, taken: Taken<State, Reply>, at: number): Decided<State, Reply> {
    const { change } = taken
    const before = typeof found === 'object' ? found.outbox.length : 0
    const wants = wakesAt(change)
    const hasReplies = typeof change === 'object' && change.outbox.length > before && reaches(change.key)
    return { ...taken, at, hasReplies, ...(wants !== undefined && { wakesAt: wants }) }
  }
  function rested(found: Kept<State, Reply>): Kept<State, Reply> | null {
    const change = retired(found, remains)
    return change === 'leave' ? found : change === 'remove' ? null : change
  }
  /** A turn is noted before its effects, so that a newer version of the bot that takes over half way goes on with it. */
  const take = (ctx: ObjectContext, found: Found, update: Update<Message>) =>
    ctx.run('turn', (): Decided<State, Reply> => {
      try {
        return decide(found, tried(found, update), update.at)
      } catch (error) {
        const failed = error instanceof Error ? error.message : String(error)
        return { change: 'leave', at: update.at, hasReplies: false, failed }
      }
    })

  async function apply(ctx: ObjectContext, found: Found, decided: Decided<State, Reply>): Promise<void> {
    const { change, at } = decided
    if (change === 'leave') return
    if (change === 'remove') return ctx.clearAll()
    if (decided.setsAside) {
      const name = await keeping.setAside(ctx, at)
      self(ctx).discard(name, later(idleKept))
      onTrouble(`what there was of a conversation is kept as ${name} of ${ctx.key}`)
    }
    if (decided.trouble) onTrouble(decided.trouble)
    keeping.write(ctx, change)
    const before = typeof found === 'object' ? wakesAt(found) : undefined
    if (decided.wakesAt !== undefined && decided.wakesAt !== before)
      self(ctx).wake(decided.wakesAt, later(decided.wakesAt - at))
    if ((await watchOf(ctx)) === null) {
      setWatch(ctx, at)
      self(ctx).retire({ watch: at, touched: change.touched }, later(idleKept))
    }
    if (decided.hasReplies) ctx.objectSendClient<RepliesCalls>(repliesObject, ctx.key).handOver(null)
  }

  return object({
    ...conversationObject,
    options: stalledTurn,
    handlers: {
      async take(ctx: ObjectContext, update: Update<Message>) {
        const found = await keeping.read(ctx)
        const decided = await take(ctx, found, update)
        if (decided.failed !== undefined) throw new TerminalError(decided.failed)
        await apply(ctx, found, decided)
        return decided.wakesAt === undefined ? {} : { wakesAt: decided.wakesAt }
      },

      async wake(ctx: ObjectContext, at: number) {
        const found = await keeping.read(ctx)
        if (typeof found !== 'object' || found.state === undefined || wake?.at(found.state) !== at) return false
        const time = await ctx.run('clock', now)
        if (time < at) {
          self(ctx).wake(at, later(Math.min(at - time, idleKept)))
          return true
        }
        const update = { key: found.key, id: `wake-${at}`, message: wake.message(found.key), at: time }
        const decided = await take(ctx, found, update)
        if (decided.failed === undefined) {
          await apply(ctx, found, decided)
          return false
        }
        onTrouble('a conversation that asked to be woken could not be', new Error(decided.failed))
        self(ctx).wake(at, later(wakeAgainAfter))
        return true
      },

      async retire(ctx: ObjectContext, { watch, touched }: Seen) {
        if ((await watchOf(ctx)) !== watch) return
        const found = await keeping.read(ctx)
        // Not by the clock alone, which may be wrong: by whether anything came while the timer ran.
        if (typeof found === 'object' && found.touched !== touched) {
          const left = found.touched + idleKept - (await ctx.run('clock', now))
          const wait = left > 0 && left < idleKept ? left : idleKept
          return void self(ctx).retire({ watch, touched: found.touched }, later(wait))
        }
        const rest = typeof found === 'object' ? await ctx.run('retire', () => rested(found)) : null
        ctx.clearAll()
        // What stays is not looked at again until it is used.
        if (rest) keeping.write(ctx, rest)
      },

      async discard(ctx: ObjectContext, name: string) {
        ctx.clear(name)
      },

      async settle(ctx: ObjectContext, handed: readonly Origin[]) {
        const found = await keeping.read(ctx)
        if (typeof found !== 'object') return
        const change = settled(found, handed)
        if (change === 'remove') ctx.clearAll()
        else keeping.write(ctx, change)
      },

      async forget(ctx: ObjectContext) {
        ctx.clearAll()
      },

      async restore(ctx: ObjectContext, kept: Kept<State, Reply>) {
        ctx.clearAll()
        await apply(ctx, undefined, await ctx.run('restore', () => decide(undefined, { change: kept }, now())))
      },

      peek: handlers.object.shared(async (ctx) => (await keeping.readOrFail(ctx))?.state ?? null),

      whole: handlers.object.shared(async (ctx) => (await keeping.readOrFail(ctx)) ?? null),

      waiting: handlers.object.shared(async (ctx) => {
        const { key, outbox } = (await keeping.readOrFail(ctx)) ?? { key: '', outbox: [] }
        return outbox.map((one) => ({ ...one, key }))
      }),

      waits: handlers.object.shared(async (ctx: ObjectSharedContext, origin: Origin) => {
        const kept = await keeping.readOrFail(ctx)
        return kept?.outbox.some((one) => isSame(one, origin)) ?? false
      }),
    } satisfies Calls,
  })
}
