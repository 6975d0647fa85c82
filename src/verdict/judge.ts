import type { Knowledge, LawRules } from '../knowledge/knowledge.ts'
import type { Citation } from '../knowledge/schema/forms.ts'
import type { VerdictLabel } from '../knowledge/schema/verdict-label.ts'
import { evaluate, type Known, type State } from '../knowledge/terms.ts'
import type { Determinacy, VerdictAnswer } from './answer.ts'
import { decide, isOutside, isSettled } from './decide.ts'
import type { Findings } from './findings.ts'
import { likeCases } from './like-cases.ts'
import { because, restsOn } from './reasons.ts'

/** The verdict with everything that carries it and everything that could still change it. */
export function judge(knowledge: Knowledge, rules: LawRules, findings: Findings): VerdictAnswer {
  const names = (bits: number): string[] => {
    const found: string[] = []
    for (const [bit, fact] of knowledge.booleans.entries()) if (bits & (1 << bit)) found.push(fact.id)
    return found
  }
  const verdict = decide(rules, findings)
  const open = openFacts(knowledge, rules, findings, verdict)
  const elements = rules.elements.map(({ element, terms }) => {
    const { id, citations } = element
    if (terms === 'authority') return { id, state: 'open' as const, because: [], citations }
    const reasons = because(terms, findings)
    return { id, state: evaluate(terms, findings), because: names(reasons.yes | reasons.no), citations }
  })
  const rests_on = names(restsOn(rules, findings, verdict))
  return {
    law: rules.law.id,
    verdict,
    determinacy: determinacy(rules, findings),
    elements,
    rests_on,
    open,
    cases: likeCases(knowledge, rules, findings).map(({ case: { id }, shared, different }) => ({
      id,
      shared: names(shared),
      different: names(different),
    })),
    crime: crimeState(rules, findings),
    warnings: knowledge.warnings
      .filter(({ terms }) => evaluate(terms, findings) === 'met')
      .map(({ warning }) => warning.id),
    citations: distinct([
      ...verdictCitations(rules, findings, verdict, rests_on),
      ...elements.flatMap(({ state, citations }) => (state === 'met' ? citations : [])),
    ]),
  }
}

function determinacy(rules: LawRules, findings: Findings): Determinacy {
  if (isSettled(rules, findings)) return 'settled'
  return findings.contradictory & rules.facts ? 'contradictory' : 'open'
}

function openFacts(knowledge: Knowledge, rules: LawRules, known: Known, verdict: VerdictLabel): VerdictAnswer['open'] {
  const open = rules.facts & ~(known.yes | known.no)
  const found: { fact: string; if: boolean; verdict: VerdictLabel }[] = []
  for (const [bit, { id }] of knowledge.booleans.entries()) {
    const mask = 1 << bit
    if ((open & mask) === 0) continue
    const ifYes = decide(rules, { yes: known.yes | mask, no: known.no })
    if (ifYes !== verdict) found.push({ fact: id, if: true, verdict: ifYes })
    const ifNo = decide(rules, { yes: known.yes, no: known.no | mask })
    if (ifNo !== verdict) found.push({ fact: id, if: false, verdict: ifNo })
  }
  return found
}

/** `met` only says that the numbers told reach the bound at which a file is opened on organisers. */
function crimeState({ pyramid, law }: LawRules, findings: Findings): State {
  const administrative = evaluate(pyramid, findings)
  const numbers = Object.entries(law.crime.numbers).map(([name, bound]) => {
    const told = findings.numbers[name]
    return told === undefined ? undefined : told >= bound
  })
  if (administrative === 'not_met' || numbers.includes(false)) return 'not_met'
  return administrative === 'met' && numbers.every((reached) => reached === true) ? 'met' : 'open'
}

function verdictCitations(
  rules: LawRules,
  known: Known,
  verdict: VerdictLabel,
  restsOn: readonly string[],
): readonly Citation[] {
  const { law } = rules
  switch (verdict) {
    case 'pyramid':
    case 'grey':
      return law.thresholds[verdict].citations
    case 'other_fraud':
      return [
        ...law.other_fraud.filter(({ fact }) => restsOn.includes(fact)).flatMap(({ citations }) => citations),
        ...law.thresholds.pyramid.citations,
      ]
    case 'not_pyramid':
      return isOutside(rules, known) ? law.scope.citations : law.not_pyramid.citations
    case 'unclear':
      return law.unclear.citations
  }
}

function distinct(citations: readonly Citation[]): Citation[] {
  const seen = new Map(citations.map((citation) => [JSON.stringify(citation), citation]))
  return [...seen.values()]
}
