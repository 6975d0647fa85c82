import * as z from 'zod'
import { id, lines } from './forms.ts'

export const signalLanguages = ['zh', 'en'] as const

/**
 * Words that show a fact. Patterns are regular expressions over one normalised clause, with the macros
 * of src/reading/macros.ts; every repeat is bounded.
 */
const form = z.strictObject({
  id,
  fact: id,
  value: z.boolean(),
  patterns: lines.default([]),
  /**
   * Sayings whose words come in any order: each line holds patterns parted by ` && `, which all stand in one
   * sentence, none upon another, from the first to the last within `within` characters.
   */
  together: lines.default([]),
  within: z.int().min(4).max(200).default(60),
  /** Where one of these also matches the clause, the signal is silent. */
  unless: lines.default([]),
  /** Words too common to count alone: silent unless one of these facts is found in the message without them. */
  beside: z.array(id).default([]),
})
export const signal = form.refine(
  ({ patterns, together }) => patterns.length + together.length > 0,
  'a signal with a line in `patterns` or `together`',
)
export const signalFile = z.strictObject({ language: z.enum(signalLanguages), signals: z.array(signal).min(1) })

/** The patterns of one line of `together`. */
export const piecesOf = (line: string): string[] => line.split(' && ')

export type Signal = z.infer<typeof signal>
export type SignalFile = z.infer<typeof signalFile>
