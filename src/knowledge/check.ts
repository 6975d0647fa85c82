import { checkAnswers } from './check-answers.ts'
import { checkCases } from './check-cases.ts'
import { checkCitations } from './check-citations.ts'
import { checkLaw } from './check-law.ts'
import { checkNames } from './check-names.ts'
import { checkPatterns, type Expand } from './check-patterns.ts'
import { checkQuestions } from './check-questions.ts'
import { checkWording } from './check-wording.ts'
import { bitsOf, booleansOf, type Raw } from './compile.ts'
import { layout } from './layout.ts'
import type { Mistake } from './source.ts'
import { MOST_FACTS } from './terms.ts'

/** Holds the files against each other; returns every mistake. */
export function check(raw: Raw, expand: Expand | undefined): Mistake[] {
  const booleans = booleansOf(raw.facts)
  const bitOf = bitsOf(booleans)
  const facts = new Map(raw.facts.map(({ value }) => [value.id, value]))
  if (booleans.length > MOST_FACTS)
    return [{ file: layout.facts, message: `${booleans.length} boolean facts; at most ${MOST_FACTS} fit` }]
  return [
    ...checkNames(raw, bitOf),
    ...checkCitations(raw),
    ...checkCases(raw),
    ...raw.laws.flatMap((law) => checkLaw(law, facts, bitOf)),
    ...checkPatterns(raw, expand),
    ...checkAnswers(raw, bitOf),
    ...checkQuestions(raw),
    ...checkWording(raw.wording),
  ]
}
