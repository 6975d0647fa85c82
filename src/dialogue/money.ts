import { maskOf } from '../knowledge/terms.ts'
import { type MoneyTerms, termsOf } from '../money/terms.ts'
import { rewardFigures } from '../reading/money-figures.ts'
import type { Scene } from './scene.ts'

const bitsOf = ({ core }: Scene, facts: readonly string[]) =>
  facts.reduce((bits, fact) => bits | maskOf(core.knowledge.bitOf, fact), 0)

/** Whether the offer, as it stands, asks money of people and pays for people. */
export function paysForPeople(scene: Scene): boolean {
  const { yes, contradictory } = scene.findings
  const seen = yes | contradictory
  return [...scene.core.knowledge.facts.values()].every(
    (fact) => fact.kind !== 'amount' || (seen & bitsOf(scene, fact.stated_with)) !== 0,
  )
}

/** The money terms of the offer as it stands. */
export function moneyTerms(scene: Scene): MoneyTerms {
  const isDenied = (fact: string) => (scene.findings.no & bitsOf(scene, [fact])) !== 0
  const { evidence, amounts } = scene.state
  return termsOf(
    evidence.filter(({ fact }) => !isDenied(fact)),
    amounts,
    rewardFigures,
  )
}
