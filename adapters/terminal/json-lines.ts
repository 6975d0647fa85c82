import type { Writable } from 'node:stream'
import * as z from 'zod'
import { longestLine, readLines, write } from './lines.ts'

/** A line that was understood but cannot be answered; the message is for whoever wrote it. */
export class LineError extends Error {
  override readonly name = 'LineError'
}

/** One command as programs use it. */
export interface LineCommand<Line> {
  readonly schema: z.ZodType<Line>
  /** A line that this command accepts, shown where one is not. */
  readonly example: string
  /** The answer, without the id. A `LineError` becomes this line's error. */
  answer(line: Line): Promise<object>
}

/** Answers each line of `input`, blank ones too, by one line of `output`, in order. */
export async function answerLines<Line>(
  input: AsyncIterable<Uint8Array | string>,
  output: Writable,
  command: LineCommand<Line>,
): Promise<void> {
  for await (const line of readLines(input)) await write(output, `${JSON.stringify(await answerLine(line, command))}\n`)
}

async function answerLine<Line>(line: string | undefined, command: LineCommand<Line>): Promise<object> {
  if (line === undefined) return { error: `this line is longer than ${longestLine} bytes; send less in one line` }
  if (line.trim() === '') return { error: `this line is blank; expected one object in it, such as ${command.example}` }
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { error: `this line is no JSON; expected one object in one line, such as ${command.example}` }
  }
  const id = withId.safeParse(value)
  const named = id.success ? { id: id.data.id } : {}
  try {
    const result = command.schema.safeParse(value)
    if (!result.success)
      return { ...named, error: `${mistakes(result.error)}; expected a line such as ${command.example}` }
    return { ...named, ...(await command.answer(result.data)) }
  } catch (error) {
    if (error instanceof LineError) return { ...named, error: error.message }
    return { ...named, error: `something went wrong inside (${String(error)}); the other lines are not concerned` }
  }
}

export const lineId = z.union([z.string(), z.number()], 'expected a text or a number').optional()
const withId = z.object({ id: z.union([z.string(), z.number()]) })

const mistakes = (error: z.ZodError): string =>
  error.issues
    .map(({ message, path }) => {
      const said = message.replace(/^Invalid \w+: /, '').replace(/^expected \w+, received undefined$/, 'missing')
      return path.length === 0 ? said : `${path.map(String).join('.')}: ${said}`
    })
    .join('; ')
