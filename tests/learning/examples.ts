import { readdirSync, readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import * as z from 'zod'

/** A labelled text: which statements stand in it, and where, in UTF-16 offsets. */
export interface ExampleText {
  readonly id: string
  readonly text: string
  readonly says: readonly { readonly statement: string; readonly start: number; readonly end: number }[]
  /** A line stands for a clause of some message, a message for itself. */
  readonly whole: boolean
  /** Is or tells of an offer that is a pyramid or another fraud; a line is no offer by itself. */
  readonly offers: boolean
}

const folder = new URL('../../knowledge/examples/', import.meta.url)

const messages = z.array(
  z.strictObject({
    id: z.string(),
    text: z.string(),
    concern: z.enum(['pyramid', 'other_fraud', 'none']),
    evidence: z.record(z.string(), z.string()).default({}),
  }),
)
/** Statements, parted by commas, or `-` for none → what says just that. */
const lines = z.record(z.string(), z.array(z.string()))

const ofMessages = (file: string, content: unknown): ExampleText[] =>
  messages.parse(content).map(({ id, text, concern, evidence }) => ({
    id,
    text,
    whole: true,
    offers: concern !== 'none',
    says: Object.entries(evidence).map(([statement, quote]) => {
      const start = text.indexOf(quote)
      if (start < 0) throw new Error(`${file} ${id}: «${quote}» does not stand in the message`)
      return { statement, start, end: start + quote.length }
    }),
  }))

const ofLines = (file: string, content: unknown): ExampleText[] =>
  Object.entries(lines.parse(content)).flatMap(([key, texts]) =>
    texts.map((text, i) => ({
      id: `${file} ${key} ${i}`,
      text,
      whole: false,
      offers: false,
      says: key === '-' ? [] : key.split(', ').map((statement) => ({ statement, start: 0, end: text.length })),
    })),
  )

/** The files of knowledge/examples, in a settled order. */
export const exampleFiles = (): { readonly name: string; readonly content: string }[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name, content: readFileSync(new URL(name, folder), 'utf8') }))

/** Every example. Throws an Error naming a file of another form, or a quote that does not stand in its message. */
export function readExamples(): ExampleText[] {
  return exampleFiles().flatMap(({ name, content }) => {
    const known = load(content)
    return Array.isArray(known) ? ofMessages(name, known) : ofLines(name, known)
  })
}
