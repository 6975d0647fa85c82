import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Language } from '../src/index.ts'
import { tooManyMessages } from './notice.ts'
import { type Incoming, type Platform, partsOf } from './platform.ts'

/** Messages in a minute that are taken in. */
export interface MessageLimits {
  /** Of one person, wherever they write; a whole chat history forwarded at once has to fit. */
  readonly user: number
  /** That address the bot, of one chat. */
  readonly chat: number
  /** Of a group that is watched, addressed or not. */
  readonly watched: number
}

const usual: MessageLimits = { user: 150, chat: 300, watched: 1_200 }
const MINUTE = 60

/**
 * A layer over a platform that lets no person and no chat take more than its share. The first message too many is
 * answered in a word; those after it are dropped until the minute is over. What happens to a chat itself always
 * passes.
 */
export function limited(
  platform: Platform,
  language: Language | undefined,
  onTrouble: (message: string, cause?: unknown) => void,
  changed: Partial<MessageLimits> = {},
): Platform {
  const limits = { ...usual, ...changed }
  const limiter = (points: number) => new RateLimiterMemory({ points, duration: MINUTE })
  const [users, chats, watched] = [limiter(limits.user), limiter(limits.chat), limiter(limits.watched)]

  /** How far a message goes: taken in, refused with a word, or dropped. */
  async function admit(key: string, message: Incoming): Promise<'taken' | 'told' | 'dropped'> {
    const { kind, chat, user = message.user } = partsOf(key)
    if (message.event !== undefined || message.awaits) return 'taken'
    if (kind === 'group' && !message.mentioned && message.choice === undefined)
      return (await over(watched, chat)) ? 'dropped' : 'taken'
    const excess = [user === undefined ? undefined : await over(users, user), await over(chats, chat)]
    if (excess.every((one) => one === undefined)) return 'taken'
    return excess.includes(1) ? 'told' : 'dropped'
  }

  return {
    ...platform,
    start: (onMessage) =>
      platform.start(async (key, update, message) => {
        const how = await admit(key, message)
        if (how === 'taken') return onMessage(key, update, message)
        const reply = { text: tooManyMessages(language), ...(message.user !== undefined && { to: message.user }) }
        const told = async () => {
          if (how === 'told') await platform.send(key, reply, { update, index: 0 })
        }
        const failed = (error: unknown) => onTrouble('that somebody writes too much could not be told to them', error)
        return { delivered: told().catch(failed) }
      }),
  }
}

/** How many too many this is, or undefined where it is none. */
async function over(limiter: RateLimiterMemory, key: string): Promise<number | undefined> {
  try {
    await limiter.consume(key)
    return undefined
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal.consumedPoints - limiter.points
    throw refusal
  }
}
