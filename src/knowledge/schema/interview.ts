import * as z from 'zod'
import { expression } from './expression.ts'
import { id } from './forms.ts'

export const interview = z.strictObject({
  most_questions: z.int().positive(),
  /** A mark of another fraud is asked about only where it is at least this likely on what is known. */
  least_chance: z.number().min(0).max(1),
  /** P(yes) of a fact that a kind does not name. */
  otherwise: z.number().min(0.01).max(0.99),
  /** The watching rule: which evidence in one text is worth a quiet word. */
  concern: expression,
  /** A rough picture of what people ask about; it orders questions and never touches a verdict. */
  kinds: z
    .array(z.strictObject({ id, weight: z.number().positive(), yes: z.record(id, z.number().min(0.01).max(0.99)) }))
    .min(1),
})

export type Interview = z.infer<typeof interview>
