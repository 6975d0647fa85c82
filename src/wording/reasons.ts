import { dashed } from '../knowledge/messages.ts'
import { evaluate } from '../knowledge/terms.ts'
import { tellCitations, under } from './citations.ts'
import { tellEvidence } from './offer.ts'
import { facts, isAuthority, isFound, type Told } from './verdict-lines.ts'

/** The longer account: each element with what it means, its state, the words and its article; then warnings and the criminal storey. */
export function tellReasons(told: Told): string {
  const { knowledge, speaker, rules, answer, evidence } = told
  const elements = rules.law.elements.map((element) => {
    const found = answer.elements.find(({ id }) => id === element.id)
    const state = isAuthority(rules, element.id) ? 'authority' : dashed(found?.state ?? 'open')
    const said = facts(knowledge, found?.because ?? []).map((fact) =>
      tellEvidence(speaker, evidence, fact, isFound(told, fact)),
    )
    return [
      speaker.say(`reason-${state}`, { name: speaker.tell(element.name), says: speaker.tell(element.says) }),
      ...said.map((line) => speaker.say('understood-line', { line })),
      speaker.say('reason-basis', { basis: tellCitations(knowledge, speaker, element.citations) }),
    ].join('\n')
  })
  const warnings = knowledge.warnings
    .filter(({ warning }) => answer.warnings.includes(warning.id))
    .map(({ warning }) =>
      speaker.say('reason-warning', {
        label: speaker.tell(warning.label),
        says: speaker.tell(warning.says),
        basis: tellCitations(knowledge, speaker, under(rules, warning.citations)),
      }),
    )
  return [...elements, ...tellDefences(told), ...warnings].join('\n\n')
}

/** What speaks for the offer under this law, on what was found. */
export const tellDefences = ({ knowledge, speaker, rules, findings }: Told): string[] =>
  rules.defences
    .filter(({ terms }) => evaluate(terms, findings) === 'met')
    .map(({ defence: { name, says, citations } }) =>
      [
        speaker.say('reason-defence', { name: speaker.tell(name), says: speaker.tell(says) }),
        speaker.say('reason-basis', { basis: tellCitations(knowledge, speaker, citations) }),
      ].join('\n'),
    )

/** The criminal storey, told apart: what the law says, and what the numbers told so far allow to say. */
export function tellCrime({ knowledge, speaker, rules, answer }: Told): string {
  const { crime } = rules.law
  const state = { met: crime.reached, not_met: crime.below, open: crime.unknown }[answer.crime]
  return speaker.say('crime', {
    name: speaker.tell(crime.name),
    says: speaker.tell(crime.says),
    state: speaker.tell(state),
    basis: tellCitations(knowledge, speaker, crime.citations),
  })
}
