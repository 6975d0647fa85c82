import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import * as z from 'zod'
import { createFinder, SURE } from '../../src/questions/find.ts'
import { plain } from '../../src/reading/normalise.ts'
import { knowledge } from '../ground.ts'

const half = z.enum(['seen', 'unseen'])
const paraphrase = z.strictObject({ want: z.string(), half, text: z.string() })
const outsider = z.strictObject({ half, text: z.string() })
const rows = <T>(name: string, form: z.ZodType<T>): T[] =>
  z.array(form).parse(load(readFileSync(new URL(name, import.meta.url), 'utf8')))

export const paraphrases = rows('paraphrases.yaml', paraphrase)
export const outside = rows('outside.yaml', outsider)
export type Half = z.infer<typeof half>

export const finder = createFinder(knowledge, plain)

/** The id of what is answered, for a person in Mainland China; undefined where it says that it does not know. */
export function answered(text: string): string | undefined {
  const { topics, sure } = finder(text, 'cn')
  return sure >= SURE ? topics[0]?.id : undefined
}

/**
 * Written blind, once all else stood, by someone who had seen the titles alone. Nothing was learned from them.
 */
export const fresh = {
  asked: rows('fresh-paraphrases.yaml', z.object({ want: z.string(), text: z.string() })),
  foreign: rows('fresh-outside.yaml', z.object({ text: z.string() })),
}

export interface QuestionScore {
  readonly asked: number
  /** The right answer told, the right topic nearest, a wrong answer told; each from 0 to 1. */
  readonly right: number
  readonly nearest: number
  readonly wrong: number
  readonly outside: number
  /** Questions from outside that it says it cannot answer, from 0 to 1. */
  readonly unknown: number
}

export function scoreQuestions(own: Half | 'fresh'): QuestionScore {
  const asked = own === 'fresh' ? fresh.asked : paraphrases.filter((one) => one.half === own)
  const foreign = own === 'fresh' ? fresh.foreign : outside.filter((one) => one.half === own)
  const share = <T>(all: readonly T[], holds: (one: T) => boolean) => all.filter(holds).length / all.length
  return {
    asked: asked.length,
    right: share(asked, ({ text, want }) => answered(text) === want),
    nearest: share(asked, ({ text, want }) => finder(text, 'cn').topics[0]?.id === want),
    wrong: share(asked, ({ text, want }) => ![undefined, want].includes(answered(text))),
    outside: foreign.length,
    unknown: share(foreign, ({ text }) => answered(text) === undefined),
  }
}
