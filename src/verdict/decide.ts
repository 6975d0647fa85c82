import type { LawRules } from '../knowledge/knowledge.ts'
import type { VerdictLabel } from '../knowledge/schema/verdict-label.ts'
import { evaluate, type Known, literals } from '../knowledge/terms.ts'

/**
 * The verdict on what is known; what is not known is open, never assumed. In the order pyramid,
 * other_fraud, grey, not_pyramid; `unclear` while grey can still go both ways.
 */
export function decide(rules: LawRules, known: Known): VerdictLabel {
  if (evaluate(rules.pyramid, known) === 'met') return 'pyramid'
  if (known.yes & rules.otherFraud) return 'other_fraud'
  const grey = evaluate(rules.grey, known)
  if (grey === 'met') return 'grey'
  return grey === 'not_met' ? 'not_pyramid' : 'unclear'
}

/** Whether the law does not reach such a plan at all. */
export const isOutside = ({ scope }: LawRules, known: Known): boolean =>
  scope !== undefined && evaluate(scope, known) === 'not_met'

/**
 * Whether no open fact could change the verdict. Each fact has one polarity in a law's thresholds, so the
 * verdicts are reached in one order as facts turn against the offer, and the two ends tell everything.
 */
export function isSettled(rules: LawRules, known: Known): boolean {
  const { yes, no } = literals([...rules.pyramid, ...rules.grey])
  const open = rules.facts & ~(known.yes | known.no)
  const against = (yes | rules.otherFraud) & open
  const mildest = decide(rules, { yes: known.yes | (no & open), no: known.no | against })
  const worst = decide(rules, { yes: known.yes | against, no: known.no | (no & open) })
  return mildest === worst
}
