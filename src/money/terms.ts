import * as z from 'zod'
import type { Evidence } from '../verdict/findings.ts'
import { leastShareWithout, levelsUntil, peopleNeeded, type Reward } from './growth.ts'

/** Money, or where `percent` is set a share in percent. Above 0. */
export const amount = z.object({
  value: z.number(),
  /** An ISO 4217 code, or a token's; absent where the words left it open. */
  currency: z.string().exactOptional(),
  percent: z.literal(true).exactOptional(),
})
export type Amount = Readonly<z.infer<typeof amount>>

/** What is known of the money in an offer. */
export interface MoneyTerms {
  /** What one person spends before being paid. */
  readonly price?: Amount
  /** What a member gets for one person brought in. */
  readonly reward?: Amount
  /** How many people the offer has each member bring in. */
  readonly each?: number
}

/** What a quote says beside the amount that stands on the evidence. */
export interface Figures {
  /** A share in percent, above 0. */
  readonly percent?: number
  /** The reward is for so many people together. */
  readonly people?: number
}

const last = <T>(found: readonly T[]): T | undefined => found.at(-1)
/** The person's own answer last given; else what was said first. */
const stated = (found: readonly Evidence[]) => last(found.filter(({ source }) => source === 'answer')) ?? found[0]

const money = ({ amount: value, currency }: Evidence): Amount | undefined =>
  value !== undefined && value > 0 && Number.isFinite(value)
    ? { value, ...(currency !== undefined && { currency }) }
    : undefined

/** Whether two amounts can be set against each other. */
export const isSameMoney = (one: Amount, other: Amount): boolean =>
  one.currency === undefined || other.currency === undefined || one.currency === other.currency

/**
 * The money terms in what was said; figures answered for by themselves come first. A fee and goods to buy are added,
 * but for the same sum twice, which is one and the same money. `figuresIn` reads what a quote says beside the amount.
 */
export function termsOf(
  evidence: readonly Evidence[],
  answered: Readonly<Record<string, Amount>>,
  figuresIn: (quote: string) => Figures,
): MoneyTerms {
  const said = (fact: string) => evidence.filter((one) => one.fact === fact && one.value)
  const priced = (fact: string) => stated(said(fact).filter((one) => money(one)))
  const price = answered.cost_to_join ?? inAll(priced('entry_fee'), priced('purchase_to_join'))
  const reward = answered.reward_per_person ?? rewardIn(said('pay_per_recruit'), figuresIn)
  const currency = price?.currency ?? (reward?.percent ? undefined : reward?.currency)
  const each = stated(said('recruit_required').filter(({ number = 0 }) => number >= 1))?.number
  /** Who names the currency once need not name it again. */
  const named = (one: Amount): Amount =>
    one.percent || one.currency !== undefined || currency === undefined ? one : { ...one, currency }
  return {
    ...(price && { price: named(price) }),
    ...(reward && { reward: named(reward) }),
    ...(each !== undefined && { each: Math.floor(each) }),
  }
}

function inAll(fee: Evidence | undefined, goods: Evidence | undefined): Amount | undefined {
  const [one, other] = [fee && money(fee), goods && money(goods)]
  if (!one || !other) return one ?? other
  if (one.value === other.value || !isSameMoney(one, other)) return one
  return { ...other, ...one, value: one.value + other.value }
}

function rewardIn(said: readonly Evidence[], figuresIn: (quote: string) => Figures): Amount | undefined {
  const paid = stated(said.filter((one) => money(one)))
  const sum = paid && money(paid)
  if (sum) return { ...sum, value: sum.value / (figuresIn(paid.quote).people ?? 1) }
  const percent = said.map(({ quote }) => figuresIn(quote).percent).find((one) => one !== undefined)
  return percent === undefined ? undefined : { value: percent, percent: true }
}

/** Facts on which a figure is missing that has to be asked for, in the order of asking. */
export const missingIn = ({ price, reward }: MoneyTerms): ('cost_to_join' | 'reward_per_person')[] => [
  ...(price || reward?.percent ? [] : (['cost_to_join'] as const)),
  ...(reward ? [] : (['reward_per_person'] as const)),
]

/** What the terms come to. */
export interface Outlook {
  /** How many people one member has to bring in to get the price back. */
  readonly needed: number
  /** How many people each member is taken to bring in, 2 or more; and why that many. */
  readonly each: number
  readonly because: 'said' | 'needed' | 'two'
  readonly levels: ReturnType<typeof levelsUntil>
  /** The least share of members who have not brought in that many, at any moment; from 0 to 1. */
  readonly share: number
}

/**
 * Takes complete terms, price and reward in the same money, until more than `until` people stand below. Each member is
 * taken to bring in as many as was said; where nothing was said just as many as it takes to get the price back, and two
 * at least. Throws a RangeError on amounts that are not above 0.
 */
export function outlookOf({ price, reward, each: said = 0 }: MoneyTerms, until: number): Outlook {
  const needed = peopleNeeded(price?.value ?? 100, rewardOf(reward))
  const because = said >= 2 ? 'said' : needed >= 2 ? 'needed' : 'two'
  const each = because === 'said' ? said : Math.max(needed, 2)
  return { needed, each, because, levels: levelsUntil(each, until), share: leastShareWithout(needed) }
}

const rewardOf = (reward: Amount | undefined): Reward =>
  reward?.percent ? { percent: reward.value } : { amount: reward?.value ?? 0 }
