import * as z from 'zod'
import type { Incoming } from '../platform.ts'
import { members, type Said } from './protocol.ts'

/** What the page sends, checked. */
export const said = z
  .strictObject({
    update: z.string().regex(/^[\w-]{16,64}$/),
    chat: z.enum(['private', 'group']),
    as: z.enum(members),
    text: z.string().optional(),
    forwarded: z.boolean().optional(),
    choice: z.string().max(200).optional(),
    question: z.string().max(200).optional(),
    quoted: z.string().optional(),
    addressed: z.boolean().optional(),
    event: z.enum(['joined', 'left']).optional(),
    everything: z.literal(true).optional(),
  })
  .refine(
    ({ everything, chat, as, choice }) => !everything || (chat === 'private' && as === 'me' && choice === 'delete'),
  ) satisfies z.ZodType<Said>

/** How people name the bot in the group. */
const named = /(^|\s)@bot(?![\w-])[\s,，:：]*/giu

/** The message as the engine takes it. The person at the page plays the members, and `me` is the admin. */
export function messageOf({
  update,
  chat,
  as,
  text,
  forwarded,
  choice,
  question,
  quoted,
  addressed,
  event,
}: Said): Incoming {
  if (chat === 'private')
    return {
      kind: 'private',
      user: as,
      id: update,
      ...(text !== undefined && { text }),
      ...(forwarded && { forwarded }),
      ...(choice !== undefined && { choice }),
      ...(question !== undefined && { question }),
    }
  if (event) return { kind: 'group', user: as, event, ...(text !== undefined && { text }) }
  const words = text?.replace(named, '$1').trim()
  const mentioned = addressed === true || choice !== undefined || words !== text?.trim() || /^\/\w/.test(words ?? '')
  return {
    kind: 'group',
    user: as,
    id: update,
    ...(words !== undefined && { text: words }),
    ...(forwarded && { forwarded }),
    ...(choice !== undefined && { choice }),
    ...(question !== undefined && { question }),
    ...(quoted !== undefined && { quoted }),
    ...(mentioned && { mentioned, admin: as === 'me' }),
  }
}
