import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { networkOf } from './client-address.ts'

/** How much one address may do. */
export interface Limits {
  /** Requests of any kind in a minute. */
  readonly requests: number
  /** Messages in a minute. */
  readonly messages: number
  /** Messages with pictures in a minute. */
  readonly pictures: number
  /** New sessions in an hour. */
  readonly sessions: number
}

/** Generous for a family behind one address. */
const usual: Limits = { requests: 600, messages: 120, pictures: 20, sessions: 120 }

/** Counts what `address` does; resolves to the seconds to wait where it was too much. */
export type Count = (kind: keyof Limits, address: string) => Promise<number | undefined>

export function createCount(changed: Partial<Limits> = {}): Count {
  const limits = { ...usual, ...changed }
  const limiters = {
    requests: new RateLimiterMemory({ keyPrefix: 'requests', points: limits.requests, duration: 60 }),
    messages: new RateLimiterMemory({ keyPrefix: 'messages', points: limits.messages, duration: 60 }),
    pictures: new RateLimiterMemory({ keyPrefix: 'pictures', points: limits.pictures, duration: 60 }),
    sessions: new RateLimiterMemory({ keyPrefix: 'sessions', points: limits.sessions, duration: 3600 }),
  }
  return async (kind, address) => {
    try {
      await limiters[kind].consume(networkOf(address))
      return undefined
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
      throw refusal
    }
  }
}
