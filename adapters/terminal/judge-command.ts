import * as z from 'zod'
import { type Engine, InputError, type JudgeInput, type VerdictAnswer } from '../../src/index.ts'
import { type LineCommand, LineError, lineId } from './json-lines.ts'
import type { Paint } from './paint.ts'

/** Any name may come as a key, `__proto__` too, which z.record would drop in silence. */
const valuesOf = <T>(value: z.ZodType<T>, expected: string) =>
  z.unknown().transform((given, context): Record<string, T> => {
    const entries = z.looseObject({}).safeParse(given).success ? Object.entries(given ?? {}) : undefined
    if (!entries) context.addIssue({ code: 'custom', message: `expected an object of names, each with ${expected}` })
    return Object.fromEntries(
      (entries ?? []).flatMap(([name, one]) => {
        const result = value.safeParse(one)
        if (result.success) return [[name, result.data]]
        context.addIssue({ code: 'custom', path: [name], message: `expected ${expected}` })
        return []
      }),
    )
  })

const line = z.strictObject({
  id: lineId,
  law: z.string(),
  facts: valuesOf(z.boolean(), 'true or false'),
  numbers: valuesOf(z.int().nonnegative(), 'a whole number, 0 or more').default({}),
})

export const judgeLine = (engine: Engine): LineCommand<z.infer<typeof line>> => ({
  schema: line,
  example: '{"id":"1","law":"cn","facts":{"entry_fee":true,"pay_per_recruit":false},"numbers":{"levels":3}}',
  async answer({ law, facts, numbers }) {
    try {
      return engine.judge({ law, facts, numbers })
    } catch (error) {
      throw error instanceof InputError ? new LineError(error.message) : error
    }
  },
})

/** Reads `entry_fee`, `entry_fee=yes`, `multi_level=no`, `levels=3`. Throws an InputError on anything else. */
export function readFacts(words: readonly string[]): Pick<JudgeInput, 'facts' | 'numbers'> {
  const facts: [string, boolean][] = []
  const numbers: [string, number][] = []
  for (const word of words) {
    const [name = '', value = 'yes', ...more] = word.split('=')
    if (more.length === 0 && /^(yes|true|是)$/i.test(value)) facts.push([name, true])
    else if (more.length === 0 && /^(no|false|不是|否)$/i.test(value)) facts.push([name, false])
    else if (more.length === 0 && /^\d{1,15}$/.test(value)) numbers.push([name, Number(value)])
    else if (more.length === 0 && /^[-+]?[\d.]+$/.test(value))
      throw new InputError(`"${word}": expected a whole number, 0 or more, such as ${name}=3`)
    else throw new InputError(`"${word}" is no fact; expected one such as entry_fee=yes, multi_level=no or levels=3`)
  }
  return { facts: Object.fromEntries(facts), numbers: Object.fromEntries(numbers) }
}

const signs = { met: '✓', not_met: '✗', open: '?' }

/** A verdict for people: its elements, what it rests on, and what could still change it. */
export function printVerdict(answer: VerdictAnswer, paint: Paint): string {
  const { law, verdict, determinacy, elements, rests_on, open, cases, warnings, citations } = answer
  return [
    `On these facts: ${paint.bold(verdict)} (${determinacy}), by the law ${law}`,
    ...elements.map(
      ({ id, state, because }) =>
        `  ${signs[state]} ${id}: ${state}${because.length > 0 ? ` (${because.join(', ')})` : ''}`,
    ),
    ...some('rests on', rests_on),
    ...open.map((one) => `would change: if ${one.fact} is ${one.if ? 'yes' : 'no'}, ${one.verdict}`),
    ...cases.map(({ id, shared, different }) =>
      [`like case: ${id}`, ...some('shared', shared), ...some('different', different)].join('; '),
    ),
    ...some('warnings', warnings),
    paint.faint(`sources: ${citations.map(printCitation).join('; ')}`),
    '',
  ].join('\n')
}

const some = (what: string, names: readonly string[]) => (names.length > 0 ? [`${what}: ${names.join(', ')}`] : [])

export function printCitation(citation: VerdictAnswer['citations'][number]): string {
  if ('document' in citation) return `${citation.document} ¶${[citation.paragraph].flat().join(', ')}`
  if ('article' in citation) return `${citation.law} art. ${citation.article}`
  return [citation.authority, citation.number, citation.year].filter(Boolean).join(' ')
}
