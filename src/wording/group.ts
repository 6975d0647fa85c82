import type { BooleanFact, Knowledge, LawRules } from '../knowledge/knowledge.ts'
import { evaluate } from '../knowledge/terms.ts'
import { counts, type Evidence, findingsOf } from '../verdict/findings.ts'
import { tellAmount } from './amount.ts'
import { tellCitations } from './citations.ts'
import { tellFact } from './offer.ts'
import type { Speaker } from './speaker.ts'

/** Statements told in one message to a group. */
const MOST_STATEMENTS = 5

/**
 * What a text itself shows, for everyone to read: each statement in our words with the amount that was named, never
 * in the text's own, since names may stand in them. Empty where nothing in it counts.
 */
export function tellShown(knowledge: Knowledge, speaker: Speaker, evidence: readonly Evidence[]): string[] {
  const shown = new Map<string, string>()
  for (const one of evidence) {
    const fact = knowledge.facts.get(one.fact)
    if (fact?.kind !== 'boolean' || !counts(knowledge, one)) continue
    const key = `${one.fact}=${one.value}`
    if (!shown.has(key) || one.amount !== undefined) shown.set(key, tellStatement(speaker, fact, one))
  }
  return [...shown.values()].slice(0, MOST_STATEMENTS)
}

function tellStatement(speaker: Speaker, fact: BooleanFact, { value, amount, currency }: Evidence): string {
  const statement = tellFact(speaker, fact, value)
  return amount === undefined
    ? statement
    : speaker.say('group-statement', { statement, amount: tellAmount(amount, currency) })
}

/** Which elements of the definition these statements touch, with their articles; undefined where none. */
export function tellElementsTouched(
  knowledge: Knowledge,
  rules: LawRules,
  speaker: Speaker,
  evidence: readonly Evidence[],
): string | undefined {
  const found = findingsOf(knowledge, evidence, [], {})
  const met = rules.elements.filter(({ terms }) => terms !== 'authority' && evaluate(terms, found) === 'met')
  if (met.length === 0) return undefined
  const citations = met.flatMap(({ element }) => element.citations)
  return speaker.say('group-elements', {
    elements: speaker.list(met.map(({ element }) => speaker.tell(element.name))),
    basis: tellCitations(knowledge, speaker, citations),
  })
}

/** A mark of another fraud among the statements: what to hold on to. */
export function tellFraudMark(rules: LawRules, speaker: Speaker, evidence: readonly Evidence[]): string | undefined {
  const fraud = rules.law.other_fraud.find(({ fact }) => evidence.some((one) => one.fact === fact && one.value))
  return fraud && speaker.say('group-fraud', { hotline: speaker.tell(fraud.hotline) })
}
