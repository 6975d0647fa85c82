import type { CallbackQuery, ChatMember, ChatMemberUpdated, Update } from 'grammy/types'
import type { Me } from './addressed.ts'
import { readPressed } from './buttons.ts'
import { chatKey, type Happening, type Ignored, readMessage } from './read-message.ts'
import { pressUpdate } from './update-ids.ts'

/** The kinds Telegram is asked for. */
export const wanted = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const

export const isUpdate = (value: unknown): value is Update =>
  typeof value === 'object' && value !== null && 'update_id' in value && Number.isSafeInteger(value.update_id)

/** What an update means. Never throws: what has not the form that Telegram documents is ignored. */
export function readUpdate(update: Update, me: Me): Happening | Ignored {
  try {
    const { message, edited_message, callback_query, my_chat_member } = update
    if (message) return readMessage(update, message, false, me)
    if (edited_message) return readMessage(update, edited_message, true, me)
    if (callback_query) return readPress(callback_query)
    if (my_chat_member) return readOwnMembership(update, my_chat_member)
    return { ignored: Object.keys(update).find((name) => name !== 'update_id') ?? 'empty' }
  } catch {
    return { ignored: 'malformed' }
  }
}

function readPress({ id, from, data, message }: CallbackQuery): Happening | Ignored {
  if (!message || data === undefined) return { ignored: 'callback_query' }
  const { chat } = message
  if (chat.type === 'channel') return { ignored: 'channel_post' }
  const isGroup = chat.type !== 'private'
  const thread = message.is_topic_message ? message.message_thread_id : undefined
  // The answer goes to what the presser said; to someone else's press, to the message pressed.
  const asked = message.reply_to_message
  const replyTo = asked?.from?.id === from.id ? asked.message_id : message.message_id
  const user = String(from.id)
  const pressed = readPressed(data)
  return {
    key: chatKey(chat, user),
    update: pressUpdate(replyTo, thread, id),
    chat: chat.id,
    ...(thread !== undefined && { thread }),
    waits: true,
    press: id,
    ...(isGroup && isSetting(pressed.choice) && { rightsOf: from.id }),
    message: {
      kind: isGroup ? 'group' : 'private',
      user,
      id: String(message.message_id),
      ...pressed,
      ...(isGroup && { mentioned: true }),
    },
  }
}

/** Choices of a settings panel begin so; they alone need the rights of who presses. */
const isSetting = (choice: string) => choice.startsWith('set:')

const canSpeak = (member: ChatMember): boolean =>
  member.status === 'restricted'
    ? member.is_member && member.can_send_messages
    : member.status !== 'left' && member.status !== 'kicked'

const isOut = ({ status }: ChatMember) => status === 'left' || status === 'kicked'

function readOwnMembership(update: Update, change: ChatMemberUpdated): Happening | Ignored {
  const { chat, from, old_chat_member: before, new_chat_member: after } = change
  const [could, can] = [canSpeak(before), canSpeak(after)]
  const isPrivate = chat.type === 'private'
  if (chat.type === 'channel' || could === can || (isPrivate && can)) return { ignored: 'my_chat_member' }
  const user = String(from.id)
  return {
    key: chatKey(chat, user),
    update: `s.${update.update_id}`,
    chat: chat.id,
    waits: false,
    ...(chat.type === 'group' && isOut(after) && { mayBeMove: true }),
    message: { kind: isPrivate ? 'private' : 'group', user, event: can ? 'joined' : 'left' },
  }
}
