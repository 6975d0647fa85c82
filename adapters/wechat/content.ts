import type { Message } from 'wechaty'
import type { Part } from '../../src/index.ts'
import { soon } from '../soon.ts'
import { type AppMessage, joined, type Quote, readAppMessage } from './app-message.ts'
import { readInlineQuote } from './inline-quote.ts'

/**
 * What a message says. media: a picture, voice, file or the like, without words. nothing: not meant for the bot,
 * such as a recall or money. unknown: of a form not known here.
 */
export type Content = Words | 'media' | 'nothing' | 'unknown'

export interface Words {
  readonly text: string
  /** Somebody else's words: a link, a mini-program, a chat history. */
  readonly forwarded: boolean
  readonly quote?: Quote
  /** Of a chat history: its messages. */
  readonly parts?: readonly Part[]
}

/** The kinds of messages wechaty knows, by the names of its enum, so that the enum itself need not be loaded. */
export type Kind = string

/** Reads what a message says; links are never opened. Does not reject. */
export async function contentOf(message: Message, kind: Kind): Promise<Content> {
  const text = message.text()
  switch (kind) {
    case 'Text':
      return fromApp(text) ?? ownWords(text)
    case 'Url':
      return passedOn(await soon(async () => link(message), undefined)) ?? fromApp(text) ?? 'media'
    case 'MiniProgram':
      return passedOn(await soon(async () => miniProgram(message), undefined)) ?? fromApp(text) ?? 'media'
    case 'ChatHistory':
      return fromApp(text) ?? passedOn([text]) ?? 'media'
    case 'GroupNote':
      return fromApp(text) ?? ownWords(text)
    case 'Post':
      return fromApp(text) ?? passedOn([text]) ?? 'media'
    // Puppets that cannot tell a quoted reply or a chat history hand it over as one of these.
    case 'Attachment':
      return fromApp(text) ?? 'media'
    case 'Unknown':
      return fromApp(text) ?? (/^\s*<(?:\?xml|sysmsg|msg)/u.test(text) ? 'nothing' : 'unknown')
    case 'Image':
    case 'Audio':
    case 'Video':
    case 'Emoticon':
    case 'Contact':
    case 'Location':
      return 'media'
    case 'Recalled':
    case 'Transfer':
    case 'RedEnvelope':
      return 'nothing'
    default:
      return 'unknown'
  }
}

async function link(message: Message) {
  const { payload } = await message.toUrlLink()
  return [payload.title, payload.description]
}

async function miniProgram(message: Message) {
  const { payload } = await message.toMiniProgram()
  return [payload.title, payload.description]
}

function ownWords(text: string): Words {
  const quoted = readInlineQuote(text)
  if (!quoted) return { text, forwarded: false }
  return { text: quoted.text, forwarded: false, quote: { authors: [], name: quoted.name, words: quoted.words } }
}

function passedOn(parts: readonly (string | undefined)[] | undefined): Words | undefined {
  const told = (parts ?? []).map((part) => part?.trim() ?? '').filter((part) => part !== '')
  const text = [...new Set(told)].join('\n')
  return text === '' ? undefined : { text, forwarded: true }
}

function fromApp(text: string): Content | undefined {
  const app = readAppMessage(text)
  return app && fromAppMessage(app)
}

function fromAppMessage({ type, title, description, said, quote }: AppMessage): Content {
  switch (type) {
    case 1:
    case 53:
      return { text: title, forwarded: false }
    case 19:
      return said && said.length > 0 ? { text: joined(said), forwarded: true, parts: said } : 'media'
    case 57:
      return { text: title, forwarded: false, ...(quote && { quote }) }
    case 3:
    case 4:
    case 5:
    case 33:
    case 36:
    case 51:
      return passedOn([title, description]) ?? 'media'
    case 2:
    case 6:
    case 8:
    case 15:
    case 16:
    case 17:
    case 74:
      return 'media'
    // A pat on the shoulder, money sent, a red packet: kindly left where they are.
    case 62:
    case 2000:
    case 2001:
      return 'nothing'
    default:
      return 'unknown'
  }
}
