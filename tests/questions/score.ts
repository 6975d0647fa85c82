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

interface Asked {
  readonly want: string
  /** Other topics that answer it as well. */
  readonly also?: readonly string[] | undefined
  readonly text: string
}
interface Questions {
  readonly asked: readonly Asked[]
  readonly foreign: readonly { readonly text: string }[]
}

const NONE = 'none'
const blind = rows(
  'blind.yaml',
  z.strictObject({ want: z.string(), also: z.array(z.string()).optional(), text: z.string() }),
)

/** Written blind, by people who had seen titles and answers alone. Nothing was learned from them. */
const fromOthers: Readonly<Record<'fresh' | 'blind', Questions>> = {
  fresh: {
    asked: rows('fresh-paraphrases.yaml', z.object({ want: z.string(), text: z.string() })),
    foreign: rows('fresh-outside.yaml', z.object({ text: z.string() })),
  },
  blind: { asked: blind.filter(({ want }) => want !== NONE), foreign: blind.filter(({ want }) => want === NONE) },
}
/** What may not be learned from. */
export const measured: readonly string[] = [
  ...paraphrases,
  ...outside,
  ...fromOthers.fresh.asked,
  ...fromOthers.fresh.foreign,
].map(({ text }) => text)

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

const own = (which: Half): Questions => ({
  asked: paraphrases.filter((one) => one.half === which),
  foreign: outside.filter((one) => one.half === which),
})
const isMeant = ({ want, also = [] }: Asked, id: string | undefined) => id !== undefined && [want, ...also].includes(id)

export function scoreQuestions(which: Half | 'fresh' | 'blind'): QuestionScore {
  const { asked, foreign } = which === 'seen' || which === 'unseen' ? own(which) : fromOthers[which]
  const share = <T>(all: readonly T[], holds: (one: T) => boolean) => all.filter(holds).length / all.length
  return {
    asked: asked.length,
    right: share(asked, (one) => isMeant(one, answered(one.text))),
    nearest: share(asked, (one) => isMeant(one, finder(one.text, 'cn').topics[0]?.id)),
    wrong: share(asked, (one) => answered(one.text) !== undefined && !isMeant(one, answered(one.text))),
    outside: foreign.length,
    unknown: share(foreign, ({ text }) => answered(text) === undefined),
  }
}
