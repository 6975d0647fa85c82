import { checkAsks, checkDefences } from './check-defences.ts'
import { checkThresholds } from './check-thresholds.ts'
import { compileLaw, isAuthority } from './compile.ts'
import type { Expression } from './schema/expression.ts'
import type { Fact } from './schema/fact.ts'
import type { Law } from './schema/law.ts'
import type { Mistake, Placed } from './source.ts'
import { termsOf } from './terms.ts'

/** Every name in a law stands for something, each mistake told at its own line; then the thresholds. */
export function checkLaw(
  placed: Placed<Law>,
  facts: ReadonlyMap<string, Fact>,
  bitOf: ReadonlyMap<string, number>,
): Mistake[] {
  const { value: law } = placed
  const references = [...checkIds(placed), ...checkInstruments(placed), ...checkNumbers(placed, facts)]
  const definitions = [...checkDefinitions(placed, facts), ...checkExpressions(placed, bitOf, definitionsOf(law))]
  if (definitions.length > 0) return [...references, ...definitions]
  const expressions = checkExpressions(placed, bitOf, [
    ...scopeOf(law),
    ...elementsOf(law),
    ...thresholdsOf(law),
    ...defencesOf(law),
    ...marksOf(law),
  ])
  if (expressions.length > 0) return [...references, ...expressions]
  const rules = compileLaw(law, bitOf)
  return [
    ...references,
    ...checkThresholds(placed, rules, facts, bitOf),
    ...checkDefences(placed, rules, facts, bitOf),
    ...checkAsks(placed, rules, facts, bitOf),
  ]
}

/** An expression with its place in the law. */
type At = readonly [expression: Expression, ...path: PropertyKey[]]

/** By name, so that one that contains itself is noticed. */
const definitionsOf = (law: Law): At[] => Object.keys(law.definitions).map((name) => [name, 'definitions', name])
const elementsOf = (law: Law): At[] =>
  law.elements.flatMap(({ when }, i) => (isAuthority(when) ? [] : [[when, 'elements', i, 'when'] as const]))
const thresholdsOf = ({ thresholds: { pyramid, grey } }: Law): At[] => [
  [pyramid.when, 'thresholds', 'pyramid', 'when'],
  [grey.when, 'thresholds', 'grey', 'when'],
]
const scopeOf = ({ scope }: Law): At[] => ('when' in scope ? [[scope.when, 'scope', 'when']] : [])
const defencesOf = (law: Law): At[] => law.defences.map(({ when }, i) => [when, 'defences', i, 'when'])
const marksOf = (law: Law): At[] => law.other_fraud.map(({ fact }, i) => [fact, 'other_fraud', i, 'fact'])

function checkExpressions(
  { value: law, mistake }: Placed<Law>,
  bitOf: ReadonlyMap<string, number>,
  expressions: readonly At[],
): Mistake[] {
  return expressions.flatMap(([expression, ...path]) => {
    try {
      termsOf(expression, law.definitions, (name) => bitOf.get(name))
      return []
    } catch (error) {
      return [mistake(error instanceof Error ? error.message : String(error), ...path)]
    }
  })
}

/** A definition is used, and hides no fact of the same name. */
function checkDefinitions({ value: law, mistake }: Placed<Law>, facts: ReadonlyMap<string, Fact>): Mistake[] {
  const used = new Set(
    [...scopeOf(law), ...elementsOf(law), ...thresholdsOf(law), ...defencesOf(law)]
      .map(([when]) => when)
      .concat(Object.values(law.definitions))
      .flatMap(names),
  )
  return Object.keys(law.definitions).flatMap((name) => {
    if (facts.has(name))
      return [
        mistake(`the definition "${name}" hides the fact of the same name; expected another name`, 'definitions', name),
      ]
    if (!used.has(name))
      return [mistake(`nothing uses the definition "${name}"; expected it in some expression`, 'definitions', name)]
    return []
  })
}

function names(expression: Expression): string[] {
  if (typeof expression === 'string') return [expression]
  if ('no' in expression) return [expression.no]
  if ('all' in expression) return expression.all.flatMap(names)
  return ('any' in expression ? expression.any : expression.of).flatMap(names)
}

const lists = ['instruments', 'articles', 'elements', 'defences', 'penalties', 'reports'] as const

function checkIds({ value: law, mistake }: Placed<Law>): Mistake[] {
  return lists.flatMap((list) => {
    const ids = law[list].map(({ id }) => id)
    return ids.flatMap((id, i) =>
      ids.indexOf(id) === i ? [] : [mistake(`the id "${id}" stands twice among the ${list}`, list, i, 'id')],
    )
  })
}

function checkInstruments({ value: law, mistake }: Placed<Law>): Mistake[] {
  const known = new Set(law.instruments.map(({ id }) => id))
  return law.articles.flatMap(({ instrument, id }, i) =>
    known.has(instrument)
      ? []
      : [
          mistake(
            `article ${id} names the instrument "${instrument}", which the law does not list`,
            'articles',
            i,
            'instrument',
          ),
        ],
  )
}

function checkNumbers({ value: law, mistake }: Placed<Law>, facts: ReadonlyMap<string, Fact>): Mistake[] {
  const numbers = [...facts.values()].filter(({ kind }) => kind === 'number').map(({ id }) => id)
  return Object.keys(law.crime.numbers)
    .filter((name) => !numbers.includes(name))
    .map((name) =>
      mistake(`"${name}" is not a number of facts/; expected one of ${numbers.join(', ')}`, 'crime', 'numbers', name),
    )
}
