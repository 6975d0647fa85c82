import type { Message, MessageEntity, MessageOrigin } from 'grammy/types'
import type { FakeChat, FakeMessage, Rights } from './fake-chats.ts'
import type { FakeUpdate } from './fake-deliveries.ts'
import { type World, withoutReply } from './fake-methods.ts'

/** How something is said; every other field of a message may be given as Telegram has it. */
export interface How extends Partial<Omit<Message, 'reply_to_message'>> {
  readonly replyTo?: number
  /** Speaks as the group itself. */
  readonly anonymous?: true
}

/** An update with the number of its message, or the id of its press. */
export interface Made<Id> {
  readonly update: FakeUpdate
  readonly id: Id
}

const date = () => Math.floor(Date.now() / 1000)

/** People and what they do; each act becomes the updates Telegram makes of it. */
export class FakePeople {
  protected readonly world: World
  private nextPress = 5_000_000_000

  constructor(world: World) {
    this.world = world
  }

  /** Says something; commands and names are marked, as apps do. */
  say(name: string, to: FakeChat, text: string, how: How = {}): Made<number> {
    return this.send(name, to, { text, entities: this.entitiesOf(text), ...how })
  }

  /** Any message at all, such as a photo with its caption. */
  send(name: string, to: FakeChat, { replyTo, anonymous, ...content }: How): Made<number> {
    const from = this.world.chats.user(name)
    const original = replyTo === undefined ? undefined : to.messages.get(replyTo)
    const speaker = anonymous
      ? {
          from: { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' },
          sender_chat: to.chat,
        }
      : { from }
    const message: FakeMessage = {
      message_id: to.nextMessage++,
      date: date(),
      chat: to.chat,
      ...speaker,
      ...(original && { reply_to_message: withoutReply(original) }),
      ...content,
    }
    to.messages.set(message.message_id, message)
    return { update: this.push({ message }), id: message.message_id }
  }

  /** A photo, in two sizes as Telegram keeps it. */
  photo(name: string, to: FakeChat, bytes: Uint8Array, how: How = {}): Made<number> {
    const size = (width: number, of: Uint8Array) => {
      const id = this.world.files.add(of)
      return { file_id: id, file_unique_id: id, width, height: width, file_size: of.length }
    }
    return this.send(name, to, { photo: [size(90, new Uint8Array([1])), size(1280, bytes)], ...how })
  }

  /** A file of this type, sent as it is. */
  document(name: string, to: FakeChat, bytes: Uint8Array, mime_type: string, how: How = {}): Made<number> {
    const id = this.world.files.add(bytes, 'documents')
    const document = { file_id: id, file_unique_id: id, mime_type, file_size: bytes.length }
    return this.send(name, to, { document, ...how })
  }

  forward(name: string, to: FakeChat, text: string, kind: MessageOrigin['type'] = 'user', how: How = {}): Made<number> {
    return this.say(name, to, text, { forward_origin: this.origin(kind), ...how })
  }

  origin(kind: MessageOrigin['type']): MessageOrigin {
    const chat = { id: -1_000_000_000_999, type: 'channel', title: 'Riches' } as const
    switch (kind) {
      case 'user':
        return { type: kind, date: 1, sender_user: this.world.chats.user('recruiter') }
      case 'hidden_user':
        return { type: kind, date: 1, sender_user_name: 'someone' }
      case 'chat':
        return { type: kind, date: 1, sender_chat: chat }
      case 'channel':
        return { type: kind, date: 1, chat, message_id: 5 }
    }
  }

  edit(to: FakeChat, id: number, text: string): FakeUpdate {
    const before = to.messages.get(id)
    if (!before) throw new Error(`there is no message ${id}`)
    const edited = { ...before, text, entities: this.entitiesOf(text), edit_date: date() }
    to.messages.set(id, edited)
    return this.push({ edited_message: edited })
  }

  /** Presses the latest button with this label; resolves to the press. */
  press(name: string, where: FakeChat, label: string): Made<string> {
    const shown = where.shown.findLast(({ markup }) =>
      markup?.inline_keyboard.flat().some(({ text }) => text === label),
    )
    const data = shown?.markup?.inline_keyboard.flat().find(({ text }) => text === label)?.callback_data
    const message = shown && where.messages.get(shown.id)
    if (!message || data === undefined) throw new Error(`there is no button "${label}"`)
    return this.pressed(name, where, data, message)
  }

  pressed(name: string, where: FakeChat, data: string, message: FakeMessage): Made<string> {
    const id = String(++this.nextPress)
    this.world.presses.set(id, { id, chat: where.chat.id, isOld: false })
    const callback_query = { id, from: this.world.chats.user(name), chat_instance: '1', data, message }
    return { update: this.push({ callback_query }), id }
  }

  /** The bot's own place in a chat changes: added, removed, silenced; in a private chat, blocked or not. */
  setBot(by: string, where: FakeChat, to: Rights): FakeUpdate {
    const before = where.bot
    where.bot = to
    return this.push({
      my_chat_member: {
        chat: where.chat,
        from: this.world.chats.user(by),
        date: date(),
        old_chat_member: this.member(before),
        new_chat_member: this.member(to),
      },
    })
  }

  /** The group becomes a supergroup, of which both tell; resolves to the new one. */
  upgrade(group: FakeChat, tells = true): FakeChat {
    const title = group.chat.type === 'private' ? 'group' : group.chat.title
    const to = this.world.chats.add({ id: group.chat.id - 1_000_000_000_000, type: 'supergroup', title }, group.bot, 1)
    for (const [user, rights] of group.members) to.members.set(user, rights)
    group.movedTo = to.chat.id
    const service = { date: date(), from: this.world.chats.bot }
    if (!tells) return to
    this.push({
      message: { ...service, chat: group.chat, message_id: group.nextMessage++, migrate_to_chat_id: to.chat.id },
    })
    this.push({
      message: { ...service, chat: to.chat, message_id: to.nextMessage++, migrate_from_chat_id: group.chat.id },
    })
    return to
  }

  push(content: Readonly<Record<string, unknown>>): FakeUpdate {
    return this.world.deliveries.push(content)
  }

  private member(rights: Rights) {
    const user = this.world.chats.bot
    if (rights === 'silenced') return { status: 'restricted', user, is_member: true, can_send_messages: false }
    return { status: rights, user }
  }

  private entitiesOf(text: string): MessageEntity[] {
    const found: MessageEntity[] = []
    for (const { index, 0: part } of text.matchAll(/(?<![\w@])@\w{3,}|(?<![\w/])\/\w+(@\w+)?/gu))
      found.push({ type: part.startsWith('/') ? 'bot_command' : 'mention', offset: index, length: part.length })
    return found
  }
}
