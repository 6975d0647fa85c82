import * as z from 'zod'
import { citations, date, id, said, someLines } from './forms.ts'

/** The laws people may ask about; the first is the one known in full. */
export const jurisdictions = ['cn', 'hk', 'tw', 'sg', 'my', 'us', 'uk', 'eu'] as const

/** Wording within bounds, in characters: what is shorter says nothing, what is longer is not read. */
const between = (fewest: number, most: number) =>
  said.refine(({ length }) => length >= fewest && length <= most, `a text of ${fewest} to ${most} characters`)

const bounded = (zh: readonly [number, number], en: readonly [number, number]) =>
  z.strictObject({ zh: between(...zh), en: between(...en), 'zh-Hant': between(...zh).optional() })

const question = z.strictObject({
  id,
  /** The laws the answer holds for. */
  laws: z.array(z.enum(jurisdictions)).min(1),
  /** The question as it is shown above its answer. */
  title: bounded([4, 30], [10, 80]),
  /** Ways to ask it, by which it is found. */
  phrasings: z.strictObject({ zh: someLines, en: someLines }),
  /** The answer in a sentence or two, which has to be right alone: in groups nothing else is said. */
  short: bounded([10, 100], [20, 280]),
  /** What else belongs to it. */
  more: bounded([8, 120], [20, 320]),
  citations,
})

/** The questions of one file of knowledge/questions, and the date their answers were held against their sources. */
export const questionFile = z.strictObject({ checked: date, questions: z.array(question).min(1) })

export type QuestionFile = z.infer<typeof questionFile>
export type Question = z.infer<typeof question> & { readonly checked: string }
export type Jurisdiction = (typeof jurisdictions)[number]
