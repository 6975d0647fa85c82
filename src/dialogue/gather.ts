import type { Evidence } from '../verdict/findings.ts'
import { evidenceIn, takeIn } from './intake.ts'
import type { Heard, Part } from './message.ts'
import { changing, type Outcome, type Scene, sceneOf } from './scene.ts'
import { withQuestion } from './with-question.ts'

/** How long after one forward another still belongs to it, and how long the first waits at most; milliseconds. */
const QUIET = 800
const LONGEST = 5_000

/** Forwards in a row are one offer: what they show waits to be answered together. */
export function gather(scene: Scene, { text, parts, alarm, forwarded, speaker = '' }: Heard): Outcome {
  const { gathering, at } = scene.conversation
  const since = gathering?.since ?? at
  // A picture among them says nothing that can be read.
  const own = parts ?? (text.trim() === '' ? [] : [{ text, speaker }])
  const before = gathering?.speakers ?? []
  const speakers = [...before, ...own.map((part) => part.speaker ?? '')]
  const found = own.flatMap((part, index) =>
    placed(evidenceIn(scene, part.text, forwarded ? 'claim' : 'account'), speakers, before.length + index),
  )
  const changed = changing(scene, {
    gathering: {
      since,
      until: Math.min(at + QUIET, since + LONGEST),
      found: [...(gathering?.found ?? []), ...found],
      alarming: gathering?.alarming || alarm === 'danger' || alarm === 'self_harm',
      speakers,
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
  const { found = [], alarming = false, speakers = [] } = gathering ?? {}
  if (speakers.length === 0) return withQuestion(free, free.speaker.say('no-text'))
  const shown = speakers.length > 1 ? found : found.map(({ part: _part, speaker: _speaker, ...one }) => one)
  return takeIn(free, shown, alarming && !conversation.danger)
}
