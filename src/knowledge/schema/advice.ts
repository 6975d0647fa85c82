import * as z from 'zod'
import { expression } from './expression.ts'
import { citations, id, text } from './forms.ts'
import { roles } from './role.ts'
import { verdictLabels } from './verdict-label.ts'

export const topics = ['act', 'ask_recruiter', 'refuse', 'evidence', 'money_sent', 'report'] as const

export const advice = z.strictObject({
  id,
  roles: z.array(z.enum(roles)).min(1),
  /** Only under these laws; absent where it holds under every law. */
  laws: z.array(id).min(1).optional(),
  topic: z.enum(topics),
  verdicts: z.array(z.enum(verdictLabels)).min(1).optional(),
  when: expression.optional(),
  says: text,
  citations,
})

export type Advice = z.infer<typeof advice>
export type Topic = (typeof topics)[number]
