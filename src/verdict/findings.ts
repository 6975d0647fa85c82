import * as z from 'zod'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { type Known, maskOf } from '../knowledge/terms.ts'

/** Who says so: the user answering, the user telling, or the offer speaking for itself. */
export const source = z.enum(['answer', 'account', 'claim'])

/** One statement for or against a fact, with the exact words and their place in the message they came in. */
export const evidence = z.object({
  fact: z.string(),
  value: z.boolean(),
  source,
  quote: z.string(),
  /** UTF-16 offsets into that message. */
  start: z.number(),
  end: z.number(),
  amount: z.number().exactOptional(),
  /** An ISO 4217 code, or a token's. */
  currency: z.string().exactOptional(),
  /** A count that came with the words: tiers, people. */
  number: z.number().exactOptional(),
  /** Of several messages forwarded together: which one, and who of them said it; both counted from 1. */
  part: z.number().exactOptional(),
  speaker: z.number().exactOptional(),
  /** Of a picture: which one of the conversation's, and the line where the words begin; both counted from 1. */
  picture: z.number().exactOptional(),
  line: z.number().exactOptional(),
})

export type Source = z.infer<typeof source>
export type Evidence = Readonly<z.infer<typeof evidence>>

/** What all evidence on the facts adds up to, as bits; a fact in none of them is open. */
export interface Findings extends Known {
  /** The user was asked and cannot tell. */
  readonly uncertain: number
  /** Evidence that counts stands on both sides; evaluated as open. */
  readonly contradictory: number
  /** Numeric facts: tiers of people, people in all. */
  readonly numbers: Readonly<Record<string, number>>
}

/**
 * What an offer says in its own favour is recorded and shown, and settles nothing: only the user's own
 * answer does. Whatever speaks against it counts, whoever says it.
 */
export const counts = (knowledge: Knowledge, { fact, value, source }: Evidence): boolean => {
  const bit = knowledge.bitOf.get(fact)
  return bit !== undefined && (source === 'answer' || knowledge.booleans[bit]?.incriminating === value)
}

export function findingsOf(
  knowledge: Knowledge,
  said: readonly Evidence[],
  unknown: Iterable<string>,
  numbers: Readonly<Record<string, number>>,
): Findings {
  let yes = 0
  let no = 0
  for (const one of said) {
    if (!counts(knowledge, one)) continue
    const bit = maskOf(knowledge.bitOf, one.fact)
    if (one.value) yes |= bit
    else no |= bit
  }
  const contradictory = yes & no
  let uncertain = 0
  for (const fact of unknown) uncertain |= maskOf(knowledge.bitOf, fact)
  return { yes: yes & ~no, no: no & ~yes, uncertain: uncertain & ~(yes | no), contradictory, numbers }
}
