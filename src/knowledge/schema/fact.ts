import * as z from 'zod'
import { citations, id, text } from './forms.ts'

/** In the order in which facts stand in the catalogue. */
export const groups = ['plan', 'trade', 'lure', 'other_fraud'] as const

const asked = {
  id,
  group: z.enum(groups),
  /** A short noun phrase for lists. */
  label: text,
  /** In plain words; a yes always means that the fact is true of the offer. */
  question: text,
  why: text,
  /** For "I don't know": where to look, and what to ask the recruiter. */
  help: z.strictObject({ look: text, ask: text }),
  /** Facts to try next when this one stays unknown. */
  proxies: z.array(id).default([]),
  /** How hard or delicate the question is to answer; 1 is ordinary. */
  burden: z.number().min(0.5).max(3).default(1),
  citations,
}
export const fact = z.discriminatedUnion('kind', [
  z.strictObject({
    ...asked,
    kind: z.literal('boolean'),
    /** The value that speaks against the offer. */
    incriminating: z.boolean(),
    /** Someone may be in danger now: ask whether this is happening before anything else. */
    danger: z.boolean().default(false),
    /** Each a clause about the offer: "you pay to join", "nobody pays to join". */
    yes: text,
    no: text,
  }),
  z.strictObject({
    ...asked,
    kind: z.literal('number'),
    unit: text,
    /** The boolean fact in whose words this number may already stand, and what to add to it. */
    counted_with: z.strictObject({ fact: id, plus: z.int() }).optional(),
  }),
  /** Money, or a share of money in percent. */
  z.strictObject({
    ...asked,
    kind: z.literal('amount'),
    /** The boolean facts in whose words it may already stand. */
    stated_with: z.array(id).min(1),
    /** It may also be told in percent of another amount. */
    percent_of: id.optional(),
  }),
])

export type Fact = z.infer<typeof fact>
