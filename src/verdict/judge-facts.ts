import type { Knowledge } from '../knowledge/knowledge.ts'
import type { VerdictAnswer } from './answer.ts'
import { judge } from './judge.ts'

/** Facts known from elsewhere; every value counts, for and against. */
export interface JudgeInput {
  readonly law: string
  readonly facts: Readonly<Record<string, boolean>>
  readonly numbers?: Readonly<Record<string, number>>
}

/** What was asked for does not exist; the message says what was expected. */
export class InputError extends Error {
  override readonly name = 'InputError'
}

/** Throws an InputError on an unknown law, fact or number. */
export function judgeFacts(knowledge: Knowledge, { law, facts, numbers = {} }: JudgeInput): VerdictAnswer {
  const rules = knowledge.laws.get(law)
  if (!rules)
    throw new InputError(`there is no law "${law}" here; expected one of: ${[...knowledge.laws.keys()].join(', ')}`)
  let yes = 0
  let no = 0
  for (const [name, value] of Object.entries(facts)) {
    const bit = knowledge.bitOf.get(name)
    if (bit === undefined)
      throw new InputError(`there is no fact "${name}"; expected one of: ${[...knowledge.bitOf.keys()].join(', ')}`)
    if (value) yes |= 1 << bit
    else no |= 1 << bit
  }
  for (const name of Object.keys(numbers))
    if (knowledge.facts.get(name)?.kind !== 'number') throw new InputError(unknownNumber(knowledge, name))
  return judge(knowledge, rules, { yes, no, uncertain: 0, contradictory: 0, numbers })
}

function unknownNumber(knowledge: Knowledge, name: string): string {
  const known = [...knowledge.facts.values()].flatMap(({ kind, id }) => (kind === 'number' ? [id] : []))
  return `there is no number "${name}"; expected one of: ${known.join(', ')}`
}
