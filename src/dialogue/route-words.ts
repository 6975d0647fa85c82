import { tellHeadline } from '../wording/verdict-lines.ts'
import { advise } from './advise.ts'
import { type Alarm, emergency } from './alarm.ts'
import { answerInWords } from './answer.ts'
import { digress, greet } from './digress.ts'
import { evidenceInParts } from './gather.ts'
import { evidenceIn, takeIn } from './intake.ts'
import { afterVerdict, told as telling } from './interview.ts'
import { lawInWords } from './law-asked.ts'
import { lawQuestion, lawUnknown } from './law-in-passing.ts'
import type { Part } from './message.ts'
import { isOwnWord } from './own-word.ts'
import type { Phrase } from './phrases.ts'
import { choosePrompted } from './prompt-apply.ts'
import { chosenInWords } from './prompt-show.ts'
import { byChoice } from './route-choice.ts'
import {
  after,
  asksNumber,
  isAside,
  numberExpected,
  type Outcome,
  type Scene,
  saying,
  unprompted,
  whomToCall,
} from './scene.ts'
import { withQuestion } from './with-question.ts'

/** A text of so many UTF-16 units is taken for a description even where nothing in it was recognised. */
const SHORTEST_DESCRIPTION = 15

/** A message in words. Danger comes before everything; then the answer that is waited for; then the rest. */
export function inWords(
  scene: Scene,
  text: string,
  forwarded: boolean,
  alarm: Alarm | undefined,
  parts: readonly Part[] = [],
): Outcome {
  if (forwarded) {
    const isAlarming = (alarm === 'danger' || alarm === 'self_harm') && !scene.conversation.danger
    const found = parts.length > 1 ? evidenceInParts(scene, parts) : evidenceIn(scene, text, 'claim')
    return takeIn(scene, found, isAlarming)
  }
  if (alarm === undefined) return ordinary(scene, text)
  const [conversation, replies] = emergency(scene, alarm)
  if (alarm !== 'money_sent') return [conversation, replies]
  // Nothing else than where to turn, unless there is an offer to go on with.
  const found = evidenceIn(scene, text, 'account')
  if (found.length === 0 && !scene.state.pending) return [conversation, replies]
  const [rest, more] = ordinary(
    scene,
    text,
    handlers.filter((handler) => handler !== lost),
  )
  return [rest, [...replies, ...more]]
}

type Handler = (scene: Scene, text: string, phrases: readonly Phrase[]) => Outcome | undefined

/**
 * What a message in words can be, tried in this order: what was asked for by name comes before the answer
 * that is waited for, the answer before anything that merely stands in the words.
 */
const handlers: readonly Handler[] = [
  commanded,
  advised,
  refused,
  lawInWords,
  lawQuestion,
  chosen,
  answered,
  lost,
  named,
  told,
  wished,
  frightened,
  lawUnknown,
  notUnderstood,
  begun,
]

function ordinary(scene: Scene, text: string, tried = handlers): Outcome {
  const phrases = scene.core.phrases().recognise(text)
  for (const handler of tried) {
    const outcome = handler(scene, text, phrases)
    if (outcome) return outcome
  }
  return greet(scene)
}

function commanded(scene: Scene, text: string, phrases: readonly Phrase[]): Outcome | undefined {
  const found = phrases.find((phrase) => phrase.kind === 'command')
  if (found?.command === 'back' && answersToo(scene, text)) return undefined
  return found && found.command !== 'delete' ? digress(scene, found.command, found.argument) : undefined
}

/** 打错了，没有: takes back nothing, where it says what was meant. */
function answersToo({ core, state, conversation }: Scene, text: string): boolean {
  const { pending } = state
  return pending !== undefined && !conversation.prompt && core.answer(text, pending.fact) !== undefined
}

/** Advice asked for in passing: the open question stays open. */
function advised(scene: Scene, _: string, phrases: readonly Phrase[]): Outcome | undefined {
  const found = phrases.find((phrase) => phrase.kind === 'topic')
  if (!found || !scene.state.begun) return undefined
  const { pending } = scene.state
  const [conversation, replies] = advise(scene, found.topic)
  if (!pending && !scene.conversation.held) return [conversation, replies]
  return withQuestion(scene, replies.map(({ text: said }) => said).join('\n\n'))
}

