import * as z from 'zod'
import { citations, id, text } from './forms.ts'
import { verdictLabels } from './verdict-label.ts'

/** How an outcome is known, and whether anyone has decided it. */
export const caseStatuses = ['told', 'final', 'settled', 'pending', 'withdrawn', 'archetype'] as const

export const offerCase = z.strictObject({
  id,
  law: id,
  title: text,
  status: z.enum(caseStatuses),
  outcome: z.enum(verdictLabels),
  facts: z.record(id, z.boolean()),
  figures: z.record(id, z.number()).default({}),
  /** What happened, in our own words, naming no private person. */
  told: text,
  /** What decided it, or why it stands here, and how far it can be relied on. */
  decided: text,
  citations,
})

export type OfferCase = z.infer<typeof offerCase>
