import { evaluate } from '../../knowledge/terms.ts'
import { counts, findingsOf } from '../../verdict/findings.ts'
import { tellCitations } from '../../wording/citations.ts'
import { tellUnderstood } from '../../wording/offer.ts'
import type { Alarm } from '../alarm.ts'
import { evidenceIn } from '../intake.ts'
import type { Message, Reply } from '../message.ts'
import type { Scene } from '../scene.ts'

/**
 * In a group, where the recruiter may be reading. Silent unless addressed; then one short message:
 * which elements of the definition the text itself shows and what to find out before paying, or in danger
 * where to turn. No verdict, no names, and nothing is kept.
 */
export function inGroup(
  scene: Scene,
  { mentioned, forwarded }: Message,
  text: string,
  alarm: Alarm | undefined,
): Reply[] {
  if (!mentioned) return []
  const { core, speaker, rules } = scene
  if (alarm === 'money_sent' && !forwarded) return [{ text: speaker.tell(rules.law.emergency.money_sent.says) }]
  if (alarm && !forwarded) return [{ text: speaker.say('danger-group') }]
  const evidence = evidenceIn(scene, text, 'claim').filter((one) => counts(core.knowledge, one))
  const lines = tellUnderstood(core.knowledge, speaker, evidence)
  if (lines.length === 0) return [{ text: speaker.say('group-nothing') }]
  const found = findingsOf(core.knowledge, evidence, [], {})
  const met = rules.elements.filter(({ terms }) => terms !== 'authority' && evaluate(terms, found) === 'met')
  const basis = tellCitations(
    core.knowledge,
    speaker,
    met.flatMap(({ element }) => element.citations),
  )
  const elements = speaker.list(met.map(({ element }) => speaker.tell(element.name)))
  const shown = [
    speaker.say('group-shows'),
    ...lines,
    ...(met.length > 0 ? [speaker.say('group-elements', { elements, basis })] : []),
    speaker.say('group-go-on'),
  ]
  return [{ text: shown.join('\n') }]
}
