import type { BooleanFact, Knowledge, LawRules } from '../knowledge/knowledge.ts'
import { dashed } from '../knowledge/messages.ts'
import { literals, maskOf, residual } from '../knowledge/terms.ts'
import type { VerdictAnswer } from '../verdict/answer.ts'
import { isOutside } from '../verdict/decide.ts'
import type { Evidence, Findings } from '../verdict/findings.ts'
import { tellEvidence, tellFact } from './offer.ts'
import type { Speaker } from './speaker.ts'

/** A verdict with what it was made of, ready to be told. */
export interface Told {
  readonly knowledge: Knowledge
  readonly speaker: Speaker
  readonly rules: LawRules
  readonly answer: VerdictAnswer
  readonly findings: Findings
  readonly evidence: readonly Evidence[]
}

const MOST_COUNTERFACTUALS = 2
export const facts = (knowledge: Knowledge, ids: readonly string[]): BooleanFact[] =>
  ids.flatMap((id) => {
    const fact = knowledge.facts.get(id)
    return fact?.kind === 'boolean' ? [fact] : []
  })

export const isAuthority = (rules: LawRules, id: string) =>
  rules.elements.some(({ element, terms }) => element.id === id && terms === 'authority')

export const isFound = ({ knowledge, findings }: Told, { id }: BooleanFact): boolean =>
  (findings.no & maskOf(knowledge.bitOf, id)) === 0

/** The verdict itself. */
export function tellHeadline({ speaker, rules, answer, evidence, knowledge, findings }: Told): string {
  const { verdict } = answer
  if (verdict === 'pyramid' || verdict === 'grey') return speaker.tell(rules.law.thresholds[verdict].says)
  const { scope } = rules.law
  if (verdict === 'not_pyramid' && 'when' in scope && isOutside(rules, findings)) return speaker.tell(scope.outside)
  if (verdict !== 'other_fraud') return speaker.tell(rules.law[verdict].says)
  const which = rules.law.other_fraud.find(({ fact }) => answer.rests_on.includes(fact))
  if (!which) return ''
  const [fact] = facts(knowledge, [which.fact])
  const mark = fact ? tellEvidence(speaker, evidence, fact, true) : ''
  return speaker.say('verdict-other-fraud', {
    name: speaker.tell(which.name),
    says: speaker.tell(which.says),
    hotline: speaker.tell(which.hotline),
    mark,
  })
}

/** What could still change the verdict, or would settle it; empty where nothing could. */
export function tellOpen(told: Told): string {
  const { knowledge, speaker, rules, answer } = told
  if (answer.determinacy === 'settled') return ''
  if (answer.verdict === 'unclear') {
    const labels = missing(told).map(({ label }) => speaker.tell(label))
    return speaker.say('verdict-missing', { facts: speaker.list(labels) })
  }
  const opened = answer.open
    .flatMap((one) => facts(knowledge, [one.fact]).map((fact) => ({ ...one, fact })))
    .filter(({ fact, if: value }) => fact.incriminating === value)
  const isFraud = ({ fact }: { fact: BooleanFact }) => rules.law.other_fraud.some((one) => one.fact === fact.id)
  const changes = opened
    .filter((one) => !isFraud(one))
    .slice(0, MOST_COUNTERFACTUALS)
    .map(({ fact, if: value, verdict }) =>
      speaker.say('verdict-change', {
        condition: tellFact(speaker, fact, value),
        verdict: speaker.say(`label-${dashed(verdict)}`),
      }),
    )
  if (changes.length > 0) return speaker.say('verdict-open', { changes: speaker.list(changes) })
  return answer.verdict === 'not_pyramid' && opened.length > 0 ? speaker.say('verdict-open-fraud') : ''
}

/** The open facts on which a threshold still turns. */
function missing({ knowledge, rules, findings }: Told): BooleanFact[] {
  const { yes, no } = literals([...residual(rules.pyramid, findings), ...residual(rules.grey, findings)])
  const open = yes | no
  return knowledge.booleans.filter((_, bit) => open & (1 << bit))
}

/** What to watch out for beside the verdict; empty where nothing was found. */
export function tellWarnings({ knowledge, speaker, answer }: Told): string {
  const labels = knowledge.warnings
    .filter(({ warning }) => answer.warnings.includes(warning.id))
    .map(({ warning }) => speaker.tell(warning.label))
  return labels.length > 0 ? speaker.say('verdict-warnings', { warnings: speaker.list(labels) }) : ''
}
