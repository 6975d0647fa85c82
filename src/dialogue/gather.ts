import { evidenceIn, takeIn } from './intake.ts'
import type { Heard } from './message.ts'
import { changing, type Outcome, type Scene, sceneOf } from './scene.ts'

/** How long after one forward another still belongs to it, and how long the first waits at most; milliseconds. */
const QUIET = 800
const LONGEST = 5_000

/** Forwards in a row are one offer: what they show waits to be answered together. */
export function gather(scene: Scene, { text, alarm, forwarded }: Heard): Outcome {
  const { gathering, at } = scene.conversation
  const since = gathering?.since ?? at
  const found = evidenceIn(scene, text, forwarded ? 'claim' : 'account')
  const changed = changing(scene, {
    gathering: {
      since,
      until: Math.min(at + QUIET, since + LONGEST),
      found: [...(gathering?.found ?? []), ...found],
      alarming: gathering?.alarming || alarm === 'danger' || alarm === 'self_harm',
    },
  })
  return [changed.conversation, []]
}

/** Takes in what was gathered, as one offer. */
export function answerGathered(scene: Scene): Outcome {
  const { gathering, ...conversation } = scene.conversation
  const free = sceneOf(scene.core, conversation)
  return takeIn(free, gathering?.found ?? [], gathering?.alarming === true && !conversation.danger)
}