/** Nobody is taught which feature to drop. */
function refused(scene: Scene, text: string): Outcome | undefined {
  const { core, speaker, rules } = scene
  if (!core.phrases().isEvasion(text)) return undefined
  const where = rules.law.reports.slice(0, 1).map(({ name, contact }) => `${speaker.tell(name)} (${contact})`)
  return withQuestion(scene, speaker.say('not-coached', { where: where.join('') }))
}

function chosen(scene: Scene, text: string): Outcome | undefined {
  const { prompt } = scene.conversation
  const choice = prompt && chosenInWords(scene, prompt, text)
  return choice ? choosePrompted(scene, choice) : undefined
}

function answered(scene: Scene, text: string): Outcome | undefined {
  const { pending } = scene.state
  return pending && !scene.conversation.prompt ? answerInWords(scene, pending, text) : undefined
}

/** After the verdict: what a sentence asks for, or who it says the person is. */
function wished(scene: Scene, text: string): Outcome | undefined {
  const { state, conversation, speaker } = scene
  const isFree =
    state.concluded && (state.pending === undefined || (isAside(state.pending) && state.pending.why !== 'change'))
  const wish = isFree ? scene.core.phrases().wishIn(text) : undefined
  if (wish === undefined || (conversation.prompt !== undefined && conversation.prompt !== 'role')) return undefined
  if (wish === 'thanks') return saying(scene, speaker.say('thanks'))
  if (wish === 'verdict') return saying(unprompted(scene), tellHeadline(telling(scene)), afterVerdict(scene))
  return byChoice(scene, wish)
}

/** Money paid or lost: what can still be done, whatever else there is to ask. */
function lost(scene: Scene, text: string): Outcome | undefined {
  const { speaker, core, state } = scene
  if (!core.phrases().isLoss(text)) return undefined
  const told = after(speaker.say('past-loss'), advise(unprompted(scene), 'money_sent'))
  const found = evidenceIn(scene, text, 'account')
  if (found.length === 0) return state.pending ? withQuestion(scene, told[1].map((one) => one.text).join('\n\n')) : told
  const [conversation, replies] = takeIn(scene, found)
  return [conversation, [...told[1].map(({ choices: _choices, ...one }) => one), ...replies]]
}

/** A language or a role by its name, without being asked. */
function named(scene: Scene, _: string, phrases: readonly Phrase[]): Outcome | undefined {
  for (const phrase of phrases) {
    if (phrase.kind === 'language') return choosePrompted(scene, `language:${phrase.language}`)
    if (phrase.kind === 'role') return choosePrompted(scene, `role:${phrase.role}`)
  }
  return undefined
}

/** Something about an offer. After the verdict a short word of one's own corrects, and counts as an answer does. */
function told(scene: Scene, text: string): Outcome | undefined {
  const corrects = scene.state.concluded !== undefined && isOwnWord(text)
  const found = evidenceIn(scene, text, corrects ? 'answer' : 'account')
  return found.length > 0 ? takeIn(scene, found) : undefined
}

/** After words of danger the bot stays with the person. */
function frightened(scene: Scene, text: string): Outcome | undefined {
  const { conversation, speaker, state, core } = scene
  const isElsewhere = (conversation.prompt ?? 'role') !== 'role' || state.pending !== undefined
  if (!conversation.danger || isElsewhere || core.phrases().isInquiry(text)) return undefined
  return saying(scene, speaker.say('danger-still', whomToCall(scene)))
}

/** Says so, and shows again what is waited for; the question for the role is not pressed. */
function notUnderstood(scene: Scene): Outcome | undefined {
  const { conversation, speaker, state } = scene
  const { prompt } = conversation
  if (prompt && prompt !== 'role') return withQuestion(scene, speaker.say('not-understood-choice'))
  if (state.pending)
    return withQuestion(
      scene,
      asksNumber(scene, state.pending) ? numberExpected(scene, state.pending) : speaker.say('not-understood'),
    )
  if (!prompt && !state.concluded) return undefined
  return saying(unprompted(scene), speaker.say('not-understood-after'), afterVerdict(scene))
}

/** A text about an offer in which nothing is recognised, or a question about one, begins the interview. */
function begun(scene: Scene, text: string, phrases: readonly Phrase[]): Outcome | undefined {
  const isAbout = text.length >= SHORTEST_DESCRIPTION || scene.core.phrases().isInquiry(text)
  return isAbout && phrases.length === 0 ? takeIn(scene, []) : undefined
}
