import type { CaseRules, Knowledge, LawRules } from '../knowledge/knowledge.ts'
import { bitCount, type Known } from '../knowledge/terms.ts'

/** A case beside the offer: facts, as bits, on which both are known and agree, or differ. */
export interface LikeCase extends CaseRules {
  readonly shared: number
  readonly different: number
}

/**
 * The nearest cases, nearest first: by what they share and do not differ in of what decides, then of the
 * rest; then the user's law, then what happened before what is typical, then the one that says least
 * beside it. A case of another fraud is near only where its mark was found. After the two nearest comes
 * the nearest one that ended otherwise, if they agree.
 */
export function likeCases(knowledge: Knowledge, rules: LawRules, known: Known): LikeCase[] {
  const near = knowledge.cases
    .map((one) => ({
      ...one,
      shared: (one.yes & known.yes) | (one.no & known.no),
      different: (one.yes & known.no) | (one.no & known.yes),
    }))
    .filter(({ shared, different }) => bitCount(shared & rules.facts) > bitCount(different & rules.facts))
    .filter(({ yes, shared }) => (yes & rules.otherFraud) === (yes & shared & rules.otherFraud))
  const nearness = ({ case: { law, status }, yes, no, shared, different }: LikeCase): readonly number[] => [
    bitCount(shared & rules.facts) - bitCount(different & rules.facts),
    bitCount(shared) - bitCount(different),
    law === rules.law.id ? 1 : 0,
    status === 'archetype' ? 0 : 1,
    -bitCount((yes | no) & ~(shared | different)),
  ]
  const ranked = near
    .map((one) => ({ one, rank: nearness(one) }))
    .sort((a, b) => farthest(a.rank, b.rank))
    .map(({ one }) => one)
  const [first, second] = ranked
  const nearest = ranked.slice(0, 2)
  if (!first || !second || first.case.outcome !== second.case.outcome) return nearest
  const contrary = ranked.find((one) => one.case.outcome !== first.case.outcome)
  return contrary ? [...nearest, contrary] : nearest
}

/** The first place in which two ranks differ decides; the greater comes first. */
function farthest(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, i) => value !== b[i])
  return place === -1 ? 0 : (b[place] ?? 0) - (a[place] ?? 0)
}
