import { compileLaw } from './compile.ts'
import type { LawRules } from './knowledge.ts'
import type { Law } from './schema.ts'
import type { Mistake, Placed } from './source.ts'
import { holds, literals } from './terms.ts'

/** The interview weighs every combination of the facts that can move a verdict: 2 to the power of this. */
const MOST_DECIDING_FACTS = 12

/** One polarity per fact, thresholds that can go both ways, and grey around pyramid. */
export function checkLaw(placed: Placed<Law>, bitOf: ReadonlyMap<string, number>): Mistake[] {
  const { value: law, mistake } = placed
  let rules: LawRules
  try {
    rules = compileLaw(law, bitOf)
  } catch (error) {
    return [mistake(error instanceof Error ? error.message : String(error), 'thresholds')]
  }
  const mistakes: Mistake[] = []
  const { pyramid, grey, otherFraud } = rules
  const deciding = literals([...pyramid, ...grey, { yes: otherFraud, no: 0 }])
  const names = (bits: number) => [...bitOf].filter(([, bit]) => bits & (1 << bit)).map(([name]) => name)
  const torn = names(deciding.yes & deciding.no)
  if (torn.length > 0)
    mistakes.push(mistake(`${torn} stands both as itself and denied; one polarity only`, 'thresholds'))
  const count = names(rules.facts).length
  if (count > MOST_DECIDING_FACTS)
    mistakes.push(
      mistake(`${count} facts decide the verdict; the interview can weigh ${MOST_DECIDING_FACTS}`, 'thresholds'),
    )
  for (const [name, terms] of Object.entries({ pyramid, grey }))
    if (terms.length === 0 || terms.some((term) => term.yes === 0 && term.no === 0))
      mistakes.push(
        mistake(
          `the threshold ${name} cannot go both ways; expected facts that can meet and miss it`,
          'thresholds',
          name,
        ),
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
  const instruments = new Set(law.instruments.map(({ id }) => id))
  for (const [i, { instrument, id }] of law.articles.entries())
    if (!instruments.has(instrument))
      mistakes.push(
        mistake(
          `article ${id} names the instrument "${instrument}", which the law does not list`,
          'articles',
          i,
          'instrument',
        ),
      )
  return mistakes
}
