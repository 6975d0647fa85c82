/** What tells how far a find can be trusted. */
export interface Signs {
  /** In log odds, how likely the first topic is at all, how much likelier than the second, and than none. */
  readonly chance: number
  readonly lead: number
  readonly over: number
  /** 1 where the search by words finds the same topic first, else 0. */
  readonly agrees: number
  /** How far what was asked and the nearest way to ask it cover each other, 0 to 1. */
  readonly likeness: number
  /** The share of what was asked that the topic speaks of, 0 to 1. */
  readonly coverage: number
  /** 1 where no other subject is named, else 0. */
  readonly subject: number
}

/** The weight of each sign, and what counts always; learned from writers whose questions the topics were not learned from. */
export type Trust = Readonly<Record<keyof Signs | 'base', number>>

/** How likely it is that the first topic is meant, 0 to 1. */
export function likelihood(trust: Trust, signs: Signs): number {
  const sum =
    trust.base +
    trust.chance * signs.chance +
    trust.lead * signs.lead +
    trust.over * signs.over +
    trust.agrees * signs.agrees +
    trust.likeness * signs.likeness +
    trust.coverage * signs.coverage +
    trust.subject * signs.subject
  return 1 / (1 + Math.exp(-sum))
}

const LEAST = 1e-4
const MOST = 6
const bounded = (value: number) => Math.max(-MOST, Math.min(MOST, value))

/** The first three signs, from the chances of the first topic, of the second and of none. */
export function oddsOf(first: number, second: number, none: number): Pick<Signs, 'chance' | 'lead' | 'over'> {
  const log = (value: number) => Math.log(Math.max(LEAST, value))
  return {
    chance: bounded(log(first) - log(1 - first)),
    lead: bounded(log(first) - log(second)),
    over: bounded(log(first) - log(none)),
  }
}
