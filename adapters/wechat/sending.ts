import type { FileBoxInterface } from 'file-box'
import type { Contact, Room, Wechaty } from 'wechaty'
import { cut } from '../cut.ts'
import { type Origin, Undelivered } from '../hosting/host.ts'
import { type Outgoing, partsOf } from '../platform.ts'
import { printable } from '../printable.ts'
import type { Offers } from './offers.ts'
import type { Pace } from './pace.ts'
import { createRecent } from './recent.ts'

/** The most UTF-16 units of one message. */
export const longest = 2_000
/** Left for the name of whom a message in a room is to. */
const forName = 100

export interface SendingOptions {
  readonly bot: Wechaty
  readonly offers: Offers
  readonly pace: Pace
  /** A picture as the puppet sends it. */
  readonly pictured: (png: Uint8Array, name: string) => Promise<FileBoxInterface>
  /** How long to leave WeChat alone once it said that this is too fast, in milliseconds. */
  readonly busyPause: number
}

/** What is sent at once: words, or a picture. */
type Piece = string | FileBoxInterface

export type Send = (key: string, reply: Outgoing, origin: Origin) => Promise<void>

/** Shows replies as messages of their own, piece by piece; a piece that was sent is not sent again on another try. */
export function createSending({ bot, offers, pace, pictured, busyPause }: SendingOptions): Send {
  /** How many pieces of a reply were sent before one failed. */
  const sent = createRecent<number>(1_000)
  /** An attempt the courier gave up waiting for may still be on its way; another one joins it. */
  const underWay = new Map<string, Promise<void>>()

  async function attempt(name: string, key: string, reply: Outgoing, origin: Origin): Promise<void> {
    if (!bot.isLoggedIn) throw new Undelivered('nobody is logged in to WeChat', { after: 30_000 })
    const pieces = await piecesOf(key, reply, origin)
    const place = await placeOf(bot, key)
    const to = reply.to === undefined || isContact(place) ? undefined : await memberOf(bot, reply.to)
    for (let done = sent.get(name) ?? 0; done < pieces.length; done++) {
      const piece = pieces[done] ?? ''
      await pace(key)
      try {
        if (isContact(place)) await place.say(piece)
        else await (to && done === 0 && typeof piece === 'string' ? place.say(piece, to) : place.say(piece))
      } catch (error) {
        const meant = await explained(bot, place, error, busyPause)
        if (typeof piece === 'string' || meant instanceof Undelivered) throw meant
        // A puppet that sends no pictures may send words.
        const { image: _, ...inWords } = reply
        return attempt(name, key, inWords, origin)
      }
      if (typeof piece === 'string') offers.said(key, piece)
      sent.set(name, done + 1)
    }
    sent.delete(name)
  }

  /** A picture is a message of its own, with no words to it; what is said of it comes next. */
  async function piecesOf(key: string, reply: Outgoing, origin: Origin): Promise<Piece[]> {
    const { image } = reply
    const png = await image?.png()
    if (!image || !png) return textsOf(key, reply, origin, offers)
    const texts = textsOf(key, { ...reply, text: image.caption }, origin, offers)
    return [await pictured(png, image.name), ...texts]
  }

  return (key, reply, origin) => {
    const name = JSON.stringify([key, origin.update, origin.index])
    const running = underWay.get(name) ?? attempt(name, key, reply, origin).finally(() => void underWay.delete(name))
    underWay.set(name, running)
    return running
  }
}

/** WeChat has no buttons: choices are numbered lines under the text. */
function textsOf(key: string, reply: Outgoing, origin: Origin, offers: Offers): string[] {
  const most = reply.to === undefined ? longest : longest - forName
  const lines = offers
    .show(key, reply, origin)
    .map(({ number, choice }) => `${number === undefined ? '·' : `${number}.`} ${shown(choice.label)}`)
    .join('\n')
  const pieces = cut(shown(reply.text), most)
  if (lines === '') return pieces
  const last = pieces.pop() ?? ''
  const whole = `${last}\n\n${lines}`.trim()
  return [...pieces, ...(whole.length <= most ? [whole] : [last, ...cut(lines, most)])]
}

const shown = (text: string) => printable(text).replace(/\p{Surrogate}/gu, '\ufffd')

const isContact = (place: Contact | Room): place is Contact => !('topic' in place)

async function placeOf(bot: Wechaty, key: string): Promise<Contact | Room> {
  const { kind, chat } = partsOf(key)
  const found = await (kind === 'private' ? bot.Contact : bot.Room).find({ id: chat })
  if (found) return found
  if (await isUnlisted(bot, kind, chat)) throw new Undelivered(`the ${kind} chat is gone`, 'gone')
  throw new Error('the puppet could not say where to send to')
}

/** A puppet that lists nothing has not fetched its lists yet. */
async function isUnlisted(bot: Wechaty, kind: 'private' | 'group', id: string): Promise<boolean> {
  const ids = await (kind === 'private' ? bot.puppet.contactList() : bot.puppet.roomList())
  return ids.length > 0 && !ids.includes(id)
}

const memberOf = async (bot: Wechaty, id: string) => bot.Contact.find({ id }).catch(() => undefined)

const tooFast = /频繁|频率|too (?:fast|many|frequent)|rate.?limit|\b429\b/iu
const shutOut =
  /不是.{0,4}好友|拒收|移出群聊|not (?:a |your )?friend|not (?:in|a member of) (?:the |this )?(?:chat)?room/iu

/** What a failed send means. Puppets have no common codes, so their words and the place itself are looked at. */
async function explained(bot: Wechaty, place: Contact | Room, cause: unknown, busyPause: number): Promise<Error> {
  const message = cause instanceof Error ? cause.message : String(cause)
  if (tooFast.test(message)) return new Undelivered('WeChat said that this is too fast', { after: busyPause })
  if (shutOut.test(message) || (await isGone(bot, place))) return new Undelivered('the chat is gone', 'gone')
  return new Error('the puppet could not send a message', { cause })
}

/**
 * Where the puppet cannot be asked, nothing is taken for gone: that would end a conversation. People who are no
 * friends may be missing from its list, so it must not know them either.
 */
async function isGone(bot: Wechaty, place: Contact | Room): Promise<boolean> {
  const { puppet } = bot
  try {
    if (isContact(place)) {
      if (!(await isUnlisted(bot, 'private', place.id))) return false
      await puppet.contactPayloadDirty(place.id)
      return await puppet.contactPayload(place.id).then(
        () => false,
        () => true,
      )
    }
    if (await isUnlisted(bot, 'group', place.id)) return true
    const members = await puppet.roomMemberList(place.id)
    return members.length > 0 && !members.includes(puppet.currentUserId)
  } catch {
    return false
  }
}
