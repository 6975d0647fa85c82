import type { Evidence } from '../verdict/findings.ts'
import type { Conversation } from './conversation.ts'
import { evidenceIn, takeIn } from './intake.ts'
import type { Heard, Part } from './message.ts'
import { changing, type Outcome, type Scene, sceneOf } from './scene.ts'
import { answerSeen, see } from './see.ts'
import { withQuestion } from './with-question.ts'

/** How long after one forward another still belongs to it, and how long the first waits at most; milliseconds. */
const QUIET = 800
const LONGEST = 5_000
/** How long the first waits at most where there are pictures, which take their time. */
const LONGEST_SEEN = 30_000
/** The same where a picture is still being read. */
const AWAITED = 90_000

/** A picture has come and is being read: what was gathered waits for it. */
export const awaiting = (conversation: Conversation, now: number): Conversation =>
  conversation.gathering
    ? { ...conversation, gathering: { ...conversation.gathering, until: now + AWAITED } }
    : conversation

/** Forwards in a row are one offer: what they show waits to be answered together. */
export function gather(before: Scene, heard: Heard): Outcome {
  const { text, parts, alarm, alarmShown, forwarded, speaker = '', pictures = [], awaits } = heard
  const { scene, found: seen, notes } = see(before, pictures)
  const { gathering, at } = scene.conversation
  const since = gathering?.since ?? at
  const longest = pictures.length > 0 ? LONGEST_SEEN : LONGEST
  const own = parts ?? (text.trim() === '' ? [] : [{ text, speaker }])
  const spoken = gathering?.speakers ?? []
  const speakers = [...spoken, ...own.map((part) => part.speaker ?? '')]
  const found = own.flatMap((part, index) =>
    placed(evidenceIn(scene, part.text, forwarded ? 'claim' : 'account'), speakers, spoken.length + index),
  )
  const changed = changing(scene, {
    gathering: {
      since,
      until: awaits ? at + AWAITED : Math.min(at + QUIET, since + longest),
      found: [...(gathering?.found ?? []), ...seen, ...found],
      alarming: gathering?.alarming || alarmShown || alarm === 'danger' || alarm === 'self_harm',
      speakers,
      pictures: [...(gathering?.pictures ?? []), ...notes],
    },
  })
  return [changed.conversation, []]
}

/**
 * Evidence with its place: which of several messages, and who of them says it, by the order in which they first
 * spoke. Where nobody is told apart, no speaker.
 */
function placed(found: readonly Evidence[], speakers: readonly string[], index: number): Evidence[] {
  const speaker = speakers[index] ?? ''
  const who = speaker === '' ? {} : { speaker: [...new Set(speakers)].indexOf(speaker) + 1 }
  return found.map((one) => ({ ...one, part: index + 1, ...who }))
}

/** What the messages of a forwarded history show, each read by itself. */
export function evidenceInParts(scene: Scene, parts: readonly Part[]): Evidence[] {
  const speakers = parts.map(({ speaker = '' }) => speaker)
  return parts.flatMap(({ text }, index) => placed(evidenceIn(scene, text, 'claim'), speakers, index))
}

/** Takes in what was gathered, as one offer. */
export function answerGathered(scene: Scene): Outcome {
  const { gathering, ...conversation } = scene.conversation
  const free = sceneOf(scene.core, conversation)
  const { found = [], alarming = false, speakers = [], pictures = [] } = gathering ?? {}
  if (speakers.length === 0 && pictures.length === 0) return withQuestion(free, free.speaker.say('no-text'))
  const shown = speakers.length > 1 ? found : found.map(({ part: _part, speaker: _speaker, ...one }) => one)
  if (pictures.length === 0) return takeIn(free, shown, alarming && !conversation.danger)
  const first = (conversation.pictures ?? 0) - pictures.length + 1
  return answerSeen({ scene: free, found: shown, notes: pictures, first }, alarming)
}
