import type { CaseRules, Knowledge, LawRules } from '../knowledge/knowledge.ts'
import { endOf, isBeforeAuthority } from '../knowledge/schema/offer-case.ts'
import { bitCount, type Known } from '../knowledge/terms.ts'
import { decide } from './decide.ts'
import { distance } from './distance.ts'

/** A case beside the offer: facts, as bits, on which both are known and agree, or differ. */
export interface LikeCase extends CaseRules {
  readonly shared: number
  readonly different: number
}

const MOST_NEAREST = 2

/**
 * The nearest cases: those of the user's law first, then by distance as far as the offer is known, then as a whole, so
 * that the case that says least beside it comes first; then what an authority decided before what is told and that
 * before what is typical. A case is near only where what it shares tells more than what differs, among what decides
 * and on the whole, a case of another fraud only where its mark was found, and where that mark decides only such a case.
 *
 * If none of these ended the other way than the first, then comes the nearest one that did and is almost the same: it
 * shares the greater part of what is known, and at most one fact that decides is different.
 */
export function likeCases(knowledge: Knowledge, rules: LawRules, known: Known): LikeCase[] {
  const { weigh } = knowledge
  const told = known.yes | known.no
  const marks = decide(rules, known) === 'other_fraud' ? known.yes & rules.otherFraud : 0
  const near: Ranked[] = []
  for (const one of knowledge.cases) {
    const shared = (one.yes & known.yes) | (one.no & known.no)
    const different = (one.yes & known.no) | (one.no & known.yes)
    if (weigh(shared & rules.facts) <= weigh(different & rules.facts) || weigh(shared) <= weigh(different)) continue
    if (one.yes & rules.otherFraud & ~known.yes || (marks !== 0 && (one.yes & marks) === 0)) continue
    near.push({ one, shared, different, ...placeOf(weigh, rules, known, one) })
  }
  const ranked = near.sort((a, b) => a.law - b.law || a.far - b.far || a.whole - b.whole || a.standing - b.standing)
  const nearest = ranked.slice(0, MOST_NEAREST)
  const first = nearest[0]?.one
  const isOther = ({ one }: Ranked) => isContrary(one, first)
  const contrary = nearest.some(isOther)
    ? undefined
    : ranked.find(
        (one) =>
          bitCount(one.different & rules.facts) <= 1 && weigh(one.shared) > weigh(told & ~one.shared) && isOther(one),
      )
  return [...nearest, ...(contrary ? [contrary] : [])].map(({ one, shared, different }) => ({
    ...one,
    shared,
    different,
  }))
}

/** Where a case stands among the near ones, the smaller first in each. */
interface Place {
  readonly law: number
  /** From the offer, as far as that is known. */
  readonly far: number
  /** From the offer as a whole. */
  readonly whole: number
  readonly standing: number
}
interface Ranked extends Place {
  readonly one: CaseRules
  readonly shared: number
  readonly different: number
}

function placeOf(weigh: Knowledge['weigh'], { law }: LawRules, known: Known, { case: one, yes, no }: CaseRules): Place {
  const told = known.yes | known.no
  return {
    law: one.law === law.id ? 0 : 1,
    far: distance(weigh, { yes: yes & told, no: no & told }, known),
    whole: distance(weigh, { yes, no }, known),
    standing: isBeforeAuthority(one) ? 0 : one.status === 'told' ? 1 : 2,
  }
}

/** Whether a case ended the other way than another. */
export function isContrary({ case: one }: CaseRules, other: CaseRules | undefined): boolean {
  const ends = [endOf(one), other && endOf(other.case)]
  return ends.includes('for') && ends.includes('against')
}
