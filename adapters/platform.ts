import type { Message, Reply } from '../src/index.ts'
import type { Accepted, Origin } from './hosting/host.ts'

/** A message with what only the platform knows of it. */
export interface Incoming extends Message {
  /** The key under which the group was kept before the platform gave it another id. */
  readonly movedFrom?: string
}

/** Takes a message in; see `Host.submit`. The update id is new for each message of a conversation. */
export type OnMessage = (key: string, updateId: string, message: Incoming) => Promise<Accepted>

/** A picture that goes with a reply, drawn when it is sent. */
export interface Image {
  /** Of a file: ends in .png, the same whenever the reply is sent again. */
  readonly name: string
  /** Said with the picture. The reply's text says in words all that the picture shows. */
  readonly caption: string
  /** A PNG; undefined where it could not be drawn, and the text has to do. Drawn anew each time. */
  readonly png: () => Promise<Uint8Array | undefined>
}

/** A reply as it is shown: what it would have drawn has become an image, where pictures can be drawn. */
export interface Outgoing extends Omit<Reply, 'picture'> {
  readonly image?: Image
}

/** Where people talk to the bot. Translates, and decides nothing about an offer. */
export interface Platform {
  /** First part of the keys of its conversations. */
  readonly name: string
  /** Replies left over from an earlier run can be sent at once; otherwise they wait for their conversation to go on. */
  readonly speaksFirst: boolean
  /**
   * Resolves to what stops it; from then on it hands over no message. Rejects with a `SettingsError` where a
   * setting has to be mended, with any other error where it may work later.
   */
  start(onMessage: OnMessage): Promise<() => Promise<void>>
  /**
   * Shows a reply where the conversation `key` takes place. Rejects with an `Undelivered` where the platform
   * said what would help, with any other error where trying again may.
   */
  send(key: string, reply: Outgoing, origin: Origin): Promise<void>
}

/** The key of one person's conversation in a private chat. JSON keeps the parts apart, whatever they hold. */
export const privateKey = (platform: string, chat: string, user: string): string =>
  JSON.stringify([platform, chat, user])

/** The key of a group, with all that its members said there. */
export const groupKey = (platform: string, chat: string): string => JSON.stringify([platform, chat])

/** The parts of a key made by the two above. */
export function partsOf(key: string): { kind: Message['kind']; platform: string; chat: string; user?: string } {
  const [platform = '', chat = '', user]: string[] = JSON.parse(key)
  return user === undefined ? { kind: 'group', platform, chat } : { kind: 'private', platform, chat, user }
}

/** Whether a key is of this platform. */
export const isOf = (platform: string, key: string): boolean => key.startsWith(`[${JSON.stringify(platform)},`)
