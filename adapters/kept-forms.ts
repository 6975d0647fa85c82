import { z } from 'zod'
import type { Conversation, Reply } from '../src/index.ts'

/** The outline by which a conversation kept by this version is known. */
const conversation = z.looseObject({
  version: z.literal(1),
  language: z.string(),
  law: z.string(),
  turn: z.number(),
  offer: z.number(),
  log: z.array(z.looseObject({ kind: z.string(), turn: z.number(), offer: z.number() })),
})
const reply = z.looseObject({ text: z.string() })

/** What was kept is passed on as it stands: it was written by the engine that now reads it. */
const keptAs = <T>(outline: z.ZodType) => z.custom<T>((value) => outline.safeParse(value).success, 'another form')

export const keptConversation = keptAs<Conversation>(conversation)
export const keptReply = keptAs<Reply>(reply)
