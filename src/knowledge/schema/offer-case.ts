import * as z from 'zod'
import { articleCitation, authorityCitation, documentCitation, id, text } from './forms.ts'
import { verdictLabels } from './verdict-label.ts'

/** How an outcome is known, and whether anyone has decided it. */
export const caseStatuses = ['told', 'final', 'settled', 'pending', 'reduced', 'withdrawn', 'archetype'] as const

/** The laws under which a case may have been decided, whether or not the law has its file in laws/ yet. */
export const caseLaws = ['cn', 'hk', 'tw', 'sg', 'my', 'us', 'uk', 'eu'] as const

/** The figures of the case that a source gives. */
const gives = z.array(id).default([])

export const offerCase = z.strictObject({
  id,
  law: z.enum(caseLaws, `a law: one of ${caseLaws.join(', ')}`),
  /** What kind of plan it was, without a name: it is told in groups too. */
  title: text,
  /** As the authority published it: a company, a platform, a scheme; never a private person. */
  name: text.optional(),
  status: z.enum(caseStatuses, `a status: one of ${caseStatuses.join(', ')}`),
  outcome: z.enum(verdictLabels),
  /** For or against those who ran it or were accused of it, where the outcome does not tell. */
  ended: z.enum(['for', 'against']).optional(),
  facts: z.record(id, z.boolean()),
  figures: z.record(id, z.number().positive()).default({}),
  /** What happened, in our own words, naming no private person. */
  told: text,
  /** What decided it, or why it stands here, and how far it can be relied on. */
  decided: text,
  citations: z
    .array(
      z.union(
        [documentCitation.extend({ gives }), articleCitation, authorityCitation.extend({ gives })],
        'a citation: { document, paragraph, gives? } or { law, article } or { authority, year, number?, address?, gives? }',
      ),
    )
    .min(1, 'at least one citation'),
})

export type OfferCase = z.infer<typeof offerCase>

/** Whether an authority has had it before it, whatever came of it. */
export const isBeforeAuthority = ({ status }: OfferCase): boolean => status !== 'told' && status !== 'archetype'

/** How it ended for those who ran it or were accused of it; undefined where nothing was decided. */
export function endOf({ ended, status, outcome }: OfferCase): 'for' | 'against' | undefined {
  if (ended) return ended
  if (status === 'withdrawn' || outcome === 'not_pyramid') return 'for'
  if (outcome === 'pyramid' || outcome === 'other_fraud') return 'against'
  return undefined
}

/** The year of the decision; undefined where no authority is cited. */
export function yearOf({ citations }: OfferCase): number | undefined {
  const decision = citations.find((one) => 'authority' in one)
  return decision && 'year' in decision ? decision.year : undefined
}
