import { randomUUID } from 'node:crypto'
import type { Readable, Writable } from 'node:stream'
import type { Message } from '../../src/index.ts'
import { type Offered, offer } from '../choices.ts'
import type { PictureIntake } from '../picture-intake.ts'
import { type OnMessage, type Outgoing, type Platform, privateKey } from '../platform.ts'
import { printable } from '../printable.ts'
import type { Hints } from './hints.ts'
import type { KeptPictures } from './kept-pictures.ts'
import { readLines, write } from './lines.ts'
import type { Paint } from './paint.ts'
import { fileOf, picturePath } from './picture-path.ts'
import type { LineEditor, Typed } from './typed-messages.ts'
import { wrap } from './wrap.ts'

/** The chat of the person at this terminal. */
export interface ChatScreen extends Platform {
  /** Resolves once the person has left, or the input has ended, and everything said was answered. */
  readonly left: Promise<void>
}

export interface ScreenOptions {
  readonly input: Readable
  readonly output: Writable
  /** A person types and reads; otherwise each line of the input is one message. */
  readonly interactive: boolean
  /** Width of the output now; Infinity where it has none. */
  readonly columns: () => number
  readonly paint: Paint
  readonly hints: Hints
  /** Takes the person's pictures in. */
  readonly pictures: () => Promise<PictureIntake>
  /** Keeps the bot's. */
  readonly kept: KeptPictures
}

interface Unseen {
  readonly reply: Outgoing
  /** Where its picture is. */
  readonly path: string | undefined
}

export function createChatScreen({
  input,
  output,
  interactive,
  columns,
  paint,
  hints,
  pictures,
  kept,
}: ScreenOptions): ChatScreen {
  const name = 'terminal'
  const key = privateKey(name, 'here', 'me')
  let unseen: Unseen[] = []
  let offered: Offered = offer([])
  let leave: (talk: Promise<void>) => void = () => {}
  const left = new Promise<void>((resolve) => {
    leave = resolve
  })

  async function show(): Promise<void> {
    const replies = unseen
    unseen = []
    // Where nothing was said, what is on the screen is still what can be chosen from.
    if (replies.length > 0) offered = offer(replies.map(({ reply }) => reply))
    for (const { reply, path } of replies) {
      const picture = path === undefined ? '' : `\nPNG: ${path}`
      await write(output, `\n${printReply(reply, offered, columns(), paint)}${picture}\n`)
    }
  }

  async function look(path: string): Promise<Message> {
    await write(output, `\n${paint.faint(wrap(hints.reading, columns()))}\n`)
    const { begin, taken } = await pictures()
    const seen = await taken(key, [begin(key, name, () => fileOf(path))])
    return { kind: 'private', text: '', ...seen }
  }

  async function say(onMessage: OnMessage, message: Message): Promise<void> {
    try {
      await (await onMessage(key, randomUUID(), message)).delivered
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
      await write(output, `\n${hints.failed}${code}\n`)
    }
    await show()
  }

  async function talk(onMessage: OnMessage, messages: AsyncIterable<Typed>, prompt: () => void): Promise<void> {
    await say(onMessage, { kind: 'private', choice: 'resume' })
    prompt()
    for await (const { text, pasted } of messages) {
      if (text.trim() !== '') {
        const path = picturePath(text)
        const message = path === undefined ? offered.read(text) : await look(path)
        const isForwarded = pasted && path === undefined && message.text !== undefined
        await say(onMessage, isForwarded ? { ...message, forwarded: true } : message)
      }
      prompt()
    }
  }

  return {
    name,
    speaksFirst: true,
    left,
    async start(onMessage) {
      await kept.tidy()
      let editor: LineEditor | undefined
      const screen = async () => {
        if (!interactive) return talk(onMessage, piped(input), () => {})
        await write(output, `${paint.faint(wrap(hints.leave, columns()))}\n`)
        const { createLineEditor } = await import('./typed-messages.ts')
        editor = createLineEditor(input, output, '\n> ')
        await talk(onMessage, editor.messages, editor.prompt)
        await write(output, `\n${paint.faint(wrap(hints.left, columns()))}\n`)
      }
      const talking = screen()
      leave(talking)
      return async () => {
        editor?.close()
        if (editor) await talking
      }
    },
    async send(_key, reply) {
      if (reply.forgets) await kept.forget(key)
      unseen.push({ reply, path: await kept.keep(key, reply.image) })
    },
  }
}

async function* piped(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<Typed> {
  for await (const text of readLines(input)) yield { text: text ?? '', pasted: false }
}

function printReply(reply: Outgoing, offered: Offered, columns: number, paint: Paint): string {
  const text = wrap(printable(reply.text), columns)
  const choices = offered
    .of(reply)
    .map(
      ({ number, choice }) => `  ${paint.bold(number === undefined ? '·' : `${number}.`)} ${printable(choice.label)}`,
    )
  return [reply.asks === undefined ? text : paint.bold(text), ...choices].join('\n')
}
