import type { Raw } from './compile.ts'
import { checkLanguages, layout } from './layout.ts'
import { alertIds } from './schema/alert.ts'
import type { Mistake, Placed } from './source.ts'
import { termsOf } from './terms.ts'

/** Every id stands once, and every name used stands somewhere. */
export function checkNames(raw: Raw, bitOf: ReadonlyMap<string, number>): Mistake[] {
  const mistakes: Mistake[] = []
  const kinds = [
    raw.documents,
    raw.facts,
    raw.laws,
    raw.cases,
    raw.warnings,
    raw.advice,
    raw.alerts,
    raw.populations,
  ] as const
  for (const kind of kinds) {
    const seen = new Set<string>()
    for (const { value, mistake } of kind)
      if (seen.has(value.id)) mistakes.push(mistake(`the id "${value.id}" stands twice`, 'id'))
      else seen.add(value.id)
  }
  mistakes.push(...checkLanguages(raw.signals.map(({ value }) => value.language)))
  const signalIds = new Set<string>()
  const known = (name: string) => (bitOf.has(name) ? undefined : `"${name}" is not a boolean fact of facts/`)
  const expect = <T>({ mistake }: Placed<T>, problem: string | undefined, ...inside: PropertyKey[]) => {
    if (problem) mistakes.push(mistake(problem, ...inside))
  }
  const bit = (name: string) => bitOf.get(name)
  const compiles = (expression: Parameters<typeof termsOf>[0]) => {
    try {
      termsOf(expression, {}, bit)
      return undefined
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }
  const laws = new Set(raw.laws.map(({ value }) => value.id))
  for (const fact of raw.facts)
    for (const [i, proxy] of fact.value.proxies.entries()) expect(fact, known(proxy), 'proxies', i)
  for (const fact of raw.facts)
    if (fact.value.kind === 'number' && fact.value.counted_with)
      expect(fact, known(fact.value.counted_with.fact), 'counted_with', 'fact')
  for (const one of raw.cases) {
    for (const name of Object.keys(one.value.facts)) expect(one, known(name), 'facts', name)
  }
  for (const one of raw.advice) {
    for (const [i, law] of (one.value.laws ?? []).entries())
      expect(one, laws.has(law) ? undefined : `"${law}" is not a law of laws/`, 'laws', i)
    for (const [i, citation] of one.value.citations.entries()) {
      const foreign = 'law' in citation && one.value.laws?.some((law) => law !== citation.law) !== false
      expect(
        one,
        foreign ? 'cites one law and is told under others; expected `laws` with that law alone' : undefined,
        'citations',
        i,
      )
    }
  }
  for (const fact of raw.facts) {
    if (fact.value.kind !== 'amount') continue
    for (const [i, name] of fact.value.stated_with.entries()) expect(fact, known(name), 'stated_with', i)
    const { percent_of: whole } = fact.value
    const isAmount = whole === undefined || raw.facts.some(({ value }) => value.id === whole && value.kind === 'amount')
    expect(fact, isAmount ? undefined : `"${whole}" is not an amount of facts/`, 'percent_of')
  }
  for (const one of raw.populations)
    if (one.value.law !== undefined)
      expect(one, laws.has(one.value.law) ? undefined : `"${one.value.law}" is not a law of laws/`, 'law')
  for (const warning of raw.warnings) expect(warning, compiles(warning.value.when), 'when')
  for (const advice of raw.advice) if (advice.value.when) expect(advice, compiles(advice.value.when), 'when')
  for (const file of raw.signals)
    for (const [i, { id, fact, beside }] of file.value.signals.entries()) {
      expect(file, known(fact), 'signals', i, 'fact')
      const name = `${file.value.language}/${id}`
      expect(file, signalIds.has(name) ? `the signal "${name}" stands twice` : undefined, 'signals', i, 'id')
      signalIds.add(name)
      for (const [j, one] of beside.entries()) expect(file, known(one), 'signals', i, 'beside', j)
    }
  const alerts = new Set(raw.alerts.map(({ value }) => value.id))
  for (const id of alertIds)
    if (!alerts.has(id))
      mistakes.push({ file: layout.alerts, message: `the alert "${id}" is missing; it has to be there` })
  expect(raw.interview, compiles(raw.interview.value.concern), 'concern')
  for (const [i, { yes }] of raw.interview.value.kinds.entries())
    for (const name of Object.keys(yes)) expect(raw.interview, known(name), 'kinds', i, 'yes', name)
  return mistakes
}
