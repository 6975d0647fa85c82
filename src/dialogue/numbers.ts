import type { Knowledge } from '../knowledge/knowledge.ts'
import { normalise } from '../reading/normalise.ts'
import { findQuantities, type Quantity } from '../reading/numbers.ts'

/** More is no count of people, but a number of something else. */
const MOST = 100_000_000

/** A bound, a part of the whole, or less than nothing: no number to go by. */
const noWhole = /不到|不足|少于|少於|以内|以內|最多|每|各|我下面|less than|fewer than|under|at most|each|per\b|-\d/iu

/**
 * The counts in a reply, by number fact: those that name the fact's own unit, and a bare one for the
 * fact that was asked about. Money, shares and times are none.
 */
export function numbersIn(knowledge: Knowledge, asked: string, text: string): Record<string, number> {
  if (noWhole.test(text)) return {}
  const quantities = findQuantities(normalise(text).text).filter(({ kind, value }) => kind === 'count' && value <= MOST)
  const found: Record<string, number> = {}
  for (const fact of knowledge.facts.values()) {
    if (fact.kind !== 'number') continue
    const unit = unitOf(`3${fact.unit.zh}`)
    const own = quantities.find((one) => one.unit === unit)
    const bare = fact.id === asked ? quantities.find((one) => one.unit === undefined) : undefined
    const value = (own ?? bare)?.value
    if (value !== undefined && Number.isFinite(value)) found[fact.id] = Math.floor(value)
  }
  return found
}

const unitOf = (text: string): Quantity['unit'] => findQuantities(normalise(text).text)[0]?.unit
