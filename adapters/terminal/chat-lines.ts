import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { Message } from '../../src/index.ts'
import type { PictureIntake } from '../picture-intake.ts'
import { groupKey, type OnMessage, type Outgoing, type Platform, privateKey } from '../platform.ts'
import { type LineCommand, LineError, lineId } from './json-lines.ts'
import type { KeptPictures } from './kept-pictures.ts'
import { fileOf } from './picture-path.ts'

const line = z.strictObject({
  id: lineId,
  /** Names this message: sent again under the same name, it changes nothing. */
  update: z.string().exactOptional(),
  chat: z.string(),
  user: z.string(),
  kind: z.enum(['private', 'group']),
  text: z.string().exactOptional(),
  forwarded: z.boolean().exactOptional(),
  quoted: z.string().exactOptional(),
  mentioned: z.boolean().exactOptional(),
  admin: z.boolean().exactOptional(),
  choice: z.string().exactOptional(),
  question: z.string().exactOptional(),
  image: z.string().exactOptional(),
  event: z.enum(['joined', 'left']).exactOptional(),
})
type ChatLine = z.infer<typeof line>

/** Conversations of a program, which gets the replies to a message as the answer to its line. */
export interface ChatLines extends Platform {
  readonly command: LineCommand<ChatLine>
}

/** What the system did not let be read or written concerns one person, who can do something about it. */
function refuse(error: unknown): never {
  if (!(error instanceof Error && 'code' in error)) throw error
  throw new LineError(
    `this conversation could not be read or saved (${String(error.code)}); the message changed nothing, send it again once DATA_DIR is mended`,
  )
}

interface Told extends Outgoing {
  /** Where its picture is. */
  readonly path?: string
}

/** A reply in the form programs rely on; what else a reply holds is for platforms that show it to people. */
const lineOf = (chat: string, { to, text, choices, asks, question, verdict, handoff, path }: Told) => ({
  chat,
  ...(to !== undefined && { to }),
  text,
  ...(choices && { choices }),
  ...(asks !== undefined && { asks }),
  ...(question !== undefined && { question }),
  ...(verdict && { verdict }),
  ...(path !== undefined && { image: path }),
  ...(handoff && { handoff: handoff.token }),
})

/** `image` is the path of a picture's file, in a line and in its answer. */
export function createChatLines(pictures: () => Promise<PictureIntake>, kept: KeptPictures): ChatLines {
  const name = 'lines'
  let submit: OnMessage | undefined
  /** Replies by the conversation and update they answer; what nobody asks for any more stays unread. */
  const said = new Map<string, Told[]>()
  const look = async (key: string, user: string, path: string) => {
    const bytes = await fileOf(path).catch((error: NodeJS.ErrnoException) => {
      throw new LineError(
        `image: ${JSON.stringify(path)} could not be read (${error.code}); expected the path of a file`,
      )
    })
    const { begin, taken } = await pictures()
    return taken(key, [begin(key, `${name} ${user}`, async () => bytes)])
  }
  const replyTo = (key: string, update: string) => JSON.stringify([key, update])

  return {
    name,
    speaksFirst: false,
    async start(onMessage) {
      await kept.tidy()
      submit = onMessage
      return async () => {
        submit = undefined
      }
    },
    async send(key, reply, { update }) {
      if (reply.forgets && reply.to === undefined) await kept.forget(key)
      const path = await kept.keep(key, reply.image)
      const place = replyTo(key, update)
      said.set(place, [...(said.get(place) ?? []), { ...reply, ...(path !== undefined && { path }) }])
    },
    command: {
      schema: line,
      example: '{"chat":"42","user":"ann","kind":"private","text":"Is this a pyramid scheme?"}',
      async answer({ id: _id, chat, user, image, update = randomUUID(), ...message }) {
        if (submit === undefined) throw new Error('the chat has not been started')
        const key = message.kind === 'group' ? groupKey(name, chat) : privateKey(name, chat, user)
        const seen = image === undefined ? {} : await look(key, user, image)
        const heard = { ...message, ...seen, user, id: update } satisfies Message
        const { delivered } = await submit(key, update, heard).catch(refuse)
        await delivered
        const place = replyTo(key, update)
        const replies = said.get(place) ?? []
        said.delete(place)
        return { replies: replies.map((reply) => lineOf(chat, reply)) }
      },
    },
  }
}
