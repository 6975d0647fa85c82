import * as z from 'zod'
import type { Engine, Reading } from '../../src/index.ts'
import { printable } from '../printable.ts'
import { type LineCommand, lineId } from './json-lines.ts'
import type { Paint } from './paint.ts'

const line = z.strictObject({ id: lineId, text: z.string() })

export const readLine = (engine: Engine): LineCommand<z.infer<typeof line>> => ({
  schema: line,
  example: '{"id":"1","text":"Pay 2,680 to join and earn 800 for each friend"}',
  answer: async ({ text }) => engine.read(text),
})

/** A reading for people: the text with its quotes marked, then what each of them shows. */
export function printReading(text: string, { lang, concern, evidence }: Reading, paint: Paint): string {
  const quotes = [...evidence].sort((one, other) => one.start - other.start)
  let shown = ''
  let from = 0
  for (const { start, end } of quotes) {
    if (start < from) continue
    shown += printable(text.slice(from, start)) + paint.mark(printable(text.slice(start, end)))
    from = end
  }
  shown += printable(text.slice(from))
  const findings = quotes.map(({ fact, value, quote, amount, currency, number }) => {
    const figures = [amount, currency, number].filter((part) => part !== undefined).join(' ')
    return `  ${value ? 'yes' : 'no '} ${paint.bold(fact)}: “${printable(quote)}”${figures && ` (${figures})`}`
  })
  return [
    shown.trimEnd(),
    '',
    `language ${lang}, concern ${paint.bold(concern)}`,
    ...(findings.length > 0 ? findings : ['  nothing in it speaks for or against any fact']),
    '',
  ].join('\n')
}
