import * as z from 'zod'
import { type Reply, type State, stateForm } from '../src/index.ts'

const reply = z.looseObject({ text: z.string() })

/** What was kept is passed on as it stands once its form is known. */
const keptAs = <T>(form: z.ZodType) => z.custom<T>((value) => form.safeParse(value).success, 'another form')

export const keptState = keptAs<State>(stateForm)
export const keptReply = keptAs<Reply>(reply)
