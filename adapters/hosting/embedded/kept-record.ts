import type { Adapter } from 'lowdb'
import type { z } from 'zod'
import { seal, unseal } from './sealed.ts'
import { Unreadable } from './store.ts'

/** A value of this form in a file of text. Reading rejects with `Unreadable` where there is something else. */
export const keptRecord = <T>(file: Adapter<string>, schema: z.ZodType<T>): Adapter<T | null> => ({
  async read() {
    let value: unknown
    try {
      const text = await file.read()
      if (text === null) return null
      value = JSON.parse(unseal(text))
    } catch (error) {
      if (error instanceof SyntaxError) throw new Unreadable('it is cut or damaged', { cause: error })
      if (isOfTheFile(error)) throw new Unreadable('the system does not give it out', { cause: error })
      throw error
    }
    const result = schema.safeParse(value)
    if (!result.success) throw new Unreadable('it has another form than expected', { cause: result.error })
    return result.data
  },
  write: (value) => file.write(seal(JSON.stringify(value))),
})

/** The system's errors that will not pass by themselves; others, such as too many open files, say nothing of the file. */
const isOfTheFile = (error: unknown) =>
  error instanceof Error && 'code' in error && /^(EACCES|EPERM|EISDIR|EIO|ELOOP)$/.test(String(error.code))
