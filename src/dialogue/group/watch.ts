import { fingerprint, isNearCopy } from '../../reading/fingerprint.ts'
import { languageOf } from '../../reading/language.ts'
import type { Evidence } from '../../verdict/findings.ts'
import { asNews } from '../log.ts'
import { changing, noting } from '../scene.ts'
import type { GroupSettings } from '../state.ts'
import { tellFirstLook } from './first-look.ts'
import { type GroupOutcome, type Room, spokeOf } from './room.ts'

const HOUR = 3_600_000
/** Times it speaks up unasked within an hour, at most. */
const MOST_AN_HOUR = 3

/**
 * A message nobody addressed to the bot, in a group whose admin has it watch: one quiet reply to a pitch that fulfils
 * the rule of knowledge/interview.yaml, once per pitch, outside the quiet hours. Of the message nothing stays but the
 * fingerprint of a pitch that was spoken of.
 */
export function watch(room: Room): GroupOutcome | undefined {
  const { core, group, scene, heard } = room
  const { settings } = group
  if (!settings.watching || heard.edited || isQuiet(settings, scene.conversation.at)) return undefined
  const now = scene.conversation.at
  const spokeAt = (group.spokeAt ?? []).filter((at) => at > now - HOUR)
  if (spokeAt.length >= MOST_AN_HOUR) return undefined
  const reading = core.read(heard.text, 'group')
  if (reading.concern === 'none') return undefined
  const print = fingerprint(heard.text)
  if (group.spokenOf.some((known) => isNearCopy(known, print))) return undefined
  const written = languageOf(heard.text)
  const { language = written === 'mixed' ? core.defaults.language : written } = settings
  const evidence = reading.evidence.map((one): Evidence => ({ ...one, source: 'claim' }))
  const speaking = noting(changing(scene, { language, log: [] }), ...asNews(evidence))
  const text = [tellFirstLook(speaking, evidence, false), speaking.speaker.say('group-ask-me')].join('\n')
  return [spokeOf({ ...group, spokeAt: [...spokeAt, now] }, print), [{ text, quiet: true }]]
}

/** Hours of the day from `from` up to `to`, over midnight where `to` is the smaller. */
export function isQuiet({ quiet }: GroupSettings, now: number): boolean {
  if (!quiet) return false
  const { from, to, offset } = quiet
  const hour = Math.floor(now / HOUR + offset) % 24
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to
}
