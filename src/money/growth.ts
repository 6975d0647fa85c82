/** Nothing is counted past this many levels: with two people each, the world is passed at the 32nd. */
const MOST_LEVELS = 200

/** What a member gets for each person brought in. */
export type Reward =
  /** Money, in the unit of the price. */
  | { readonly amount: number }
  /** Percent of the price, which the person brought in pays as well; above 0. */
  | { readonly percent: number }

/**
 * How many people one member has to bring in to get the price back: the least whole n with n × reward ≥ price. Money
 * in one and the same unit, both above 0; the price does not matter to a reward in percent. At least 1. Throws a
 * RangeError on anything that is not above 0.
 */
export function peopleNeeded(price: number, reward: Reward): number {
  const ratio = 'percent' in reward ? 100 / reward.percent : price / reward.amount
  if (!(ratio > 0 && Number.isFinite(ratio))) throw new RangeError('a price and a reward have to be above 0')
  // 0.3 / 0.1 is a hair below 3, and 2.1 / 0.7 a hair above it.
  const whole = Math.round(ratio)
  return Math.max(1, Math.abs(ratio - whole) <= 1e-9 * ratio ? whole : Math.ceil(ratio))
}

/** One level below a first member. */
export interface Level {
  /** Counted from 1, the people the first one brought in. */
  readonly level: number
  /** On this level: each ^ level. */
  readonly people: number
  /** On this level and those above it, without the first one: each × (each ^ level − 1) / (each − 1). */
  readonly below: number
}

/**
 * Level after level below one member, each of whom brings in `each` people, up to the first at which more than `until`
 * people stand below. `each`: a whole number, 2 or more; else a RangeError. Numbers past 2^53 are rounded.
 */
export function levelsUntil(each: number, until: number): readonly Level[] {
  mustGrow(each)
  const levels: Level[] = []
  for (let level = 1, people = each, below = each; level <= MOST_LEVELS; level++) {
    levels.push({ level, people, below })
    if (below > until) break
    people *= each
    below += people
  }
  return levels
}

/**
 * The least share of all members who have not brought in `needed` people, at any moment, from 0 to 1. For two or more it
 * is (needed − 1) / needed in whatever order people come: everyone but the first was brought in by one member, so of m
 * members at most (m − 1) / needed have done it. For one it is a half, where levels fill one after the other and each
 * member brings in two or more. Throws a RangeError on what is no whole number from 1 on.
 */
export function leastShareWithout(needed: number): number {
  if (!(Number.isInteger(needed) && needed >= 1)) throw new RangeError('somebody has to be brought in')
  return needed === 1 ? 1 / 2 : (needed - 1) / needed
}

function mustGrow(each: number): void {
  if (!(Number.isInteger(each) && each >= 2)) throw new RangeError('a pyramid grows by two or more for each member')
}
