import type { Match } from './matches.ts'
import { findQuantities } from './numbers.ts'

export interface Figures {
  readonly amount?: number
  readonly currency?: string
  readonly number?: number
}

const ofMoney: ReadonlySet<string> = new Set([
  'entry_fee',
  'purchase_to_join',
  'stock_risk',
  'pay_per_recruit',
  'exaggerated_income',
  'investment_return',
  'prepaid_task',
  'advance_fee',
  'fair_price',
])

/** The figures in a match that its fact is about: money, levels, or people to bring. */
export function figuresOf(
  { fact, value }: Pick<Match, 'fact' | 'value'>,
  words: string,
  local: string | undefined,
): Figures {
  if (!value && fact !== 'fair_price') return {}
  const quantities = findQuantities(words, local)
  if (fact === 'multi_level') {
    const levels = quantities.find(({ unit }) => unit === 'level')
    return levels ? { number: levels.value } : {}
  }
  if (fact === 'recruit_required') {
    const people = quantities.find(
      ({ kind, unit, value: count }) => kind === 'count' && unit !== 'time' && unit !== 'level' && count < 1000,
    )
    return people ? { number: people.value } : {}
  }
  if (!ofMoney.has(fact)) return {}
  const money =
    quantities.find(({ kind }) => kind === 'money') ??
    quantities.find(({ kind, unit, value: count }) => kind === 'count' && unit === undefined && count >= 10)
  if (!money) return {}
  return { amount: money.value, ...(money.currency === undefined ? {} : { currency: money.currency }) }
}
