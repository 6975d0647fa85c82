import * as z from 'zod'
import { id, lines, someLines } from './forms.ts'

export const signalLanguages = ['zh', 'en'] as const

/**
 * Words that show a fact. Patterns are regular expressions over one normalised clause, with the macros
 * of src/reading/macros.ts; every repeat is bounded.
 */
export const signal = z.strictObject({
  id,
  fact: id,
  value: z.boolean(),
  patterns: someLines,
  /** Where one of these also matches the clause, the signal is silent. */
  unless: lines.default([]),
  /** Words too common to count alone: silent unless one of these facts is found in the message without them. */
  beside: z.array(id).default([]),
})
export const signalFile = z.strictObject({ language: z.enum(signalLanguages), signals: z.array(signal).min(1) })

export type Signal = z.infer<typeof signal>
export type SignalFile = z.infer<typeof signalFile>
