import * as z from 'zod'
import { said } from './forms.ts'

const words = said.transform((block) => block.split(/\s+/u).filter((word) => word !== ''))

/** The only words a quote on a verdict card may show. */
export const cardWords = z.strictObject({ zh: words, en: words })

export type CardWords = z.infer<typeof cardWords>
