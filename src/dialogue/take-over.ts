import { tellUnderstood } from '../wording/offer.ts'
import { goOn } from './interview.ts'
import { offersIn } from './log.ts'
import { after, changing, noting, type Outcome, type Scene, unprompted } from './scene.ts'
import type { HandedOver } from './state.ts'
import { withQuestion } from './with-question.ts'

/** An offer brought along from a group becomes the current one here, with all that was said about it there. */
export function takeOver(scene: Scene, { user, log }: HandedOver, who: string | undefined): Outcome {
  const { speaker, core, state, conversation } = scene
  if (user !== who) return withQuestion(scene, speaker.say('handed-to-another'))
  const offer = state.begun ? offersIn(conversation.log) + 1 : conversation.offer
  const joined = noting(changing(unprompted(scene), { offer }), ...log.map(({ turn, at, offer, ...news }) => news))
  const lines = tellUnderstood(core.knowledge, speaker, joined.state.evidence)
  const lead = [speaker.say(lines.length > 0 ? 'handed-over' : 'handed-over-nothing'), ...lines].join('\n')
  return after(lead, goOn(joined))
}
