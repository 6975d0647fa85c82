import type { Command } from '../knowledge/schema/speech.ts'
import { maskOf } from '../knowledge/terms.ts'
import { tellUnderstood, tellWhy } from '../wording/offer.ts'
import { tellCases, tellReasons } from '../wording/reasons.ts'
import { advise, askRole } from './advise.ts'
import { assessCrime } from './crime.ts'
import { afterVerdict, goOn, tellPending, told } from './interview.ts'
import { offersIn } from './log.ts'
import { choosePrompted } from './prompt-apply.ts'
import { showPrompt } from './prompt-show.ts'
import { after, changing, choices, noting, type Outcome, type Scene, saying, sceneOf, unprompted } from './scene.ts'

/** What a digression does, and the question that was open stays open. `delete` is the turn's own. */
export function digress(scene: Scene, command: Exclude<Command, 'delete'>, argument?: string): Outcome {
  const { speaker, conversation } = scene
  switch (command) {
    case 'why':
      return why(scene)
    case 'back':
      return back(scene)
    case 'change':
    case 'switch':
      return showPrompt(scene, command)
    case 'language':
    case 'law':
      return (argument && choosePrompted(scene, `${command}:${argument}`)) || showPrompt(scene, command)
    case 'show':
      return show(scene)
    case 'new':
      return startNew(scene)
    case 'stop':
      return saying(unprompted(scene), speaker.say('stopped'), choices(speaker, 'resume', 'new'))
    case 'help':
      return withQuestion(scene, speaker.say('help'))
    case 'privacy':
      return withQuestion(scene, speaker.say('privacy'))
    case 'export':
      return saying(scene, `${speaker.say('export')}\n${JSON.stringify(conversation, null, 2)}`)
    case 'start':
      return standing(scene)
    case 'thanks':
      return withQuestion(scene, speaker.say(conversation.danger ? 'danger-still' : 'thanks'))
    case 'safe':
      return over(scene)
    case 'cases':
      return judged(scene, () => saying(scene, tellCases(told(scene)), afterVerdict(scene)))
    case 'more':
      return judged(scene, () => saying(scene, tellReasons(told(scene)), afterVerdict(scene)))
    case 'todo':
      return advise(scene)
    case 'crime':
      return judged(scene, () => assessCrime(scene))
  }
}

export const greet = (scene: Scene): Outcome =>
  saying(scene, scene.speaker.say('greeting'), choices(scene.speaker, 'begin', 'language', 'help'))

/** Where the conversation stands: the prompt or question that is open, the ways on from the verdict, or the greeting. */
export function standing(scene: Scene): Outcome {
  const { conversation, state, speaker } = scene
  if (conversation.prompt) return showPrompt(scene, conversation.prompt)
  if (state.pending) return goOn(scene)
  return state.concluded ? saying(scene, speaker.say('resumed-after'), afterVerdict(scene)) : greet(scene)
}

/** Says something and shows the open question again, if there is one. */
export function withQuestion(scene: Scene, text: string): Outcome {
  const { pending } = scene.state
  return after(text, [scene.conversation, pending ? [tellPending(scene, pending)] : []])
}

/** The danger is over: the flag goes. Said without one, it is thanked for. */
function over(scene: Scene): Outcome {
  const { danger, ...rest } = scene.conversation
  return danger ? saying(sceneOf(scene.core, rest), scene.speaker.say('danger-over')) : digress(scene, 'thanks')
}

function why(scene: Scene): Outcome {
  const { core, speaker, state } = scene
  const fact = state.pending && core.knowledge.facts.get(state.pending.fact)
  if (fact) return withQuestion(scene, tellWhy(core.knowledge, speaker, fact))
  return digress(scene, 'more')
}

/** What can be said once a verdict stands; before it, the interview goes on. */
function judged(scene: Scene, tell: () => Outcome): Outcome {
  if (!scene.state.begun) return greet(scene)
  if (scene.state.pending || !scene.state.concluded) return after(scene.speaker.say('not-yet'), goOn(scene))
  return tell()
}

/** Takes the last turn back, the role too; the question that was open before it is open again. */
function back(scene: Scene): Outcome {
  const { role, roleTurn = 0, ...rest } = scene.conversation
  const { lastTurn } = scene.state
  if (role && roleTurn > (lastTurn ?? 0))
    return after(scene.speaker.say('back-role'), askRole(sceneOf(scene.core, rest)))
  if (lastTurn === undefined) return after(scene.speaker.say('back-nothing'), standing(unprompted(scene)))
  const before = noting(unprompted(scene), { kind: 'undone', undoes: lastTurn })
  if (!before.state.begun) return saying(before, before.speaker.say('back-all'))
  return after(before.speaker.say('back-done'), goOn(before))
}

const isUncertain = ({ core, findings }: Scene, id: string): boolean =>
  (findings.uncertain & maskOf(core.knowledge.bitOf, id)) !== 0

function show(scene: Scene): Outcome {
  const { core, speaker, state } = scene
  const uncertain = [...state.unknown].flatMap((id) => {
    const fact = core.knowledge.facts.get(id)
    const isStill = fact?.kind === 'number' || isUncertain(scene, id)
    return fact && isStill ? [speaker.say('understood-unknown', { fact: speaker.tell(fact.label) })] : []
  })
  const numbers = Object.entries(state.numbers).flatMap(([id, value]) => {
    const fact = core.knowledge.facts.get(id)
    return fact ? [speaker.say('understood-number', { fact: speaker.tell(fact.label), value })] : []
  })
  const lines = [...tellUnderstood(core.knowledge, speaker, state.evidence), ...numbers, ...uncertain]
  const text = lines.length > 0 ? [speaker.say('shown'), ...lines].join('\n') : speaker.say('shown-nothing')
  return withQuestion(scene, text)
}

/** Another offer; an empty one is used again. */
function startNew(scene: Scene): Outcome {
  const { log } = scene.conversation
  const offer = !scene.state.begun ? scene.conversation.offer : offersIn(log) + 1
  return saying(changing(unprompted(scene), { offer }), scene.speaker.say('new-offer'))
}
