import type { Match } from './matches.ts'
import { findQuantities, type Quantity } from './numbers.ts'

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

const ofCounts: ReadonlySet<string> = new Set(['multi_level', 'recruit_required'])

type Stated = Pick<Match, 'fact' | 'value'>

function figuresAmong({ fact }: Stated, quantities: readonly Quantity[]): Figures {
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
  const money =
    quantities.find(({ kind }) => kind === 'money') ??
    quantities.find(({ kind, unit, value: count }) => kind === 'count' && unit === undefined && count >= 10)
  if (!money) return {}
  return { amount: money.value, ...(money.currency === undefined ? {} : { currency: money.currency }) }
}

/**
 * Reads the figures that a statement is about, money, levels, or people to bring, in the words that make it. Statements
 * of one message often stand in the same words. `local` is the currency of a bare 元.
 */
export function createFigures(local: string | undefined): (stated: Stated, words: string) => Figures {
  const known = new Map<string, readonly Quantity[]>()
  return (stated, words) => {
    const { fact, value } = stated
    if (!(value || fact === 'fair_price') || !(ofMoney.has(fact) || ofCounts.has(fact))) return {}
    const quantities = known.get(words) ?? findQuantities(words, local)
    known.set(words, quantities)
    return figuresAmong(stated, quantities)
  }
}
