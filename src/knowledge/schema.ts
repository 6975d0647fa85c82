import { z } from 'zod'

/**
 * The shapes of what stands in knowledge/. One schema per kind of file; every object is strict, so a
 * misspelt key is an error with its place instead of a silent gap.
 */

const id = z.string().regex(/^[a-z][a-z0-9_-]*$/, 'an id of small letters, digits, _ and -')
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date written "2026-11-22", in quotes')
const said = z.string().trim().min(1, 'a text that is not empty')

/** One item a line, written as a block (`|`); a line that begins with "# " is a remark. */
const lines = z.string().transform((block) =>
  block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('# ')),
)

/** Wording for users. Traditional Chinese is derived from `zh` unless a reviewed text stands beside it. */
export const text = z.strictObject({ zh: said, en: said, 'zh-Hant': said.optional() })

const paragraph = z.int().positive()
export const citation = z.union(
  [
    z.strictObject({ document: id, paragraph: z.union([paragraph, z.array(paragraph).min(1)]) }),
    z.strictObject({ law: id, article: said }),
    z.strictObject({ authority: said, year: z.int(), number: said.optional(), address: said.optional() }),
  ],
  'a citation: { document, paragraph } or { law, article } or { authority, year, number?, address? }',
)
const citations = z.array(citation).min(1, 'at least one citation')

/** Over facts: a fact's or a definition's name, its denial, or a combination. */
export type Expression =
  | string
  | { no: string }
  | { all: Expression[] }
  | { any: Expression[] }
  | { at_least: number; of: Expression[] }
export const expression: z.ZodType<Expression> = z.lazy(() =>
  z.union(
    [
      id,
      z.strictObject({ no: id }),
      z.strictObject({ all: z.array(expression).min(1) }),
      z.strictObject({ any: z.array(expression).min(1) }),
      z.strictObject({ at_least: z.int().positive(), of: z.array(expression).min(1) }),
    ],
    'an expression: a fact, { no: fact }, { all: […] }, { any: […] } or { at_least: k, of: […] }',
  ),
)

export const verdictLabels = ['pyramid', 'grey', 'not_pyramid', 'other_fraud', 'unclear'] as const
export const topics = ['act', 'ask_recruiter', 'refuse', 'evidence', 'money_sent', 'report'] as const
export const roles = ['invited', 'member', 'promoter', 'relative'] as const

const asked = {
  id,
  group: z.enum(['plan', 'trade', 'lure', 'other_fraud']),
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
])

const article = z.strictObject({
  /** As citations name it: "7(2)", "criminal-224-1". */
  id: said,
  instrument: id,
  /** As people cite it: 第七条第（二）项, "art. 7(2)". */
  number: text,
  /** Restated in our own words. */
  says: text,
  /** Where it was read, and how sure that reading is. */
  source: z.strictObject({ address: said.optional(), certainty: z.enum(['seen', 'memory-high', 'memory-medium']) }),
})

export const law = z.strictObject({
  id,
  name: text,
  checked: date,
  instruments: z
    .array(z.strictObject({ id, name: text, number: said.optional(), in_force: date, address: said.optional() }))
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
  thresholds: z.strictObject({
    pyramid: z.strictObject({ when: expression, says: text, citations }),
    grey: z.strictObject({ when: expression, says: text, citations }),
  }),
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
    danger: z.strictObject({ says: text, citations }),
    self_harm: z.strictObject({ says: text, citations }),
    money_sent: z.strictObject({ says: text, citations }),
  }),
  reports: z.array(z.strictObject({ id, name: text, contact: said, says: text, citations })).min(1),
  /** Words that make this law worth suggesting: a place, a currency. Plain strings, any case. */
  suggested_by: z.array(said).default([]),
})

export const offerCase = z.strictObject({
  id,
  law: id,
  title: text,
  status: z.enum(['told', 'final', 'settled', 'pending', 'withdrawn', 'archetype']),
  outcome: z.enum(verdictLabels),
  facts: z.record(id, z.boolean()),
  figures: z.record(id, z.number()).default({}),
  /** What happened, in our own words, naming no private person. */
  told: text,
  /** What decided it, or why it stands here, and how far it can be relied on. */
  decided: text,
  citations,
})

export const warning = z.strictObject({ id, when: expression, label: text, says: text, citations })

export const advice = z.strictObject({
  id,
  roles: z.array(z.enum(roles)).min(1),
  topic: z.enum(topics),
  verdicts: z.array(z.enum(verdictLabels)).min(1).optional(),
  when: expression.optional(),
  says: text,
  citations,
})

/** A document this project was created from; paragraphs are counted as DESIGN says. */
export const document = z.strictObject({ id, title: text, about: text, paragraphs: paragraph })

/**
 * Words that show a fact. Patterns are regular expressions over one normalised clause, with the macros
 * of src/reading/patterns.ts; every repeat is bounded.
 */
export const signal = z.strictObject({
  id,
  fact: id,
  value: z.boolean(),
  patterns: lines.refine((all) => all.length > 0, 'at least one pattern'),
  /** Where one of these also matches the clause, the signal is silent. */
  unless: lines.default([]),
  /** Words too common to count alone: silent unless one of these facts is found in the message without them. */
  beside: z.array(id).default([]),
})
export const signalFile = z.strictObject({ language: z.enum(['zh', 'en']), signals: z.array(signal).min(1) })

export const commands = [
  'why',
  'back',
  'change',
  'show',
  'new',
  'switch',
  'language',
  'law',
  'stop',
  'help',
  'privacy',
  'export',
  'delete',
  'cases',
  'todo',
  'crime',
  'start',
  'more',
] as const

const phrases = z.strictObject({ zh: lines.default([]), en: lines.default([]) })
/** Whole messages that mean a command, an answer or a role; compared after normalising. */
export const speech = z.strictObject({
  answers: z.strictObject({ yes: phrases, no: phrases, unknown: phrases, hedges: phrases }),
  commands: z.record(z.enum(commands), phrases),
  topics: z.record(z.enum(topics), phrases),
  roles: z.record(z.enum(roles), phrases),
  languages: z.record(z.enum(['zh-Hans', 'zh-Hant', 'en']), phrases),
  greetings: phrases,
  /** Patterns: the message asks whether something is a pyramid scheme, without describing it. */
  inquiries: phrases,
})
/** Patterns over the user's own words that come before everything else. */
export const alert = z.strictObject({
  id: z.enum(['danger', 'self_harm', 'money_sent']),
  patterns: phrases,
  unless: phrases,
})

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

export type Text = z.infer<typeof text>
export type Citation = z.infer<typeof citation>
export type Fact = z.infer<typeof fact>
export type Law = z.infer<typeof law>
export type OfferCase = z.infer<typeof offerCase>
export type Warning = z.infer<typeof warning>
export type Advice = z.infer<typeof advice>
export type Document = z.infer<typeof document>
export type Signal = z.infer<typeof signal>
export type SignalFile = z.infer<typeof signalFile>
export type Speech = z.infer<typeof speech>
export type Alert = z.infer<typeof alert>
export type Interview = z.infer<typeof interview>
export type VerdictLabel = (typeof verdictLabels)[number]
export type Command = (typeof commands)[number]
export type Topic = (typeof topics)[number]
export type Role = (typeof roles)[number]
/** Traditional wording as opencc derives it → as it should read. */
export const traditional = z.record(z.string(), said)
