import * as z from 'zod'
import { expression } from './expression.ts'
import { citations, date, id, said, text, year } from './forms.ts'
import { roles } from './role.ts'

const article = z.strictObject({
  /** As citations name it: "7(2)", "criminal-224-1". */
  id: said,
  instrument: id,
  /** As people cite it: 第七条第（二）项, "art. 7(2)". */
  number: text,
  /** Restated in our own words. */
  says: text,
  /** Where it was read, and how sure that reading is; what is less sure stands in laws/to-verify.md, and nowhere else. */
  source: z.strictObject({ address: said.optional(), certainty: z.enum(['seen', 'memory-high']) }),
})

export const law = z.strictObject({
  id,
  name: text,
  checked: date,
  /** What decides under it, in a sentence: for two laws side by side. */
  in_short: text,
  instruments: z
    .array(
      z.strictObject({
        id,
        name: text,
        number: said.optional(),
        in_force: z.union([date, year]),
        address: said.optional(),
      }),
    )
    .min(1),
  articles: z.array(article).min(1),
  /** Named expressions, usable wherever this law's expressions stand. */
  definitions: z.record(id, expression).default({}),
  elements: z
    .array(
      z.strictObject({
        id,
        name: text,
        says: text,
        /** `authority`: only a regulator or court can find it; it never blocks a verdict. */
        when: z.union([z.strictObject({ authority: z.literal(true) }), expression]),
        citations,
      }),
    )
    .min(1),
  /** Hours its clock is ahead of UTC, for the date on a card. */
  utc_offset: z.number().min(-12).max(14).default(0),
  /** Which plans the law reaches; without `when`, every plan. Never part of a threshold: it is held against both. */
  scope: z.union([
    z.strictObject({ says: text, citations }),
    z.strictObject({ says: text, when: expression, outside: text, citations }),
  ]),
  thresholds: z.strictObject({
    pyramid: z.strictObject({ when: expression, says: text, citations }),
    grey: z.strictObject({ when: expression, says: text, citations }),
  }),
  /** What speaks for an offer under this law, each on positive evidence. */
  defences: z.array(z.strictObject({ id, name: text, says: text, when: expression, citations })).default([]),
  /** Why this law asks about a fact, in place of what stands beside the fact. */
  asks: z.record(id, z.strictObject({ why: text, citations })).default({}),
  not_pyramid: z.strictObject({ says: text, citations }),
  unclear: z.strictObject({ says: text, citations }),
  other_fraud: z.array(z.strictObject({ fact: id, name: text, says: text, hotline: text, citations })).min(1),
  /** The criminal storey: told apart, assessed only on numbers. Bounds are inclusive. */
  crime: z.strictObject({
    name: text,
    says: text,
    numbers: z.record(id, z.int().positive()),
    reached: text,
    below: text,
    unknown: text,
    citations,
  }),
  penalties: z
    .array(z.strictObject({ id, roles: z.array(z.enum([...roles, 'organiser'])), says: text, citations }))
    .min(1),
  emergency: z.strictObject({
    /** Whom to call, as half a sentence. */
    call: text,
    danger: z.strictObject({ says: text, citations }),
    self_harm: z.strictObject({ says: text, citations }),
    money_sent: z.strictObject({ says: text, citations }),
  }),
  reports: z.array(z.strictObject({ id, name: text, contact: said, says: text, citations })).min(1),
  /** What people call the place where they are. Plain strings, any case. */
  places: z.array(said).min(1),
  /** Words that make this law worth suggesting: a currency, a city. Plain strings, any case. */
  suggested_by: z.array(said).default([]),
})

export type Law = z.infer<typeof law>
