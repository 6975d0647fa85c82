import type { LawRules } from './knowledge.ts'
import type { Fact } from './schema/fact.ts'
import type { Law } from './schema/law.ts'
import type { Mistake, Placed } from './source.ts'
import { holds, literals } from './terms.ts'

/** The interview weighs every combination of the facts that can move a verdict: 2 to the power of this. */
const MOST_DECIDING_FACTS = 12

/** One polarity per fact, the one that speaks against the offer; thresholds that can go both ways; grey around pyramid. */
export function checkThresholds(
  { value: law, mistake }: Placed<Law>,
  rules: LawRules,
  facts: ReadonlyMap<string, Fact>,
  bitOf: ReadonlyMap<string, number>,
): Mistake[] {
  const mistakes: Mistake[] = []
  const { pyramid, grey, otherFraud } = rules
  const names = (bits: number) => [...bitOf].filter(([, bit]) => bits & (1 << bit)).map(([name]) => name)
  const incriminating = (name: string) => {
    const fact = facts.get(name)
    return fact?.kind === 'boolean' && fact.incriminating
  }

  const deciding = literals([...pyramid, ...grey, { yes: otherFraud, no: 0 }])
  const torn = deciding.yes & deciding.no
  if (torn !== 0)
    mistakes.push(mistake(`${names(torn)} stands both as itself and denied; one polarity only`, 'thresholds'))
  const count = names(rules.facts).length
  if (count > MOST_DECIDING_FACTS)
    mistakes.push(
      mistake(`${count} facts decide the verdict; the interview can weigh ${MOST_DECIDING_FACTS}`, 'thresholds'),
    )

  for (const [name, terms] of Object.entries({ pyramid, grey })) {
    if (terms.length === 0 || terms.some((term) => term.yes === 0 && term.no === 0))
      mistakes.push(
        mistake(
          `the threshold ${name} cannot go both ways; expected facts that can meet and miss it`,
          'thresholds',
          name,
        ),
      )
    const { yes, no } = literals(terms)
    for (const fact of names(yes & ~torn).filter((fact) => !incriminating(fact)))
      mistakes.push(
        mistake(`"${fact}" speaks for the offer (incriminating: false); expected { no: ${fact} }`, 'thresholds', name),
      )
    for (const fact of names(no & ~torn).filter(incriminating))
      mistakes.push(
        mistake(`"${fact}" speaks against the offer (incriminating: true); expected it not denied`, 'thresholds', name),
      )
  }
  for (const [i, { fact }] of law.other_fraud.entries())
    if (!incriminating(fact))
      mistakes.push(
        mistake(`"${fact}" speaks for the offer; expected a fact with incriminating: true`, 'other_fraud', i, 'fact'),
      )

  const outside = pyramid.find((term) => !grey.some((weaker) => holds(weaker, term)))
  if (outside)
    mistakes.push(
      mistake(
        `${names(outside.yes | outside.no)} meet pyramid but not grey; grey has to contain pyramid`,
        'thresholds',
        'grey',
      ),
    )
  if (!grey.some((term) => !pyramid.some((stronger) => holds(stronger, term))))
    mistakes.push(mistake('grey can never be met without pyramid', 'thresholds', 'grey'))
  return mistakes
}
