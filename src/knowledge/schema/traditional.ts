import * as z from 'zod'
import { said } from './forms.ts'

/** Traditional wording as opencc derives it → as it should read. */
export const traditional = z.record(z.string(), said)
