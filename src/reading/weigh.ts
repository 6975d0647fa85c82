import type { Match } from './matches.ts'

/** Mean nothing by themselves: shops hurry people and friends keep secrets. */
const soft: ReadonlySet<string> = new Set(['urgency', 'secrecy', 'borrow_money', 'passive_income'])
const recruiting: ReadonlySet<string> = new Set(['pay_per_recruit', 'pay_on_downline_sales', 'recruit_required'])
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

const length = ({ start, end }: Match) => end - start

/** A word or two in common is no second reading. */
const overlaps = (a: Match, b: Match) =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start) > 0.3 * Math.min(a.end - a.start, b.end - b.start)

/** Drops a match that shares words with one whose fact has a lower number in `order`; words in order yield to no others. */
function prefer(matches: readonly Match[], order: Order): Match[] {
  const place = ({ fact, beside }: Match) =>
    order[fact] === undefined ? -1 : order[fact] + (beside.length === 0 ? 0 : LENT)
  const nearerThan = (other: Match, one: Match) =>
    one.loose && other.loose ? length(other) < length(one) : (one.loose || !other.loose) && place(other) < place(one)
  const yields = (one: Match, other: Match) =>
    one.value === other.value && place(other) >= 0 && place(one) >= 0 && nearerThan(other, one) && overlaps(one, other)
  return matches.filter((one) => !matches.some((other) => yields(one, other)))
}

/** What was said in order says it all: the same fact need not be quoted again from around it. */
const once = (matches: readonly Match[]) =>
  matches.filter(
    (one) =>
      !one.loose ||
      !matches.some(
        (other) =>
          !other.loose &&
          other.fact === one.fact &&
          other.value === one.value &&
          other.start < one.end &&
          one.start < other.end,
      ),
  )

const paid: ReadonlySet<string> = new Set(['pay_per_recruit', 'pay_on_downline_sales'])

/** What the whole message speaks of. */
export interface Settings {
  /** Wages, coupons, outings. */
  readonly elsewhere: boolean
  /** Clubs, lessons, charity. */
  readonly everyday: boolean
  /** Downlines, levels, payouts. */
  readonly plans: boolean
}

/**
 * Keeps the matches that need company only where they have it, directly or by way of one another. A price
 * and a reward vouch for each other, even where neither would count alone; among words of plans so do a price and
 * people to bring, and words in no order.
 */
function accompanied(matches: readonly Match[], { elsewhere, everyday, plans }: Settings): Match[] {
  const loosely = plans && !everyday
  const yes = (facts: ReadonlySet<string>) =>
    matches.filter(({ fact, value, loose }) => value && (loosely || !loose) && facts.has(fact))
  const [price, reward] = [yes(prices), yes(loosely ? recruiting : paid)]
  const pair = !elsewhere && price.length > 0 && reward.length > 0 ? [...price, ...reward] : []
  const found = new Set(pair.map(({ fact }) => fact))
  let kept: Match[] = []
  for (;;) {
    const now = matches.filter(({ beside }) => beside.length === 0 || beside.some((fact) => found.has(fact)))
    if (now.length === kept.length) return now
    kept = now
    for (const { fact, value } of kept) if (value) found.add(fact)
  }
}

/**
 * Drops what stands alone without meaning: words of reward where wages, coupons or outings are spoken of
 * (`elsewhere`), all but plain words of it among clubs and lessons (`everyday`), pressure or secrecy beside nothing else, and second readings of the same words.
 */
export function weigh(all: readonly Match[], settings: Settings, frauds: ReadonlySet<string>): Match[] {
  const { elsewhere, everyday, plans } = settings
  const found =
    everyday || (elsewhere && !plans)
      ? all.filter(({ fact, value, loose }) => !loose || !value || !rewards.has(fact))
      : all
  const matches = accompanied(prefer(accompanied(found, settings), nearer), settings)
  const yes = (list: readonly Match[], facts: ReadonlySet<string>) =>
    list.some(({ fact, value }) => value && facts.has(fact))
  const settled = once(prefer(matches, yes(matches, recruiting) ? feeFirst : fraudFirst))
  const offered = yes(settled, prices) || yes(settled, frauds)
  const kept = elsewhere && !offered ? settled.filter(({ fact, value }) => !value || !rewards.has(fact)) : settled
  const firm = kept.some(({ fact, value }) => value && !soft.has(fact) && fact !== 'refund')
  return kept.filter(({ fact, value }) => firm || !value || !soft.has(fact))
}
