import { type ObjectContext, object, rpc } from '@restatedev/restate-sdk'
import { mostTries } from '../embedded/courier.ts'
import type { Origin } from '../host.ts'
import { type ConversationCalls, conversationObject, type RepliesCalls, repliesObject } from './calls.ts'
import type { Handing } from './handing.ts'
import { stalledDelivery } from './timing.ts'

/** That a chat takes no replies: by which calls they are tried, one after the other, and how often the first one was. */
interface SetAside {
  readonly chain: string
  readonly failures: number
}
const setAside = 'set aside'

/**
 * The object of one conversation's replies: they are handed over in order, apart from its turns. A chat that keeps
 * failing is set aside: from then on a call of its own tries now and then, and others end at once.
 */
export function createReplies<State, Message, Reply>({ attempt }: Handing<Reply>) {
  return object({
    ...repliesObject,
    options: stalledDelivery,
    handlers: {
      async handOver(ctx: ObjectContext, chain: string | null) {
        const aside = await ctx.get<SetAside>(setAside)
        if (aside && aside.chain !== chain) return
        const conversation = ctx.objectClient<ConversationCalls<State, Message, Reply>>(conversationObject, ctx.key)
        const handed: Origin[] = []
        let failures = aside?.failures ?? 0
        let after: number | undefined
        for (const { key, ...waiting } of await conversation.waiting()) {
          for (;;) {
            const call = ctx.request().id
            const outcome = await ctx.run('hand over', () => attempt(call, key, waiting, failures))
            if (typeof outcome === 'string') break
            after = outcome.after
            if (++failures >= mostTries) break
            await ctx.sleep(after)
            after = undefined
          }
          if (after !== undefined) break
          failures = 0
          handed.push({ update: waiting.update, index: waiting.index })
        }
        if (handed.length > 0) await conversation.settle(handed)
        if (after === undefined) return aside ? ctx.clear(setAside) : undefined
        const own = aside?.chain ?? ctx.request().id
        ctx.set<SetAside>(setAside, { chain: own, failures })
        ctx.objectSendClient<RepliesCalls>(repliesObject, ctx.key).handOver(own, rpc.sendOpts({ delay: after }))
      },
    } satisfies RepliesCalls,
  })
}
