import { createHash } from 'node:crypto'
import type { Message, MessageOrigin, Update } from 'grammy/types'
import { groupKey, type Incoming, privateKey } from '../platform.ts'
import { isAddressed, type Me, repliesTo, saidIn } from './addressed.ts'
import { pictureOf, type TelegramFile } from './files.ts'
import { messageUpdate } from './update-ids.ts'

export const platformName = 'telegram'

/** Something that happened in a conversation, translated. */
export interface Happening {
  readonly key: string
  readonly update: string
  readonly message: Incoming
  readonly chat: number
  readonly thread?: number
  /** Someone waits for an answer. */
  readonly waits: boolean
  /** Whose rights in the group have to be asked for. */
  readonly rightsOf?: number
  /** The bot is out of a basic group, as it also is when the group becomes a supergroup. */
  readonly mayBeMove?: boolean
  /** A picture to be read: its own, or of the message it replies to. */
  readonly picture?: TelegramFile
  /** The press that wants to be answered. */
  readonly press?: string
}

/** The update is of a kind that means nothing here. */
export interface Ignored {
  readonly ignored: string
}

/** What a message may consist of beside words; anything else is Telegram's own account of what happened in a chat. */
const contents = [
  'photo',
  'voice',
  'audio',
  'video',
  'video_note',
  'animation',
  'document',
  'sticker',
  'contact',
  'location',
  'venue',
  'dice',
  'poll',
  'game',
  'story',
  'paid_media',
  'checklist',
] as const

export const chatKey = ({ id, type }: { id: number; type: string }, user: string): string =>
  type === 'private' ? privateKey(platformName, String(id), user) : groupKey(platformName, String(id))

/** Who says it: anonymous admins and channels speak as a chat. */
export const speakerOf = ({ from, sender_chat }: Message): string => String(sender_chat?.id ?? from?.id ?? '')

export function readMessage(update: Update, message: Message, edited: boolean, me: Me): Happening | Ignored {
  const { chat, message_id: id, migrate_to_chat_id: to, migrate_from_chat_id: from } = message
  if (to !== undefined) return moved(chat.id, to)
  if (from !== undefined) return moved(from, chat.id)
  if (chat.type === 'channel') return { ignored: 'channel_post' }
  const isWordless = message.text === undefined && message.caption === undefined
  if (isWordless && !contents.some((one) => message[one] !== undefined)) return { ignored: 'service_message' }
  if (message.from?.is_bot && !message.sender_chat) return { ignored: 'message_of_a_bot' }
  const isGroup = chat.type !== 'private'
  const mentioned = isGroup && isAddressed(message, me)
  if (isGroup && isWordless && !mentioned) return { ignored: 'wordless_message' }
  const user = speakerOf(message)
  const thread = message.is_topic_message ? message.message_thread_id : undefined
  const forwarded = message.forward_origin !== undefined
  const text = saidIn(message, me)
  const quoted = quotedIn(message, me)
  const picture = edited ? undefined : (pictureOf(message) ?? repliedPicture(message, mentioned))
  const isAnonymousAdmin = message.sender_chat?.id === chat.id
  return {
    key: chatKey(chat, user),
    update: messageUpdate(id, thread, edited ? update.update_id : undefined),
    chat: chat.id,
    ...(thread !== undefined && { thread }),
    waits: !isGroup || mentioned,
    ...(picture && (!isGroup || mentioned) && { picture }),
    ...(mentioned && message.from && !message.sender_chat && maySet(text, quoted) && { rightsOf: message.from.id }),
    message: {
      kind: isGroup ? 'group' : 'private',
      user,
      id: String(id),
      text,
      ...(edited && { edited }),
      ...(message.forward_origin && { forwarded: true, speaker: authorOf(message.forward_origin) }),
      ...(!isGroup && !edited && (forwarded || picture || message.media_group_id !== undefined) && { more: true }),
      ...(quoted !== undefined && { quoted }),
      ...(mentioned && { mentioned }),
      ...(mentioned && isAnonymousAdmin && { admin: true }),
    },
  }
}

/** In a group, where a reply to a picture names the bot. */
const repliedPicture = ({ reply_to_message: original }: Message, mentioned: boolean): TelegramFile | undefined =>
  mentioned && original ? pictureOf(original) : undefined

/** UTF-16 units within which the name of a command or a setting may stand. */
const LONGEST_NAME = 24

/** Only commands and names of settings need the rights of who says them. */
const maySet = (text: string, quoted: string | undefined) =>
  text.startsWith('/') || (quoted === undefined && text.length <= LONGEST_NAME)

/** Tells the authors of forwarded messages apart without naming them. */
function authorOf(origin: MessageOrigin): string {
  const author =
    origin.type === 'user'
      ? origin.sender_user.id
      : origin.type === 'hidden_user'
        ? origin.sender_user_name
        : origin.type === 'chat'
          ? origin.sender_chat.id
          : origin.chat.id
  return createHash('sha256').update(String(author)).digest('base64url').slice(0, 11)
}

/** The part marked for the reply, else the whole; of a message in another chat, Telegram passes on the part alone. */
function quotedIn(message: Message, me: Me): string | undefined {
  if (repliesTo(me, message)) return undefined
  const original = message.reply_to_message
  return message.quote?.text ?? original?.text ?? original?.caption
}

/** Both chats tell of it; under one id it counts once. */
export const moved = (from: number, to: number): Happening => ({
  key: groupKey(platformName, String(to)),
  update: `moved.${from}`,
  chat: to,
  waits: false,
  message: { kind: 'group', event: 'moved', movedFrom: groupKey(platformName, String(from)) },
})
