import type { Match } from './matches.ts'

/** Mean nothing by themselves: shops hurry people and friends keep secrets. */
const soft: ReadonlySet<string> = new Set(['urgency', 'secrecy', 'borrow_money', 'passive_income'])
/** Words of reward, which wages, coupons and outings use too. */
const rewards: ReadonlySet<string> = new Set([
  'pay_per_recruit',
  'pay_on_downline_sales',
  'multi_level',
  'recruit_required',
  'exaggerated_income',
])
const prices: ReadonlySet<string> = new Set(['entry_fee', 'purchase_to_join', 'stock_risk'])

/**
 * Drops what stands alone without meaning: words of reward where wages, coupons or outings are spoken of
 * (`elsewhere`), and pressure or secrecy beside nothing else.
 */
export function weigh(matches: readonly Match[], elsewhere: boolean, frauds: ReadonlySet<string>): Match[] {
  const yes = (facts: ReadonlySet<string>) => matches.some(({ fact, value }) => value && facts.has(fact))
  const offered = yes(prices) || yes(frauds)
  const kept = elsewhere && !offered ? matches.filter(({ fact, value }) => !value || !rewards.has(fact)) : matches
  const firm = kept.some(({ fact, value }) => value && !soft.has(fact) && fact !== 'refund')
  return kept.filter(({ fact, value }) => firm || !value || !soft.has(fact))
}
