import { readdirSync, readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import * as z from 'zod'
import { NONE } from '../../src/questions/learned/topic-reader.ts'
import { knowledge } from '../ground.ts'

/** A question, and the topic that answers it, or `none`. */
export interface AskedExample {
  readonly want: string
  readonly text: string
  /** Topics whose answer does as well. */
  readonly also?: readonly string[] | undefined
}

const folder = new URL('../../knowledge/examples/questions/', import.meta.url)
const rows = z.array(z.strictObject({ want: z.string(), text: z.string(), also: z.array(z.string()).optional() }))

/** The files of knowledge/examples/questions, each by another writer, in a settled order. */
export const questionFiles = (): { readonly name: string; readonly content: string }[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name, content: readFileSync(new URL(name, folder), 'utf8') }))

/** The questions of each writer. Throws a ZodError where a file has another form. */
export const writers = (): ReadonlyMap<string, readonly AskedExample[]> =>
  new Map(questionFiles().map(({ name, content }) => [name.replace(/\.yaml$/, ''), rows.parse(load(content))]))

/** The ways to ask that stand with the answers. */
export const waysToAsk = (): AskedExample[] =>
  knowledge.questions.flatMap(({ id, title, phrasings }) =>
    [title.zh, title.en, ...phrasings.zh, ...phrasings.en].map((text) => ({ want: id, text })),
  )

export const topicIds: readonly string[] = [...knowledge.questions.map(({ id }) => id), NONE]
