import { readFileSync, writeFileSync } from 'node:fs'
import * as z from 'zod'
import { type AnswerReader, createAnswerReader } from '../../src/interview/answer.ts'
import { normalise, plain } from '../../src/reading/normalise.ts'
import { knowledge } from '../ground.ts'

/** The fact that was asked about, the reply, how it is read as an answer to that, and how as one to any question. */
const row = z.tuple([z.string(), z.string(), z.string(), z.string()])
export type Row = Readonly<z.infer<typeof row>>

const file = new URL('recorded-answers.jsonl', import.meta.url)
let made: AnswerReader | undefined

/** Made with the first reply, so that a mistake in making it fails a test. */
export const read: AnswerReader = (reply, asked, shown) => {
  made ??= createAnswerReader(knowledge, { plain, normalise })
  return made(reply, asked, shown)
}

export const recorded = (): readonly Row[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => row.parse(JSON.parse(line)))

export const record = (rows: readonly Row[]): void =>
  writeFileSync(file, rows.map((one) => `${JSON.stringify(one)}\n`).join(''))

/** How a reply is read now: what it means, and where in it that stands. */
export function readNow([asked, reply]: Row): Row {
  const told = (answer: ReturnType<typeof read>) => (answer ? `${answer.means} ${answer.start}-${answer.end}` : 'none')
  return [asked, reply, told(read(reply, asked)), told(read(reply))]
}
