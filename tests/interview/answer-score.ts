import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import * as z from 'zod'
import { begin } from '../../src/dialogue/conversation.ts'
import { note, offerState } from '../../src/dialogue/log.ts'
import { isConversation } from '../../src/dialogue/state.ts'
import { engine } from '../ground.ts'

const form = z.array(
  z.strictObject({
    id: z.string(),
    asked: z.string(),
    text: z.string(),
    means: z.enum(['yes', 'no', 'unknown', 'none']).optional(),
    number: z.number().optional(),
    amount: z.number().optional(),
    also: z.record(z.string(), z.boolean()).default({}),
  }),
)
export type LabelledAnswer = z.infer<typeof form>[number]

/** Answers as people gave them to a question, with what they mean. */
export const labelledAnswers = (name: string): readonly LabelledAnswer[] =>
  form.parse(load(readFileSync(new URL(name, import.meta.url), 'utf8')))

/** What an answer came to: yes, no, unknown, none or a number, as the log has it after the turn. */
export function understood({ asked, text }: LabelledAnswer): string {
  const language = /\p{Script=Han}/u.test(text) ? 'zh-Hans' : 'en'
  const why = asked === 'levels' || asked === 'headcount' ? 'crime' : 'next'
  const began = { ...begin(language, 'cn'), turn: 1, at: 1, languageChosen: true }
  const before = note(began, { kind: 'asked', fact: asked, question: 'q', why })
  const [after] = engine.step(before, { kind: 'private', text }, 2)
  if (!isConversation(after)) return 'none'
  const { evidence, unknown, numbers } = offerState(after.log, 1)
  const number = numbers[asked]
  if (number !== undefined) return String(number)
  const own = evidence.findLast(({ fact, source }) => fact === asked && source === 'answer')
  if (own) return own.value ? 'yes' : 'no'
  return unknown.has(asked) ? 'unknown' : 'none'
}

export const wanted = ({ means = 'none', number }: LabelledAnswer): string =>
  number === undefined ? means : String(number)

export interface AnswerScore {
  readonly answers: number
  /** Understood as labelled, from 0 to 1. */
  readonly right: number
  /** Taken for a yes, a no or a number that was not meant; the rest of the misses are asked again. */
  readonly wronglySure: number
}

export function scoreAnswers(rows: readonly LabelledAnswer[]): AnswerScore {
  const missed = rows.filter((row) => understood(row) !== wanted(row))
  const sure = missed.filter((row) => !['none', 'unknown'].includes(understood(row)))
  return {
    answers: rows.length,
    right: 1 - missed.length / rows.length,
    wronglySure: sure.length / rows.length,
  }
}
