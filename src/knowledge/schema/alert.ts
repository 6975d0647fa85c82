import * as z from 'zod'
import { phrases, spoken } from './forms.ts'

export const alertIds = ['danger', 'self_harm', 'money_sent'] as const

/** Patterns over the user's own words that come before everything else. */
export const alert = z.strictObject({
  id: z.enum(alertIds),
  patterns: spoken,
  unless: phrases,
})

export type Alert = z.infer<typeof alert>
