import { maskOf } from '../knowledge/terms.ts'
import { tellMoney } from '../wording/amount.ts'
import { tellUnderstood } from '../wording/offer.ts'
import type { Scene } from './scene.ts'

const isUncertain = ({ core, findings }: Scene, id: string): boolean =>
  (findings.uncertain & maskOf(core.knowledge.bitOf, id)) !== 0

/** What was said about the offer, a line each: statements with their quotes, numbers, amounts, what nobody can tell. */
export function tellSaid(scene: Scene): string[] {
  const { core, speaker, state } = scene
  const uncertain = [...state.unknown].flatMap((id) => {
    const fact = core.knowledge.facts.get(id)
    const isStill = fact?.kind !== 'boolean' || isUncertain(scene, id)
    return fact && isStill ? [speaker.say('understood-unknown', { fact: speaker.tell(fact.label) })] : []
  })
  const numbers = Object.entries(scene.findings.numbers).flatMap(([id, value]) => {
    const fact = core.knowledge.facts.get(id)
    return fact ? [speaker.say('understood-number', { fact: speaker.tell(fact.label), value })] : []
  })
  const amounts = Object.entries(state.amounts).flatMap(([id, amount]) => {
    const fact = core.knowledge.facts.get(id)
    return fact
      ? [speaker.say('understood-number', { fact: speaker.tell(fact.label), value: tellMoney(speaker, amount) })]
      : []
  })
  return [...tellUnderstood(core.knowledge, speaker, state.evidence), ...numbers, ...amounts, ...uncertain]
}
