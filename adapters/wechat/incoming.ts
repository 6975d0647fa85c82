import type { Contact, Message, Room } from 'wechaty'
import { groupKey, type Incoming, privateKey } from '../platform.ts'
import { soon } from '../soon.ts'
import type { Quote } from './app-message.ts'
import { contentOf, type Kind, type Words } from './content.ts'
import { withoutFirstMention, withoutMentions } from './mention.ts'
import type { Offers } from './offers.ts'

/** The first part of all keys. */
export const platformName = 'wechat'

/** What the translation asks of the side of WeChat that a message does not tell. */
export interface Around {
  readonly kind: (message: Message) => Kind
  /** The bot as one of WeChat's people. */
  readonly self: () => Contact
  /** Whether it is an official account or a service of WeChat's own: nobody talks there. */
  readonly isService: (contact: Contact) => boolean
  /** The id of a room's owner, asked afresh; undefined where it is not known. */
  readonly owner: (room: Room) => Promise<string | undefined>
  readonly offers: Offers
}

export interface Translated {
  readonly key: string
  readonly message: Incoming
}

/** Whose lane a message goes through. */
export const keyOf = (message: Message): string => {
  const room = message.room()
  const { id } = message.talker()
  return room ? groupKey(platformName, room.id) : privateKey(platformName, id, id)
}

/** The message as the bot hears it; `ignored` where it is not for it, `unknown` where its form is not known. */
export async function translate(
  message: Message,
  around: Around,
  seen: Pick<Incoming, 'pictures' | 'awaits'> = {},
): Promise<Translated | 'ignored' | 'unknown'> {
  if (message.self() || around.isService(message.talker())) return 'ignored'
  const content = await contentOf(message, around.kind(message))
  if (content === 'nothing') return 'ignored'
  if (content === 'unknown') return 'unknown'
  const room = message.room()
  if (room) return content === 'media' ? 'ignored' : fromRoom(message, room, content, around)
  return fromPerson(message, content === 'media' ? { text: '', forwarded: false } : content, around, seen)
}

/** A picture comes with an empty text, and what was read in it beside it. */
function fromPerson(
  message: Message,
  words: Words,
  { self, offers }: Around,
  seen: Pick<Incoming, 'pictures' | 'awaits'>,
): Translated {
  const key = keyOf(message)
  const user = message.talker().id
  const { text, forwarded, quote, parts } = words
  const own = quote && isOfBot(quote, [self().id], [self().name()], key, offers)
  const chosen = forwarded ? undefined : offers.read(key, user, text)
  return {
    key,
    message: {
      kind: 'private',
      user,
      id: message.id,
      ...(chosen ?? { text }),
      ...(forwarded && { forwarded, more: true }),
      ...(seen.pictures && { ...seen, more: true }),
      ...(parts && { parts }),
      ...(quote && !own && quote.words !== '' && { quoted: quote.words }),
    },
  }
}

/** Milliseconds that the bot's name in a room is remembered, and that a puppet is spared which did not tell it. */
const [remembered, spared] = [300_000, 30_000]
const aliases = new WeakMap<Room, { readonly bot: string; readonly alias: string; readonly until: number }>()

/** What the bot goes by in this room; empty where that is its own name, or not known. */
async function aliasOf(bot: Contact, room: Room): Promise<string> {
  const known = aliases.get(room)
  if (known && known.bot === bot.id && Date.now() < known.until) return known.alias
  const failed = Symbol()
  const told = await soon(() => room.alias(bot), failed)
  const alias = typeof told === 'string' ? told : ''
  aliases.set(room, { bot: bot.id, alias, until: Date.now() + (told === failed ? spared : remembered) })
  return alias
}

async function fromRoom(message: Message, room: Room, words: Words, around: Around): Promise<Translated> {
  const { self, offers, owner } = around
  const key = keyOf(message)
  const bot = self()
  const user = message.talker().id
  const { forwarded, quote } = words
  const mentions = /[@＠]/u.test(words.text)
  const names = [bot.name(), mentions || quote ? await aliasOf(bot, room) : '']
  const called = withoutMentions(words.text, names)
  const meant = mentions && !called.named && !forwarded && (await soon(() => message.mentionSelf(), false))
  const text = meant ? withoutFirstMention(called.text) : called.text
  const own = quote !== undefined && isOfBot(quote, [bot.id], names, key, offers)
  const mentioned = !forwarded && (called.named || meant || own)
  const chosen = mentioned ? offers.read(key, user, text) : undefined
  return {
    key,
    message: {
      kind: 'group',
      user,
      id: message.id,
      ...(chosen ?? { text }),
      ...(forwarded && { forwarded }),
      ...(quote && !own && quote.words !== '' && { quoted: quote.words }),
      ...(mentioned && { mentioned, admin: (await owner(room)) === user }),
    },
  }
}

const isOfBot = (
  { authors, name, words }: Quote,
  ids: readonly string[],
  names: readonly string[],
  key: string,
  offers: Offers,
): boolean =>
  authors.some((id) => ids.includes(id)) || (name !== '' && names.includes(name)) || offers.wasSaid(key, words)
