import type { Wechaty } from 'wechaty'
import type { Language } from '../../src/index.ts'
import { partsOf } from '../platform.ts'
import { soon } from '../soon.ts'
import type { Offers } from './offers.ts'
import type { Pace } from './pace.ts'
import { readingLine, spokenIn } from './reading-line.ts'
import { createRecent } from './recent.ts'
import type { Send } from './sending.ts'

export interface ReadingNoteOptions {
  readonly bot: Pick<Wechaty, 'isLoggedIn' | 'Contact'>
  readonly offers: Pick<Offers, 'said'>
  readonly pace: Pace
  /** Milliseconds that reading may take without a word. */
  readonly moment: number
  /** What new conversations begin in. */
  readonly language?: Language | undefined
}

/**
 * A line that says a picture is being read, as WeChat has no "typing". A courtesy: it is kept nowhere, comes before
 * the reply or not at all, and never between the parts of one; what hinders it is ignored.
 */
export interface ReadingNote {
  /** A picture of a private chat, named by its message, is being read; once for all until the next reply. */
  during(key: string, id: string, reading: Promise<unknown>): void
  /** These replies, never overtaken by the line. */
  beside(send: Send): Send
  stop(): void
}

interface Chat {
  /** How many pictures are being read. */
  reading: number
  /** That it was said, or meant to be, since the last reply. */
  told: boolean
  /** A reply is on its way, or waits to be tried again. */
  unsent: boolean
  saying?: Promise<unknown> | undefined
  timer?: NodeJS.Timeout
  language?: Language | undefined
}

/** Milliseconds it waits for its turn to be said: whoever would wait longer lets the replies go first. */
const patience = 1_000

export function createReadingNote({ bot, offers, pace, moment, language }: ReadingNoteOptions): ReadingNote {
  const chats = createRecent<Chat>(10_000)
  /** Puppets may tell of a message twice. */
  const known = createRecent<true>(1_000)
  let ended = false

  const chatOf = (key: string): Chat => {
    const chat = chats.get(key) ?? { reading: 0, told: false, unsent: false }
    chats.set(key, chat)
    return chat
  }

  async function tell(key: string, chat: Chat): Promise<void> {
    const isMeant = () => !ended && bot.isLoggedIn && chat.reading > 0 && !chat.unsent
    if (!isMeant()) return
    const contact = await bot.Contact.find({ id: partsOf(key).chat })
    if (!contact || !isMeant()) return
    await pace(key, patience)
    if (!isMeant()) return
    const line = readingLine(chat.language ?? language)
    chat.saying = contact.say(line)
    await chat.saying
    offers.said(key, line)
  }

  return {
    during(key, id, reading) {
      if (known.get(id)) return
      known.set(id, true)
      const chat = chatOf(key)
      if (chat.reading++ === 0 && !chat.told)
        chat.timer = setTimeout(() => {
          chat.told = true
          tell(key, chat).catch(() => {})
        }, moment).unref()
      const end = () => {
        if (--chat.reading === 0) clearTimeout(chat.timer)
      }
      reading.then(end, end)
    },
    beside: (send) => async (key, reply, origin) => {
      const chat = chatOf(key)
      chat.unsent = true
      const { saying } = chat
      if (saying) await soon(() => saying, undefined)
      chat.saying = undefined
      await send(key, reply, origin)
      Object.assign(chat, { unsent: false, told: false, language: spokenIn(reply.text) ?? chat.language })
    },
    stop() {
      ended = true
    },
  }
}
