import type { FakeChat, FakeChats, FakeMessage, Shown } from './fake-chats.ts'
import type { FakeDeliveries } from './fake-deliveries.ts'
import type { FakeFiles } from './fake-files.ts'
import { checkButtons, type Given, type Method } from './fake-forms.ts'
import { readHtml } from './fake-html.ts'
import { badRequest } from './fake-refusal.ts'
import { photoIn } from './fake-upload.ts'

/** A button pressed. */
export interface Press {
  readonly id: string
  readonly chat: number
  answer?: { readonly text?: string; readonly alert?: true }
  /** Telegram takes no answer for it any more. */
  isOld: boolean
}

export interface World {
  readonly chats: FakeChats
  readonly deliveries: FakeDeliveries
  readonly files: FakeFiles
  readonly presses: Map<string, Press>
  /** Menus of commands, by scope and language. */
  readonly menus: Map<string, Given<'setMyCommands'>['commands']>
}

export type Methods = { readonly [M in Method]: (given: Given<M>) => unknown }

const statuses = { silenced: 'restricted' } as const

export function methodsOf({ chats, deliveries, files, presses, menus }: World): Methods {
  const sent = (given: Given<'sendMessage'> | Given<'editMessageText'>) => {
    const text = given.parse_mode === 'HTML' ? readHtml(given.text) : given.text
    if (text.trim() === '') throw badRequest('message text is empty')
    if (text.length > 4096) throw badRequest('message is too long')
    if (/\p{Surrogate}/u.test(text)) throw badRequest('strings must be encoded in UTF-8')
    checkButtons(given.reply_markup)
    const isHtml = given.parse_mode === 'HTML'
    return {
      text: text.trim(),
      ...(isHtml && { html: given.text }),
      ...(given.reply_markup && { markup: given.reply_markup }),
    }
  }
  const ownMessage = (found: FakeChat, id: number) => {
    const at = found.shown.findIndex((one) => one.id === id)
    const before = found.shown[at]
    if (!before) throw badRequest('message to edit not found')
    return { at, before }
  }

  type Shape = Omit<Shown, 'id' | 'replyTo' | 'thread' | 'at'>
  const show = (given: Given<'sendMessage'> | Given<'sendPhoto'>, shape: Shape) => {
    const found = chats.open(given.chat_id)
    const { reply_parameters: reply, message_thread_id: thread } = given
    if (thread !== undefined && ![...found.messages.values()].some((one) => one.message_thread_id === thread))
      throw badRequest('message thread not found')
    const known = reply && found.messages.has(reply.message_id)
    if (reply && !known && !reply.allow_sending_without_reply) throw badRequest('message to be replied not found')
    const id = found.nextMessage++
    found.shown.push({
      id,
      ...shape,
      ...(known && { replyTo: reply.message_id }),
      ...(thread !== undefined && { thread }),
      at: Date.now(),
    })
    const original = known ? found.messages.get(reply.message_id) : undefined
    const message: FakeMessage = {
      message_id: id,
      date: Math.floor(Date.now() / 1000),
      chat: found.chat,
      from: chats.bot,
      text: shape.text,
      ...(thread !== undefined && { message_thread_id: thread, is_topic_message: true }),
      ...(original && { reply_to_message: withoutReply(original) }),
    }
    found.messages.set(id, message)
    return message
  }

  return {
    getMe: () => ({ ...chats.bot, can_join_groups: true, can_read_all_group_messages: false }),
    getUpdates: (given) => deliveries.fetch(given),
    setWebhook(given) {
      if (!given.url.startsWith('https://')) throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
      if (given.url.includes('.invalid/'))
        throw badRequest('bad webhook: Failed to resolve host: Name or service not known')
      deliveries.setWebhook(given)
      return true
    },
    deleteWebhook({ drop_pending_updates }) {
      if (drop_pending_updates) deliveries.waiting.length = 0
      deliveries.setWebhook(undefined)
      return true
    },
    sendMessage: (given) => show(given, sent(given)),
    async sendPhoto(given) {
      chats.open(given.chat_id)
      const { caption = '', reply_markup: markup } = given
      if (caption.length > 1024) throw badRequest('message caption is too long')
      checkButtons(markup)
      return show(given, { text: caption.trim(), picture: await photoIn(given.photo), ...(markup && { markup }) })
    },
    editMessageText(given) {
      const found = chats.open(given.chat_id)
      const { at, before } = ownMessage(found, given.message_id)
      const shape = sent(given)
      if (before.text === shape.text && before.markup === shape.markup) throw badRequest('message is not modified')
      found.shown[at] = { id: before.id, at: before.at, ...shape }
      return true
    },
    editMessageReplyMarkup(given) {
      const found = chats.open(given.chat_id)
      const { at, before } = ownMessage(found, given.message_id)
      checkButtons(given.reply_markup)
      const { markup: _, ...rest } = before
      found.shown[at] = { ...rest, ...(given.reply_markup && { markup: given.reply_markup }) }
      return true
    },
    answerCallbackQuery({ callback_query_id: id, text, show_alert }) {
      const press = presses.get(id)
      if (!press || press.isOld || press.answer)
        throw badRequest('query is too old and response timeout expired or query ID is invalid')
      press.answer = { ...(text && { text }), ...(show_alert && { alert: true }) }
      return true
    },
    sendChatAction(given) {
      chats.open(given.chat_id)
      return true
    },
    getChatMember({ chat_id, user_id }) {
      const rights = chats.open(chat_id).members.get(user_id)
      const user = [...chats.users.values()].find((one) => one.id === user_id)
      if (!user) throw badRequest('user not found')
      return { user, status: rights === 'silenced' ? statuses.silenced : (rights ?? 'left') }
    },
    getChat: ({ chat_id }) => chats.open(chat_id).chat,
    setMyCommands({ commands, scope, language_code }) {
      if (new Set(commands.map(({ command }) => command)).size < commands.length)
        throw badRequest('BOT_COMMAND_DUPLICATED')
      menus.set(`${scope?.type ?? 'default'} ${language_code ?? ''}`.trim(), commands)
      return true
    },
    getFile: ({ file_id }) => files.describe(file_id),
  }
}

/** A message inside another shows no further one. */
export function withoutReply({ reply_to_message: _, ...message }: FakeMessage): FakeMessage {
  return message
}
