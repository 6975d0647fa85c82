import { randomUUID } from 'node:crypto'
import { connect, HttpCallError, rpc } from '@restatedev/restate-sdk-clients'
import * as z from 'zod'
import type { Origin } from '../host.ts'
import type { Kept, Update } from '../kept.ts'
import { type ConversationCalls, conversationObject, objectKey, type RepliesCalls, repliesObject } from './calls.ts'

/** How long one attempt at a call may take, in milliseconds; the next one joins it where it is still under way. */
const patience = 10_000
/** For how long it is tried: a server that was killed is back by then. */
const retry = { maxAttempts: false, maxDuration: 20_000, initialInterval: 100, maxInterval: 1_000 } as const

const failure = z.object({ message: z.string() })

/** Calls of the objects through Restate, each carried out once however often it has to be tried. */
export function createIngress<State, Message, Reply>(url: string) {
  const ingress = connect({ url, retry })
  const named = (name: string) =>
    ingress.objectClient<ConversationCalls<State, Message, Reply>>(conversationObject, name)
  const of = (key: string) => named(objectKey(key))
  const once = <I, O>() => rpc.opts<I, O>({ idempotencyKey: randomUUID(), timeout: patience })
  return {
    take: (update: Update<Message>) => said(of(update.key).take(update, once())),
    wake: (key: string, at: number) => said(of(key).wake(at, once())),
    peek: (key: string) => said(of(key).peek(once())),
    waiting: (key: string) => said(of(key).waiting(once())),
    waits: (key: string, { update, index }: Origin) => said(of(key).waits({ update, index }, once())),
    settle: (key: string, update: string, index: number) => said(of(key).settle([{ update, index }], once())),
    forget: (key: string) => said(of(key).forget(once())),
    restore: (kept: Kept<State, Reply>) => said(of(kept.key).restore(kept, once())),
    whole: (key: string) => said(of(key).whole(once())),
    /** The same by the name of its object. */
    wholeNamed: (name: string) => said(named(name).whole(once())),
    /** Waits for as long as it takes, or until `signal`. */
    handOver: (key: string, signal: AbortSignal) =>
      said(ingress.objectClient<RepliesCalls>(repliesObject, objectKey(key)).handOver(null, rpc.opts({ signal }))),
  }
}

/** What the call failed with, in the words of the object where it has any. */
async function said<T>(call: PromiseLike<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    if (!(error instanceof HttpCallError)) throw error
    throw new Error(messageIn(error.responseText) ?? `Restate answered ${error.status}`, { cause: error })
  }
}

function messageIn(text: string): string | undefined {
  try {
    return failure.safeParse(JSON.parse(text)).data?.message
  } catch {
    return undefined
  }
}
