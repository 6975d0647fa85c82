import type { CaseRules, Knowledge, LawRules } from '../knowledge/knowledge.ts'
import { bitCount, type Known } from '../knowledge/terms.ts'

/** A case beside the offer: facts, as bits, on which both are known and agree, or differ. */
export interface LikeCase extends CaseRules {
  readonly shared: number
  readonly different: number
}

/**
 * The nearest cases, nearest first: those that share more of what decides, then more of the rest, differ
 * in less, and of equals those that say least beside it. A case of another fraud is near only where its mark was found. After the two nearest comes the nearest one that ended otherwise, if they agree.
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
  const weight = ({ case: { law, status }, yes, no, shared, different }: LikeCase) =>
    4 * (bitCount(shared & rules.facts) - bitCount(different & rules.facts)) +
    (bitCount(shared) - bitCount(different)) -
    bitCount((yes | no) & ~(shared | different)) / 4 +
    (law === rules.law.id ? 2 : 0) +
    (status === 'archetype' ? 0 : 1)
  const ranked = near
    .map((one) => ({ one, rank: weight(one) }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ one }) => one)
  const [first, second] = ranked
  const nearest = ranked.slice(0, 2)
  if (!first || !second || first.case.outcome !== second.case.outcome) return nearest
  const contrary = ranked.find((one) => one.case.outcome !== first.case.outcome)
  return contrary ? [...nearest, contrary] : nearest
}
