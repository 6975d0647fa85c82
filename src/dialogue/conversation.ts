import * as z from 'zod'
import { roles } from '../knowledge/schema/role.ts'
import { languages } from '../knowledge/schema/speech.ts'
import { verdictLabels } from '../knowledge/schema/verdict-label.ts'
import { amount } from '../money/terms.ts'
import { evidence, source } from '../verdict/findings.ts'
import { pictureNote } from '../wording/seen-pictures.ts'
import type { Language } from '../wording/speaker.ts'

export type { Language }

/** What the bot waits for beside the question about a fact. */
const prompt = z.enum(['role', 'language', 'law', 'switch', 'change', 'which_offer', 'danger_now'])

/**
 * Why a fact is asked: it is the next one; its evidence contradicts itself; to change it; for the criminal storey; for
 * the money picture.
 */
const asking = z.enum(['next', 'contradiction', 'change', 'crime', 'money'])

/** `at` is the time of the turn, in milliseconds since 1970. */
const place = { turn: z.number(), at: z.number(), offer: z.number() }

/**
 * One line of the log. Nothing is ever deleted from it: a correction retracts, undo marks a turn undone,
 * and what stands is what is left when both are applied in order.
 */
export const entry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('evidence'), ...place, ...evidence.shape }),
  z.object({ kind: z.literal('number'), ...place, fact: z.string(), value: z.number() }),
  z.object({ kind: z.literal('amount'), ...place, fact: z.string(), ...amount.shape }),
  z.object({ kind: z.literal('unknown'), ...place, fact: z.string() }),
  z.object({ kind: z.literal('asked'), ...place, fact: z.string(), question: z.string(), why: asking }),
  z.object({ kind: z.literal('answered'), ...place, question: z.string() }),
  /** Takes back what was said before on this fact: that it is unknown, and evidence of this value and source. */
  z.object({
    kind: z.literal('retracted'),
    ...place,
    fact: z.string(),
    value: z.boolean().exactOptional(),
    source: source.exactOptional(),
  }),
  z.object({ kind: z.literal('undone'), ...place, undoes: z.number() }),
  z.object({ kind: z.literal('concluded'), ...place, verdict: z.enum(verdictLabels) }),
])

/** One person's state in one chat. Plain JSON, by whose form a kept one is checked. */
export const conversation = z.object({
  version: z.literal(1),
  language: z.enum(languages),
  /** The person chose the language; it no longer follows what they write. */
  languageChosen: z.boolean(),
  law: z.string(),
  /** The person chose the law. */
  lawChosen: z.literal(true).exactOptional(),
  /** The laws that were suggested, once each. */
  lawsSuggested: z.array(z.string()).exactOptional(),
  role: z.enum(roles).exactOptional(),
  /** The turn in which the role was told. */
  roleTurn: z.number().exactOptional(),
  turn: z.number(),
  /** When the last turn was, in milliseconds since 1970. */
  at: z.number(),
  /** The current offer; offers are numbered from 1. */
  offer: z.number(),
  log: z.array(entry),
  prompt: prompt.exactOptional(),
  /** Evidence of a text that waits for the answer to which offer it belongs. */
  held: z.array(evidence).exactOptional(),
  /** Forwards in a row that wait, until this time, to be answered together; `since` the first of them. */
  gathering: z
    .object({
      since: z.number(),
      until: z.number(),
      found: z.array(evidence),
      alarming: z.boolean(),
      /** Of each message so far, what stands for its speaker. */
      speakers: z.array(z.string()),
      /** What is told of the pictures among them. */
      pictures: z.array(pictureNote).exactOptional(),
    })
    .exactOptional(),
  /** The last messages that said something, by the platform's name for them, with the turn each was. */
  messages: z.array(z.object({ id: z.string(), turn: z.number() })).exactOptional(),
  /** Pictures so far, by which they are numbered. */
  pictures: z.number().exactOptional(),
  /** Words of detention, threats or self-harm were seen; the words themselves are not kept. */
  danger: z.literal(true).exactOptional(),
})

export type Deep<T> = T extends readonly (infer One)[]
  ? readonly Deep<One>[]
  : T extends object
    ? { readonly [Key in keyof T]: Deep<T[Key]> }
    : T

export type Prompt = z.infer<typeof prompt>
export type Asking = z.infer<typeof asking>
export type Entry = Deep<z.infer<typeof entry>>
export type Conversation = Deep<z.infer<typeof conversation>>

/** A conversation is kept so long after its last message; milliseconds. */
export const IDLE: number = 30 * 24 * 3_600_000

export const begin = (language: Language, law: string): Conversation => ({
  version: 1,
  language,
  languageChosen: false,
  law,
  turn: 0,
  at: 0,
  offer: 1,
  log: [],
})
