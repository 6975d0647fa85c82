import * as z from 'zod'
import { languages } from '../knowledge/schema/speech.ts'
import { type Conversation, conversation, type Deep, entry } from './conversation.ts'

/** When the bot does not speak up of its own accord: hours of the day, `offset` hours ahead of UTC. */
const quiet = z.object({ from: z.number(), to: z.number(), offset: z.number() })

const settings = z.object({
  /** Reads all messages, and speaks up about a pitch. */
  watching: z.boolean(),
  /** Verdicts may be told in the group. */
  verdicts: z.boolean(),
  /** Absent: the language of whoever speaks. */
  language: z.enum(languages).exactOptional(),
  /** Absent: the law the bot goes by where nobody chose one. */
  law: z.string().exactOptional(),
  quiet: quiet.exactOptional(),
})

/** A member who asked, with the conversation that is theirs alone. */
const member = z.object({
  user: z.string(),
  /** Names the message whose choices are theirs: go on here, or in private. */
  question: z.string(),
  /** Under which the offer waits to be taken over to a private chat. */
  token: z.string().exactOptional(),
  /** They chose to be asked here. */
  here: z.boolean(),
  conversation,
})

/** A group: its settings, and the conversations of members who asked. Plain JSON. */
export const group = z.object({
  kind: z.literal('group'),
  version: z.literal(1),
  settings,
  greeted: z.boolean(),
  /** Fingerprints of the pitches it spoke up about, the latest last. */
  spokenOf: z.array(z.string()),
  /** When it last spoke up unasked, in milliseconds since 1970; the latest last. */
  spokeAt: z.array(z.number()).exactOptional(),
  /** Who was told lately how to ask. */
  hinted: z.array(z.object({ user: z.string(), at: z.number() })).exactOptional(),
  turn: z.number(),
  members: z.array(member),
})

/** An offer on its way from a group to a private chat. */
export const handedOver = z.object({
  kind: z.literal('handed_over'),
  version: z.literal(1),
  /** Whose it is: nobody else can take it over. */
  user: z.string(),
  language: z.enum(languages),
  law: z.string(),
  /** What was said about the offer, as it stands. */
  log: z.array(entry),
})

export const stateForm = z.union([conversation, group, handedOver])

export type GroupSettings = Deep<z.infer<typeof settings>>
export type Member = Deep<z.infer<typeof member>>
export type Group = Deep<z.infer<typeof group>>
export type HandedOver = Deep<z.infer<typeof handedOver>>
/** What is kept under one key. */
export type State = Conversation | Group | HandedOver

export const isGroup = (state: State | undefined): state is Group => kindOf(state) === 'group'
export const isHandedOver = (state: State | undefined): state is HandedOver => kindOf(state) === 'handed_over'
export const isConversation = (state: State | undefined): state is Conversation =>
  state !== undefined && kindOf(state) === undefined

const kindOf = (state: State | undefined) => (state && 'kind' in state ? state.kind : undefined)
