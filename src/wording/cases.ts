import type { BooleanFact, CaseRules, Knowledge } from '../knowledge/knowledge.ts'
import { isBeforeAuthority, type OfferCase, yearOf } from '../knowledge/schema/offer-case.ts'
import { maskOf } from '../knowledge/terms.ts'
import { isContrary } from '../verdict/like-cases.ts'
import { tellCitations } from './citations.ts'
import { tellFact } from './offer.ts'
import type { Told } from './verdict-lines.ts'

/** Facts compared in the line of a verdict, and facts told apart from what is shared in the longer account. */
const MOST_COMPARED = 2
const MOST_APART = 3

interface Like {
  readonly rules: CaseRules
  /** Ended the other way than the nearest. */
  readonly contrary: boolean
  /** Bits of facts. */
  readonly shared: number
  readonly different: number
}

const bitsOf = ({ bitOf }: Knowledge, ids: readonly string[]): number =>
  ids.reduce((bits, id) => bits | maskOf(bitOf, id), 0)

function likes({ knowledge, answer }: Told): Like[] {
  const found = answer.cases.flatMap(({ id, shared, different }) => {
    const rules = knowledge.cases.find((one) => one.case.id === id)
    return rules ? [{ rules, shared: bitsOf(knowledge, shared), different: bitsOf(knowledge, different) }] : []
  })
  return found.map((one) => ({ ...one, contrary: isContrary(one.rules, found[0]?.rules) }))
}

/** The nearest case and the comparison; empty where there is none. Without a name, since groups read it too. */
export function tellNearest(told: Told): string {
  const { knowledge, speaker, answer } = told
  const [nearest] = likes(told)
  if (!nearest) return ''
  const inElements = answer.elements.flatMap(({ state, because }) => (state === 'met' ? because : []))
  const said = bitsOf(knowledge, [...inElements, ...(answer.verdict === 'other_fraud' ? answer.rests_on : [])])
  return speaker
    .say('verdict-case', {
      title: speaker.tell(nearest.rules.case.title),
      status: tellStanding(told, nearest.rules.case),
      comparison: tellComparison(told, { ...nearest, shared: nearest.shared & ~said }, MOST_COMPARED),
    })
    .trimEnd()
}

/** What is known of a case's outcome: where, when, and whether anyone has decided it. */
function tellStanding({ speaker, rules }: Told, one: OfferCase): string {
  const status = speaker.say(`status-${one.status}`)
  const year = isBeforeAuthority(one) ? yearOf(one) : undefined
  const standing = year === undefined ? status : speaker.say('case-standing', { status, year: `${year}` })
  return one.law === rules.law.id
    ? standing
    : speaker.say('case-elsewhere', { place: speaker.say(`where-${one.law}`), standing })
}

/** The case's side of these facts, the most telling first. */
function tellFacts({ knowledge, speaker }: Told, { yes }: CaseRules, bits: number, most: number): string[] {
  const { booleans, telling } = knowledge
  const chosen = booleans
    .map((fact, bit): [BooleanFact, number] => [fact, bit])
    .filter(([, bit]) => bits & (1 << bit))
    .sort(([, a], [, b]) => (telling[b] ?? 0) - (telling[a] ?? 0))
  return chosen.slice(0, most).map(([fact, bit]) => tellFact(speaker, fact, (yes & (1 << bit)) !== 0))
}

/** Why it is like, and why it is not. */
function tellComparison(told: Told, { rules, shared, different }: Like, most = Number.POSITIVE_INFINITY): string {
  const { speaker } = told
  const say = (id: 'case-shared' | 'case-different', bits: number) => {
    const facts = tellFacts(told, rules, bits, most)
    return facts.length > 0 ? [speaker.say(id, { facts: speaker.list(facts) })] : []
  }
  return [...say('case-shared', shared), ...say('case-different', different)].join(' ')
}

/** Each like case with what happened, what decided it, and why it is like or not; last one that ended the other way. */
export function tellCases(told: Told): string {
  const { knowledge, speaker, rules } = told
  const all = likes(told)
  const cases = all.map((like) => {
    const { case: one } = like.rules
    const title = speaker.tell(one.title)
    const lead = [
      ...(like.contrary ? [speaker.say('case-otherwise')] : []),
      ...(one.law === rules.law.id ? [] : [speaker.say('case-other-law')]),
    ]
    const full = speaker.say('case-full', {
      title: one.name ? speaker.say('case-named', { name: speaker.tell(one.name), title }) : title,
      status: tellStanding(told, one),
      told: speaker.tell(one.told),
      decided: speaker.tell(one.decided),
      comparison: [tellComparison(told, like), tellApart(told, like, all[0])].filter((line) => line !== '').join(' '),
      basis: tellCitations(knowledge, speaker, one.citations),
    })
    return [...lead, full].join('\n')
  })
  return cases.length > 0 ? cases.join('\n\n') : speaker.say('cases-none')
}

/** What the offer leaves open: of a case that ended the other way what sets it apart, else what decides. */
function tellApart(told: Told, { rules, contrary }: Like, nearest: Like | undefined): string {
  const { findings, speaker } = told
  const open = ~(findings.yes | findings.no)
  const other = contrary && nearest ? nearest.rules : undefined
  const bits = other
    ? (rules.yes & other.no) | (rules.no & other.yes)
    : (rules.yes | rules.no) & told.rules.facts & ~told.rules.otherFraud
  const facts = tellFacts(told, rules, bits & open, MOST_APART)
  return facts.length > 0 ? speaker.say(other ? 'case-apart' : 'case-open', { facts: speaker.list(facts) }) : ''
}
