import { type ObjectContext, object } from '@restatedev/restate-sdk'
import type { Origin } from '../host.ts'
import type { Waiting } from '../kept.ts'
import { type ConversationCalls, conversationObject, type RepliesCalls, repliesObject } from './calls.ts'
import { stalledDelivery } from './timing.ts'

/** Hands one reply of the call named so over; rejects only where this instance stops and another has to go on. */
export type Hand<Reply> = (call: string, key: string, waiting: Waiting<Reply>) => Promise<'delivered' | 'given_up'>

/** The object of one conversation's replies: they are handed over in order, apart from its turns. */
export function createReplies<State, Message, Reply>(hand: Hand<Reply>) {
  return object({
    ...repliesObject,
    options: stalledDelivery,
    handlers: {
      async handOver(ctx: ObjectContext) {
        const conversation = ctx.objectClient<ConversationCalls<State, Message, Reply>>(conversationObject, ctx.key)
        const handed: Origin[] = []
        for (const { key, ...waiting } of await conversation.waiting()) {
          await ctx.run('hand over', () => hand(ctx.request().id, key, waiting))
          handed.push({ update: waiting.update, index: waiting.index })
        }
        if (handed.length > 0) await conversation.settle(handed)
      },
    } satisfies RepliesCalls,
  })
}
