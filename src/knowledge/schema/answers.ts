import * as z from 'zod'
import { id, phrases, said, someLines, spoken } from './forms.ts'

const named = z.record(z.string().regex(/^[a-z]+$/, 'a name of small letters'), said).default({})
/** Parts of patterns, by the name that stands for them in braces. */
const words = z.strictObject({ zh: named, en: named })
const bothWays = z.strictObject({ yes: phrases, no: phrases })

/** How people answer, whatever the question is about. All are patterns over a reply made plain. */
export const ways = z.strictObject({
  /** Emoji and signs that are an answer where they stand alone. */
  signs: z.strictObject({ yes: someLines, no: someLines, unknown: someLines }),
  words,
  /** How a thing is said to be so or not; {do} and {thing} are the words of the fact that is asked about. */
  frames: z.record(id, bothWays),
  /** Said before a yes or no, and nothing to it. */
  fillers: spoken,
  /** The person does not know, whatever follows. */
  ignorance: spoken,
  /** The person cannot say, where nothing of the fact is said in the same words. */
  doubts: spoken,
  /** Not known is only how much, when, or what it is called. */
  details: spoken,
  hedges: spoken,
  /** A hedge where the question asks what is so, none where it asks what one thinks of it. */
  opinions: spoken,
  /** Before a no they turn it into a yes: who gives, since when, it is not as if. Before a yes, into a no. */
  doubters: spoken,
  /** Before a no only: not, nobody, impossible. */
  negations: spoken,
  corrections: spoken,
  /** What follows is how it came to be, whatever was said before. */
  turns: spoken,
  additions: spoken,
  past: spoken,
  /** Questions that expect no answer. */
  tags: spoken,
})

/** How people answer the question about one fact. */
export const factAnswers = z.strictObject({
  fact: id,
  frames: z.array(id).default([]),
  /** The question is what they say, so what they say is the answer. */
  told: z.boolean().default(false),
  /** The question is what the person thinks of it. */
  opinion: z.boolean().default(false),
  words: words.default({ zh: {}, en: {} }),
  yes: spoken,
  no: spoken,
  unknown: phrases.default({ zh: [], en: [] }),
})

export type Ways = z.infer<typeof ways>
export type FactAnswers = z.infer<typeof factAnswers>
