import { dashed } from '../knowledge/messages.ts'
import { tellDay } from '../wording/counts.ts'
import { tellUnderstood } from '../wording/offer.ts'
import { tellHeadline } from '../wording/verdict-lines.ts'
import { IDLE } from './conversation.ts'
import { told } from './interview.ts'
import { offersIn } from './log.ts'
import { tellSaid } from './said.ts'
import { changing, type Scene } from './scene.ts'

/** Everything that is kept about a conversation: in words, and whole as JSON, whose lines no other line is like. */
export function tellKept(scene: Scene): string {
  const { conversation, speaker, rules, core } = scene
  const { role, held = [], danger, log, at } = conversation
  const day = (time: number) => tellDay(time, rules.law.utc_offset)
  const offers = log.length === 0 ? [] : Array.from({ length: offersIn(log) }, (_, at) => tellOffer(scene, at + 1))
  return [
    speaker.say('export'),
    speaker.say('export-settings', { language: speaker.say('language-name'), law: speaker.tell(rules.law.name) }),
    ...(role ? [speaker.say('export-role', { role: speaker.say(`choice-role-${dashed(role)}`) })] : []),
    ...offers.flat(),
    ...(held.length > 0 ? [speaker.say('export-held'), ...tellUnderstood(core.knowledge, speaker, held)] : []),
    ...(danger ? [speaker.say('export-danger')] : []),
    speaker.say('export-rest', { date: day(at), until: day(at + IDLE) }),
    speaker.say('export-json'),
    JSON.stringify(conversation, null, 2),
  ].join('\n')
}

function tellOffer(scene: Scene, number: number): string[] {
  const own = changing(scene, { offer: number })
  const { speaker } = own
  const lines = tellSaid(own)
  const verdict = own.state.concluded ? [tellHeadline(told(own))] : []
  return [
    speaker.say('export-offer', { number }),
    ...(lines.length > 0 ? lines : [speaker.say('export-offer-empty')]),
    ...verdict,
  ]
}

/** Of what a group keeps about a member: how much, and of when. What it says is not for everyone to read. */
export function tellKeptHere({ conversation, speaker, rules }: Scene, isKnown: boolean): string {
  if (!isKnown) return speaker.say('group-export-none')
  const { log, at } = conversation
  const statements = log.filter(({ kind }) => kind !== 'asked' && kind !== 'answered' && kind !== 'concluded').length
  return speaker.say('group-export', { statements, until: tellDay(at + IDLE, rules.law.utc_offset) })
}
