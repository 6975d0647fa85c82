import * as z from 'zod'
import { expression } from './expression.ts'
import { citations, id, text } from './forms.ts'

export const warning = z.strictObject({ id, when: expression, label: text, says: text, citations })

export type Warning = z.infer<typeof warning>
