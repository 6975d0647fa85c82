import type { Span } from './clauses.ts'
import type { Match } from './matches.ts'

/** A fact stated or denied, and where. */
export type Statement = Pick<Match, 'fact' | 'value' | 'start' | 'end'>

/** Mean nothing by themselves: shops hurry people and friends keep secrets. */
const soft: ReadonlySet<string> = new Set(['urgency', 'secrecy', 'borrow_money', 'passive_income'])
const recruiting: ReadonlySet<string> = new Set(['pay_per_recruit', 'pay_on_downline_sales', 'recruit_required'])
/** Say nothing by themselves: friends bring friends, and everybody buys. */
const halves: ReadonlySet<string> = new Set(['recruit_required', 'purchase_to_join'])
/** Words of reward, which wages, coupons and outings use too. */
const rewards: ReadonlySet<string> = new Set([...recruiting, 'multi_level', 'exaggerated_income'])
const prices: ReadonlySet<string> = new Set(['entry_fee', 'purchase_to_join', 'stock_risk'])

/** Where the same words are read as two facts, the lower number is meant; with recruiting, a fee is a fee to join. */
type Order = Readonly<Record<string, number>>
const nearer: Order = {
  pay_per_recruit: 0,
  pay_on_downline_sales: 1,
  recruit_required: 2,
  purchase_to_join: 3,
  stock_risk: 3,
  entry_fee: 4,
  exaggerated_income: 5,
}
const fraudFirst: Order = { advance_fee: 0, prepaid_task: 0, investment_return: 0, entry_fee: 1 }
const feeFirst: Order = { entry_fee: 0, guaranteed_income: 0, advance_fee: 1, prepaid_task: 1, investment_return: 1 }
/** Words that need company give way to words that stand alone. */
const LENT = 10

/** A word or two in common is no second reading. */
const overlaps = (a: Span, b: Span) =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start) > 0.3 * Math.min(a.end - a.start, b.end - b.start)

/** Drops a match that shares words with one whose fact has a lower number in `order`. */
function prefer(matches: readonly Match[], order: Order): Match[] {
  const place = ({ fact, beside }: Match) =>
    order[fact] === undefined ? -1 : order[fact] + (beside.length === 0 ? 0 : LENT)
  const yields = (one: Match, other: Match) =>
    one.value === other.value && place(other) >= 0 && place(other) < place(one) && overlaps(one, other)
  return matches.filter((one) => !matches.some((other) => yields(one, other)))
}

const paid: ReadonlySet<string> = new Set(['pay_per_recruit', 'pay_on_downline_sales'])

/**
 * Keeps the matches that need company only where they have it, directly or by way of one another. A price
 * and a reward vouch for each other (`paired`), even where neither would count alone.
 */
function accompanied(matches: readonly Match[], paired: boolean): Match[] {
  const yes = (facts: ReadonlySet<string>) => matches.filter(({ fact, value }) => value && facts.has(fact))
  const [price, reward] = [yes(prices), yes(paid)]
  const pair = paired && price.length > 0 && reward.length > 0 ? [...price, ...reward] : []
  const found = new Set(pair.map(({ fact }) => fact))
  let kept: Match[] = []
  for (;;) {
    const now = matches.filter(({ beside }) => beside.length === 0 || beside.some((fact) => found.has(fact)))
    if (now.length === kept.length) return now
    kept = now
    for (const { fact, value } of kept) if (value) found.add(fact)
  }
}

const yes = (list: readonly Statement[], facts: ReadonlySet<string>) =>
  list.some(({ fact, value }) => value && facts.has(fact))

/** What signals found, with company where they need it, and the same words read once. */
export function weigh(found: readonly Match[], elsewhere: boolean): Match[] {
  const matches = accompanied(prefer(accompanied(found, !elsewhere), nearer), !elsewhere)
  return prefer(matches, yes(matches, recruiting) ? feeFirst : fraudFirst)
}

/** Of two readings of the same words, both of one family or one denying the other, the signal's is meant. */
const families: readonly ReadonlySet<string>[] = [
  new Set([...prices, 'advance_fee', 'prepaid_task', 'investment_return', 'impersonation', 'coercion']),
  recruiting,
  new Set(['refund', 'free_exit']),
]
const areRivals = (one: Statement, other: Statement) =>
  overlaps(one, other) &&
  (one.fact === other.fact
    ? one.value !== other.value
    : one.value === other.value && families.some((family) => family.has(one.fact) && family.has(other.fact)))

/**
 * Sets what was learned to be seen beside what signals found. Drops what stands alone without meaning: words of reward
 * where wages, coupons or outings are spoken of (`elsewhere`), pressure or secrecy beside nothing else, and, where only
 * examples have taught it, people to bring or goods to buy without anything else of a plan.
 */
export function together(
  signalled: readonly Statement[],
  seen: readonly Statement[],
  elsewhere: boolean,
  frauds: ReadonlySet<string>,
): Statement[] {
  const known = (one: Statement) => signalled.some(({ fact, value }) => fact === one.fact && value === one.value)
  const others = seen.filter((one) => !known(one) && !signalled.some((other) => areRivals(one, other)))
  const plan = new Set(
    [...signalled, ...others].filter(({ fact, value }) => value && !soft.has(fact)).map(({ fact }) => fact),
  )
  const all = [
    ...signalled,
    ...others.filter(({ fact, value }) => !value || !halves.has(fact) || [...plan].some((one) => one !== fact)),
  ]
  const offered = yes(all, prices) || yes(all, frauds)
  const kept = elsewhere && !offered ? all.filter(({ fact, value }) => !value || !rewards.has(fact)) : all
  const firm = kept.some(({ fact, value }) => value && !soft.has(fact) && fact !== 'refund')
  return kept.filter(({ fact, value }) => firm || !value || !soft.has(fact))
}
