import type { LawRules } from '../knowledge/knowledge.ts'
import type { VerdictLabel } from '../knowledge/schema/verdict-label.ts'
import { bitCount, evaluate, fails, holds, type Known, MOST_FACTS, type Term } from '../knowledge/terms.ts'

const NOTHING: Term = { yes: 0, no: 0 }

/** The smallest term that holds; of equals the first authored. */
function shortest(terms: readonly Term[], known: Known): Term {
  let best: Term | undefined
  for (const term of terms)
    if (holds(term, known) && (!best || bitCount(term.yes | term.no) < bitCount(best.yes | best.no))) best = term
  return best ?? NOTHING
}

/** A minimal part of what is known that by itself makes every term fail. */
function hitting(terms: readonly Term[], known: Known): Known {
  const against = terms.reduce((bits, term) => ({ yes: bits.yes | term.no, no: bits.no | term.yes }), NOTHING)
  let kept: Known = { yes: known.yes & against.yes, no: known.no & against.no }
  for (let bit = 1 << MOST_FACTS; bit !== 0; bit >>>= 1) {
    const without = { yes: kept.yes & ~bit, no: kept.no & ~bit }
    if (terms.every((term) => fails(term, without))) kept = without
  }
  return kept
}

/** A minimal part of what is known from which the expression's state follows; nothing while it is open. */
export function because(terms: readonly Term[], known: Known): Known {
  const state = evaluate(terms, known)
  if (state === 'met') return shortest(terms, known)
  return state === 'not_met' ? hitting(terms, known) : NOTHING
}

/** The facts, as bits, that by themselves carry the verdict, none of them superfluous. */
export function restsOn(rules: LawRules, known: Known, verdict: VerdictLabel): number {
  const bits = ({ yes, no }: Known) => yes | no
  switch (verdict) {
    case 'pyramid':
      return bits(shortest(rules.pyramid, known))
    case 'other_fraud': {
      const marks = known.yes & rules.otherFraud
      return marks & -marks
    }
    case 'grey':
      return bits(shortest(rules.grey, known))
    case 'not_pyramid':
      return bits(hitting(rules.grey, known))
    case 'unclear':
      return 0
  }
}
