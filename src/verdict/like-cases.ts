import type { CaseRules, Knowledge, LawRules } from '../knowledge/knowledge.ts'
import { endOf, isBeforeAuthority } from '../knowledge/schema/offer-case.ts'
import { bitCount, type Known } from '../knowledge/terms.ts'
import { decide } from './decide.ts'
import { distance, weigh } from './distance.ts'

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
  const { telling } = knowledge
  const outweighs = (shared: number, different: number) => weigh(telling, shared) > weigh(telling, different)
  const isOtherFraud = decide(rules, known) === 'other_fraud'
  const marks = known.yes & rules.otherFraud
  const ranked = knowledge.cases
    .map((one) => ({
      ...one,
      shared: (one.yes & known.yes) | (one.no & known.no),
      different: (one.yes & known.no) | (one.no & known.yes),
    }))
    .filter(({ shared, different }) => outweighs(shared & rules.facts, different & rules.facts))
    .filter(({ shared, different }) => outweighs(shared, different))
    .filter(({ yes, shared }) => (yes & rules.otherFraud) === (yes & shared & rules.otherFraud))
    .filter(({ yes }) => !isOtherFraud || (yes & marks) !== 0)
    .map((one) => ({ one, rank: rank(knowledge, rules, known, one) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ one }) => one)
  const nearest = ranked.slice(0, MOST_NEAREST)
  if (nearest.some((one) => isContrary(one, nearest[0]))) return nearest
  const isAlmostTheSame = ({ shared, different }: LikeCase) =>
    bitCount(different & rules.facts) <= 1 && outweighs(shared, (known.yes | known.no) & ~shared)
  const contrary = ranked.find((one) => isContrary(one, nearest[0]) && isAlmostTheSame(one))
  return contrary ? [...nearest, contrary] : nearest
}

/** Whether a case ended the other way than another. */
export function isContrary({ case: one }: CaseRules, other: CaseRules | undefined): boolean {
  const ends = [endOf(one), other && endOf(other.case)]
  return ends.includes('for') && ends.includes('against')
}

/** The smaller comes first. */
function rank({ telling }: Knowledge, { law }: LawRules, known: Known, { case: one, yes, no }: CaseRules) {
  const told = known.yes | known.no
  const seen = { yes: yes & told, no: no & told }
  const standing = isBeforeAuthority(one) ? 0 : one.status === 'told' ? 1 : 2
  return [one.law === law.id ? 0 : 1, distance(telling, seen, known), distance(telling, { yes, no }, known), standing]
}

/** The first place in which two ranks differ decides. */
function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, i) => value !== b[i])
  return place === -1 ? 0 : (a[place] ?? 0) - (b[place] ?? 0)
}
