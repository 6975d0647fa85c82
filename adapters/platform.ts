import type { Message, Reply } from '../src/index.ts'
import type { Accepted, Origin } from './hosting/host.ts'

/** Takes a message in; see `Host.submit`. The update id is new for each message of a conversation. */
export type OnMessage = (key: string, updateId: string, message: Message) => Promise<Accepted>

/** Where people talk to the bot. Translates, and decides nothing about an offer. */
export interface Platform {
  /** First part of the keys of its conversations. */
  readonly name: string
  /** Replies left over from an earlier run can be sent at once; otherwise they wait for their conversation to go on. */
  readonly speaksFirst: boolean
  /** Resolves to what stops it; from then on it hands over no message. */
  start(onMessage: OnMessage): Promise<() => Promise<void>>
  /** Shows a reply where the conversation `key` takes place. */
  send(key: string, reply: Reply, origin: Origin): Promise<void>
}

/** The key of one person's conversation in one chat. JSON keeps the parts apart, whatever they hold. */
export const keyOf = (platform: string, chat: string, user: string): string => JSON.stringify([platform, chat, user])

/** Whether a key is of this platform. */
export const isOf = (platform: string, key: string): boolean => key.startsWith(`[${JSON.stringify(platform)},`)
