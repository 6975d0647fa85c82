import type { Command } from '../knowledge/schema/speech.ts'
import { tellCases } from '../wording/cases.ts'
import { tellWhy } from '../wording/offer.ts'
import { tellReasons } from '../wording/reasons.ts'
import { advise } from './advise.ts'
import { assessCrime } from './crime.ts'
import { afterVerdict, goOn, tellPending, told } from './interview.ts'
import { tellKept } from './kept.ts'
import { lawAsked } from './law-asked.ts'
import { tellAsked } from './law-question.ts'
import { offersIn } from './log.ts'
import { choosePrompted } from './prompt-apply.ts'
import { showPrompt } from './prompt-show.ts'
import { tellSaid } from './said.ts'
import {
  after,
  changing,
  choices,
  isAside,
  noting,
  type Outcome,
  released,
  type Scene,
  saying,
  sceneOf,
  unprompted,
  whomToCall,
} from './scene.ts'
import { showCard, showMoney } from './show-picture.ts'
import { withQuestion } from './with-question.ts'

/** What a person in danger may say, and is answered with where to turn. */
const staysSafe: ReadonlySet<Command> = new Set(['todo', 'why', 'back', 'help', 'start', 'thanks'])

/** What a digression does; but for back, new and stop, what was waited for stays open. `delete` is the turn's own. */
export function digress(scene: Scene, command: Exclude<Command, 'delete'>, argument?: string): Outcome {
  const { speaker, conversation } = scene
  if (conversation.danger && staysSafe.has(command))
    return saying(scene, speaker.say('danger-still', whomToCall(scene)))
  switch (command) {
    case 'why':
      return why(scene)
    case 'back':
      return back(scene)
    case 'change':
    case 'switch':
      return showPrompt(scene, command)
    case 'law':
      return lawAsked(scene, argument) ?? showPrompt(scene, command)
    case 'language':
      return (argument && choosePrompted(scene, `${command}:${argument}`)) || showPrompt(scene, command)
    case 'show':
      return show(scene)
    case 'new':
      return startNew(scene)
    case 'stop':
      return saying(unprompted(scene), speaker.say('stopped'), choices(speaker, 'resume', 'new'))
    case 'help':
      return withQuestion(scene, speaker.say('help'))
    case 'ask':
      return withQuestion(scene, tellAsked(scene, argument))
    case 'privacy':
      return withQuestion(scene, speaker.say('privacy'))
    case 'export':
      return withQuestion(scene, tellKept(scene))
    case 'start':
    case 'here':
    case 'private':
      return standing(scene)
    case 'settings':
      return withQuestion(scene, speaker.say('settings-in-group'))
    case 'thanks':
      return withQuestion(scene, speaker.say('thanks'))
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
    case 'card':
      return drawn(scene, showCard)
    case 'money':
      return drawn(scene, showMoney)
  }
}

export const greet = (scene: Scene): Outcome =>
  saying(scene, scene.speaker.say('greeting'), choices(scene.speaker, 'begin', 'language', 'help'))

/** Where the conversation stands: the prompt or question that is open, the ways on from the verdict, or the greeting. */
export function standing(scene: Scene): Outcome {
  const { conversation, state, speaker } = scene
  if (conversation.prompt) return showPrompt(scene, conversation.prompt)
  if (conversation.held || state.pending) return goOn(scene)
  return state.concluded ? saying(scene, speaker.say('resumed-after'), afterVerdict(scene)) : greet(scene)
}

/** The danger is over: the flag goes. Said without one, it is thanked for. */
function over(scene: Scene): Outcome {
  const { danger, ...rest } = scene.conversation
  return danger ? saying(sceneOf(scene.core, rest), scene.speaker.say('danger-over')) : digress(scene, 'thanks')
}

function why(scene: Scene): Outcome {
  const { core, speaker, state } = scene
  const fact = state.pending && core.knowledge.facts.get(state.pending.fact)
  if (fact) return withQuestion(scene, tellWhy(core.knowledge, scene.rules, speaker, fact))
  return digress(scene, 'more')
}

/** What can be said once a verdict stands; before it, the interview goes on. A question open beside it stays open. */
function judged(scene: Scene, tell: () => Outcome): Outcome {
  const { begun, concluded, pending } = scene.state
  if (!begun) return greet(scene)
  if (!concluded) return after(scene.speaker.say('not-yet'), goOn(scene))
  const [conversation, replies] = tell()
  return pending ? withQuestion(scene, replies.map(({ text }) => text).join('\n\n')) : [conversation, replies]
}

/** A picture once a verdict stands, by itself, so that it can be passed on; what is open is shown again after it. */
function drawn(scene: Scene, show: (scene: Scene) => Outcome): Outcome {
  const { begun, concluded, pending } = scene.state
  if (!begun || !concluded || pending === undefined) return judged(scene, () => show(scene))
  const [conversation, replies] = show(scene)
  const next = sceneOf(scene.core, conversation)
  if (next.state.pending?.question !== pending.question) return [conversation, replies]
  return [conversation, [...replies.map(({ choices: _choices, ...one }) => one), tellPending(next, pending)]]
}

/**
 * Takes back what came last: a held text, a menu or side question that is open, the role, else the last
 * turn in which something was said; the question that was open before it is open again.
 */
function back(scene: Scene): Outcome {
  const { conversation, speaker, state } = scene
  const { role, roleTurn = 0, prompt, held, ...rest } = conversation
  const { lastTurn = 0, pending } = state
  const done = (before: Scene) => after(speaker.say('back-done'), standing(before))
  if (held || (prompt && prompt !== 'role' && prompt !== 'danger_now')) return done(released(scene))
  if (pending && isAside(pending))
    return done(noting(unprompted(scene), { kind: 'answered', question: pending.question }))
  if (role && roleTurn > lastTurn && state.begun)
    return after(speaker.say('back-role'), showPrompt(sceneOf(scene.core, rest), 'role'))
  if (lastTurn === 0) return after(speaker.say('back-nothing'), standing(unprompted(scene)))
  const before = noting(unprompted(scene), { kind: 'undone', undoes: lastTurn })
  if (before.state.begun) return after(speaker.say('back-done'), goOn(before))
  const { offer } = conversation
  return offer > 1 ? done(changing(before, { offer: offer - 1 })) : saying(before, speaker.say('back-all'))
}

function show(scene: Scene): Outcome {
  const lines = tellSaid(scene)
  const { speaker } = scene
  const text = lines.length > 0 ? [speaker.say('shown'), ...lines].join('\n') : speaker.say('shown-nothing')
  return withQuestion(scene, text)
}

/** Another offer; an empty one is used again, and a text that waits for its offer begins it. */
function startNew(scene: Scene): Outcome {
  const taken = scene.conversation.held && choosePrompted(scene, 'another')
  if (taken) return taken
  const { log } = scene.conversation
  const offer = !scene.state.begun ? scene.conversation.offer : offersIn(log) + 1
  return saying(changing(unprompted(scene), { offer }), scene.speaker.say('new-offer'))
}
