import * as z from 'zod'
import { phrases, spoken } from './forms.ts'
import { jurisdictions } from './question.ts'

/** How people ask about the law: the places they name, words that mean the same, and what a question looks like. */
export const asking = z.strictObject({
  /** How the place of each law is called; a name with capitals counts only as it is written. */
  places: z.record(z.enum(jurisdictions), spoken),
  /** Places whose law is not known here. */
  elsewhere: spoken,
  /** Groups of words that are taken for the first of them, one group a line. */
  same: spoken,
  /** Words that say nothing about what is asked. */
  empty: spoken,
  /** Patterns: the message has the form of a question. */
  forms: spoken,
  /** Patterns: the message speaks of the law. */
  legal: spoken,
  /** Patterns: the message asks about the offer at hand, not about the law. */
  offers: phrases,
  /** Patterns: the message names what knowledge is about. */
  subjects: spoken,
  /** Words of subjects that knowledge has nothing on, one subject a line. */
  neighbours: spoken,
})

export type Asking = z.infer<typeof asking>
