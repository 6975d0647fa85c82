import { setTimeout } from 'node:timers/promises'
import { Undelivered } from '../hosting/host.ts'

/** One in `every` milliseconds on average, and up to `burst` at once after a rest. */
export interface Rate {
  readonly every: number
  readonly burst: number
}

export interface Limits {
  readonly all: Rate
  readonly chat: Rate
  readonly group: Rate
}

/** Telegram's: 30 a second in all, 20 a minute in a group, 1 a second in a chat with short bursts allowed. */
export const telegramLimits: Limits = {
  all: { every: 41, burst: 5 },
  chat: { every: 1000, burst: 3 },
  group: { every: 4100, burst: 5 },
}

/** Longest wait within one attempt to deliver, in milliseconds; a longer one is handed back to the host. */
const PATIENCE = 10_000
const FORGET_EVERY = 1024

export interface Pace {
  /**
   * Resolves when the message named `name` may be sent to this chat. Rejects with an `Undelivered` that says when
   * to come back where that is far off; its turn is kept under its name until then. A chat holds up no other.
   */
  turn(chat: number, name: string): Promise<void>
  /** Telegram takes nothing for this chat for so many milliseconds. */
  hold(chat: number, milliseconds: number): void
}

export const unlimited: Pace = { turn: async () => {}, hold: () => {} }

/** Times are milliseconds since some moment; nobody may set this clock. */
export interface Clock {
  readonly now: () => number
  readonly wait: (milliseconds: number) => Promise<void>
}
const realClock: Clock = { now: () => performance.now(), wait: (milliseconds) => setTimeout(milliseconds) }

export function createPace(limits: Limits, { now, wait }: Clock = realClock): Pace {
  const chats = new Map<number, Bucket>()
  const all = new Bucket(limits.all)
  /** Turns that were promised to messages sent back for now: when they are. */
  const promised = new Map<string, number>()
  let turns = 0

  const forgetRested = () => {
    for (const [chat, bucket] of chats) if (bucket.isRested(now())) chats.delete(chat)
    for (const [name, at] of promised) if (at < now() - 60_000) promised.delete(name)
  }
  const bucketOf = (chat: number) => {
    const bucket = chats.get(chat) ?? new Bucket(chat < 0 ? limits.group : limits.chat)
    chats.set(chat, bucket)
    return bucket
  }
  const until = (at: number) => (at > now() ? wait(at - now()) : undefined)

  return {
    async turn(chat, name) {
      if (++turns % FORGET_EVERY === 0) forgetRested()
      let at = promised.get(name)
      if (at === undefined) {
        const own = bucketOf(chat)
        const pause = own.next(now()) - now()
        if (pause > PATIENCE) throw new Undelivered('the chat rests', { after: pause })
        await until(own.take(now()))
        at = all.take(now())
      }
      if (at - now() > PATIENCE) {
        promised.set(name, at)
        throw new Undelivered('the bot has much to say', { after: at - now() })
      }
      promised.delete(name)
      await until(at)
    },
    hold(chat, milliseconds) {
      bucketOf(chat).rest(now() + milliseconds)
    },
  }
}

/** The generic cell rate algorithm: in any span there are at most `burst` and one for each `every` in it. */
class Bucket {
  private readonly rate: Rate
  /** When the bucket would be empty again. */
  private empty = 0
  private resting = 0
  constructor(rate: Rate) {
    this.rate = rate
  }
  next(now: number): number {
    return Math.max(now, this.resting, this.empty - (this.rate.burst - 1) * this.rate.every)
  }
  take(now: number): number {
    const at = this.next(now)
    this.empty = Math.max(this.empty, at) + this.rate.every
    return at
  }
  rest(until: number): void {
    this.resting = Math.max(this.resting, until)
  }
  isRested(now: number): boolean {
    return this.empty <= now && this.resting <= now
  }
}
