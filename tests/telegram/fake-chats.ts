import type { Chat, Message, User } from 'grammy/types'
import type { Markup } from './fake-forms.ts'
import { badRequest, Refusal } from './fake-refusal.ts'

export type FakeMessage = Omit<Message, 'reply_to_message'> & { readonly reply_to_message?: object }

export type Rights = 'creator' | 'administrator' | 'member' | 'silenced' | 'left' | 'kicked'

/** A message as the bot sent it. */
export interface Shown {
  readonly id: number
  readonly text: string
  readonly html?: string
  /** The photo over it. */
  readonly picture?: Uint8Array
  readonly markup?: Markup
  readonly replyTo?: number
  readonly thread?: number
  readonly at: number
}

export interface FakeChat {
  readonly chat: Chat.PrivateChat | Chat.GroupChat | Chat.SupergroupChat
  /** Of people, by their id. */
  readonly members: Map<number, Rights>
  readonly messages: Map<number, FakeMessage>
  readonly shown: Shown[]
  /** The bot's own. In a private chat: whether it was blocked. */
  bot: Rights
  nextMessage: number
  movedTo?: number
}

/** Accounts and chats of the fake. */
export class FakeChats {
  readonly bot: User = { id: 777, is_bot: true, first_name: 'Pyramid', username: 'pyramid_test_bot' }
  readonly users = new Map<string, User>()
  readonly all = new Map<number, FakeChat>()
  private nextUser = 7_100_200_000
  private nextGroup = -410_020_000

  user(name: string): User {
    const user = this.users.get(name) ?? { id: ++this.nextUser, is_bot: false, first_name: name, language_code: 'zh' }
    this.users.set(name, user)
    return user
  }

  /** The private chat of this person, or the chat with this id. */
  chat(of: User | number): FakeChat {
    const id = typeof of === 'number' ? of : of.id
    const found = this.all.get(id)
    if (found) return found
    if (typeof of === 'number') throw new Error(`there is no chat ${id}`)
    return this.add({ id, type: 'private', first_name: of.first_name }, 'member', id)
  }

  group(title: string, members: readonly string[], isSuper = false): FakeChat {
    const id = --this.nextGroup
    const chat = isSuper
      ? ({ id: -1_000_000_000_000 + id, type: 'supergroup', title } as const)
      : ({ id, type: 'group', title } as const)
    const made = this.add(chat, 'left', 1)
    for (const [at, name] of members.entries()) made.members.set(this.user(name).id, at === 0 ? 'creator' : 'member')
    return made
  }

  add(chat: FakeChat['chat'], bot: Rights, firstMessage: number): FakeChat {
    const made: FakeChat = {
      chat,
      bot,
      members: new Map(),
      messages: new Map(),
      shown: [],
      nextMessage: (firstMessage * 100) % 100_000,
    }
    this.all.set(chat.id, made)
    return made
  }

  /** Where the bot may send to, or Telegram's reason why not. */
  open(id: number | string): FakeChat {
    const found = this.all.get(Number(id))
    if (!found) throw badRequest('chat not found')
    if (found.movedTo !== undefined)
      throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
        migrate_to_chat_id: found.movedTo,
      })
    const { bot, chat } = found
    if (bot === 'kicked' && chat.type === 'private') throw new Refusal(403, 'Forbidden: bot was blocked by the user')
    if (bot === 'kicked') throw new Refusal(403, `Forbidden: bot was kicked from the ${chat.type} chat`)
    if (bot === 'left') throw new Refusal(403, `Forbidden: bot is not a member of the ${chat.type} chat`)
    if (bot === 'silenced') throw badRequest('not enough rights to send text messages to the chat')
    return found
  }
}
