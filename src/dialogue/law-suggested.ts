import { type Core, changing, type Outcome, sceneOf } from './scene.ts'

/**
 * Where a message names the place or the currency of another law than the one gone by, says how to go by that one:
 * once for each law, and never when the person has chosen.
 */
export function suggesting([conversation, replies]: Outcome, core: Core, text: string): Outcome {
  const unchanged: Outcome = [conversation, replies]
  const { law, lawChosen, lawsSuggested = [], log } = conversation
  if (lawChosen || log.length === 0 || conversation.danger || conversation.prompt === 'danger_now') return unchanged
  const named = core.places().namedIn(text)
  if (named.some((one) => one.law === law)) return unchanged
  const found = named.find((one) => !lawsSuggested.includes(one.law))
  const rules = found && core.knowledge.laws.get(found.law)
  if (!found || !rules) return unchanged
  const scene = changing(sceneOf(core, conversation), { lawsSuggested: [...lawsSuggested, found.law] })
  const { speaker } = scene
  const word = speaker.tell({ zh: found.word, en: found.word })
  const hint = speaker.say('law-suggested', { word, law: speaker.tell(rules.law.name), id: found.law })
  const last = replies.at(-1)
  // What was understood comes first, and a verdict stands alone.
  if (!last || last.verdict) return [scene.conversation, [...replies, { text: hint }]]
  return [scene.conversation, [...replies.slice(0, -1), { ...last, text: `${last.text}\n\n${hint}` }]]
}
