import * as z from 'zod'
import { id, paragraph, text } from './forms.ts'

/** A document this project was created from; paragraphs are counted as DESIGN says. */
export const document = z.strictObject({ id, title: text, about: text, paragraphs: paragraph })

export type Document = z.infer<typeof document>
