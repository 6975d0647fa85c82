import type { Expression } from './schema/expression.ts'

/**
 * One way to make an expression true: bits of facts that must be yes and bits that must be no.
 * An expression is the list of its minimal terms, so that three-valued evaluation is a few bit operations.
 */
export interface Term {
  readonly yes: number
  readonly no: number
}

/** What is known: bits of facts found to be yes, and bits found to be no; the rest is open. */
export interface Known {
  readonly yes: number
  readonly no: number
}

export type State = 'met' | 'not_met' | 'open'

/** Facts fit the bits of one small integer. */
export const MOST_FACTS = 30

/** The bit of a fact by its id; nothing for an id that is no boolean fact. */
export function maskOf(bitOf: ReadonlyMap<string, number>, id: string): number {
  const bit = bitOf.get(id)
  return bit === undefined ? 0 : 1 << bit
}

export function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

export const holds = (term: Term, known: Known): boolean => (term.yes & ~known.yes) === 0 && (term.no & ~known.no) === 0

export const fails = (term: Term, known: Known): boolean => ((term.yes & known.no) | (term.no & known.yes)) !== 0

/**
 * Kleene's three values. Exact, not merely sound, for an expression in which no fact stands in both
 * polarities: then some completion reaches each value that is not excluded here.
 */
export function evaluate(terms: readonly Term[], known: Known): State {
  let dead = true
  for (const term of terms) {
    if (holds(term, known)) return 'met'
    if (dead && !fails(term, known)) dead = false
  }
  return dead ? 'not_met' : 'open'
}

/** The facts in an expression's terms, as bits by polarity. */
export function literals(terms: readonly Term[]): Term {
  let yes = 0
  let no = 0
  for (const term of terms) {
    yes |= term.yes
    no |= term.no
  }
  return { yes, no }
}

const includes = (a: Term, b: Term) => (b.yes & ~a.yes) === 0 && (b.no & ~a.no) === 0

/** Drops impossible terms, and those that another term makes superfluous. Keeps the authored order. */
function minimal(terms: readonly Term[]): Term[] {
  const possible = terms.filter((term) => (term.yes & term.no) === 0)
  return possible.filter(
    (term, i) => !possible.some((other, j) => i !== j && includes(term, other) && (!includes(other, term) || j < i)),
  )
}

/** What an expression still turns on: its terms without what is known, those that fail left out. */
export function residual(terms: readonly Term[], known: Known): Term[] {
  const alive = terms.filter((term) => !fails(term, known))
  return minimal(alive.map((term) => ({ yes: term.yes & ~known.yes, no: term.no & ~known.no })))
}

const both = (a: readonly Term[], b: readonly Term[]): Term[] =>
  minimal(a.flatMap((x) => b.map((y) => ({ yes: x.yes | y.yes, no: x.no | y.no }))))

function* subsets<T>(items: readonly T[], size: number): Generator<readonly T[]> {
  if (size === 0) yield []
  else
    for (const [i, first] of items.entries())
      for (const rest of subsets(items.slice(i + 1), size - 1)) yield [first, ...rest]
}

/**
 * The minimal terms of an expression. `bit` gives the place of a fact's name, or undefined.
 * Throws an Error naming what is unknown or circular.
 */
export function termsOf(
  expression: Expression,
  definitions: Readonly<Record<string, Expression>>,
  bit: (fact: string) => number | undefined,
  within: readonly string[] = [],
): Term[] {
  const go = (part: Expression) => termsOf(part, definitions, bit, within)
  const factBit = (name: string) => {
    const place = bit(name)
    if (place === undefined) throw new Error(`"${name}" is neither a boolean fact nor a definition of this law`)
    return 1 << place
  }
  if (typeof expression === 'string') {
    const definition = Object.hasOwn(definitions, expression) ? definitions[expression] : undefined
    if (definition === undefined) return [{ yes: factBit(expression), no: 0 }]
    if (within.includes(expression)) throw new Error(`the definition "${expression}" contains itself`)
    return termsOf(definition, definitions, bit, [...within, expression])
  }
  if ('no' in expression) return [{ yes: 0, no: factBit(expression.no) }]
  if ('all' in expression) return expression.all.map(go).reduce(both)
  if ('any' in expression) return minimal(expression.any.flatMap(go))
  if (expression.at_least > expression.of.length)
    throw new Error(`at_least ${expression.at_least} of only ${expression.of.length}`)
  return minimal([...subsets(expression.of.map(go), expression.at_least)].flatMap((chosen) => chosen.reduce(both)))
}
