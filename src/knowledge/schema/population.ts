import * as z from 'zod'
import { citations, date, id, text } from './forms.ts'

/** How many people live somewhere, for the growth of a plan to be held against. */
export const population = z.strictObject({
  id,
  size: z.enum(['town', 'country', 'world']),
  /** The law that holds there, where it is a country's. */
  law: id.optional(),
  name: text,
  people: z.int().positive(),
  /** The day it was counted or estimated for. */
  at: date,
  citations,
})

export type Population = z.infer<typeof population>
