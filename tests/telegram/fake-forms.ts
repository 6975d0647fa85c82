import * as z from 'zod'
import { badRequest } from './fake-refusal.ts'

/** What the fake takes of each method, in the form Telegram documents; anything else is a mistake of the bot. */
const chat = z.union([z.int(), z.string()])
const button = z.strictObject({
  text: z.string().min(1),
  url: z.url({ protocol: /^https?|tg$/ }).exactOptional(),
  callback_data: z.string().min(1).exactOptional(),
})
const markup = z.strictObject({ inline_keyboard: z.array(z.array(button)) })
export type Markup = z.infer<typeof markup>
const scope = z.strictObject({
  type: z.enum(['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']),
})
const updates = z.array(z.enum(['message', 'edited_message', 'callback_query', 'my_chat_member']))

export const forms = {
  getMe: z.strictObject({}),
  getUpdates: z.strictObject({
    offset: z.int().default(0),
    limit: z.int().min(1).max(100).default(100),
    timeout: z.int().nonnegative().default(0),
    allowed_updates: updates.optional(),
  }),
  setWebhook: z.strictObject({
    url: z.string(),
    secret_token: z
      .string()
      .regex(/^[\w-]{1,256}$/)
      .optional(),
    allowed_updates: updates.optional(),
    max_connections: z.int().min(1).max(100).default(40),
  }),
  deleteWebhook: z.strictObject({ drop_pending_updates: z.boolean().optional() }),
  sendMessage: z.strictObject({
    chat_id: chat,
    text: z.string(),
    parse_mode: z.literal('HTML').optional(),
    message_thread_id: z.int().positive().optional(),
    disable_notification: z.boolean().optional(),
    link_preview_options: z.strictObject({ is_disabled: z.boolean() }).optional(),
    reply_parameters: z
      .strictObject({ message_id: z.int(), allow_sending_without_reply: z.boolean().default(false) })
      .optional(),
    reply_markup: markup.optional(),
  }),
  sendPhoto: z.strictObject({
    chat_id: chat,
    photo: z.instanceof(File),
    caption: z.string().optional(),
    parse_mode: z.literal('HTML').optional(),
    message_thread_id: z.int().positive().optional(),
    disable_notification: z.boolean().optional(),
    reply_parameters: z
      .strictObject({ message_id: z.int(), allow_sending_without_reply: z.boolean().default(false) })
      .optional(),
    reply_markup: markup.optional(),
  }),
  editMessageText: z.strictObject({
    chat_id: chat,
    message_id: z.int(),
    text: z.string(),
    parse_mode: z.literal('HTML').optional(),
    reply_markup: markup.optional(),
  }),
  editMessageReplyMarkup: z.strictObject({ chat_id: chat, message_id: z.int(), reply_markup: markup.optional() }),
  answerCallbackQuery: z.strictObject({
    callback_query_id: z.string(),
    text: z.string().max(200, 'MESSAGE_TOO_LONG').optional(),
    show_alert: z.boolean().optional(),
  }),
  sendChatAction: z.strictObject({
    chat_id: chat,
    action: z.enum(['typing', 'upload_photo']),
    message_thread_id: z.int().optional(),
  }),
  getChatMember: z.strictObject({ chat_id: chat, user_id: z.int() }),
  getChat: z.strictObject({ chat_id: chat }),
  setMyCommands: z.strictObject({
    commands: z
      .array(
        z.strictObject({ command: z.string().regex(/^[a-z0-9_]{1,32}$/), description: z.string().min(1).max(256) }),
      )
      .max(100),
    scope: scope.optional(),
    language_code: z
      .string()
      .regex(/^[a-z]{2}$/)
      .optional(),
  }),
  getFile: z.strictObject({ file_id: z.string() }),
} as const

export type Method = keyof typeof forms
export type Given<M extends Method> = z.infer<(typeof forms)[M]>

export const isMethod = (name: string): name is Method => Object.hasOwn(forms, name)

/** Refuses, as Telegram does, what has not the form; says where, for whoever mends the test. */
export function given<M extends Method>(method: M, parameters: unknown): Given<M>
export function given(method: Method, parameters: unknown): unknown {
  const result = forms[method].safeParse(parameters)
  if (result.success) return result.data
  throw badRequest(result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
}

/** Telegram's limits on the buttons under a message. */
export function checkButtons(given: Markup | undefined): void {
  for (const { callback_data, url } of given?.inline_keyboard.flat() ?? []) {
    if (callback_data === undefined && url === undefined)
      throw badRequest('Text buttons are unallowed in the inline keyboard')
    if (callback_data !== undefined && Buffer.byteLength(callback_data) > 64) throw badRequest('BUTTON_DATA_INVALID')
  }
}
