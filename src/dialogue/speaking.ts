import { advise } from './advising.ts'
import { type Alarm, emergency } from './alarm.ts'
import { answerInWords } from './answering.ts'
import { digress, greet, withQuestion } from './digressions.ts'
import { takeIn, tellsSomething } from './intake.ts'
import { afterVerdict, goOn, tellPending } from './interviewing.ts'
import { chosenInWords, showPrompt } from './prompting.ts'
import { choosePrompted } from './prompts.ts'
import { after, type Outcome, type Scene, saying, unprompted } from './scene.ts'

/** A text of so many UTF-16 units is taken for a description even where nothing in it was recognised. */
const SHORTEST_DESCRIPTION = 15

/** A message in words. Danger comes before everything; then the answer that is waited for; then the rest. */
export function inWords(scene: Scene, text: string, forwarded: boolean, alarm: Alarm | undefined): Outcome {
  if (forwarded) {
    const isAlarming = (alarm === 'danger' || alarm === 'self_harm') && !scene.conversation.danger
    return takeIn(unprompted(scene), text, 'claim', isAlarming)
  }
  if (alarm === undefined) return ordinary(scene, text)
  const [conversation, replies] = emergency(scene, alarm)
  if (alarm !== 'money_sent') return [conversation, replies]
  const [rest, more] = ordinary(scene, text)
  return [rest, [...replies, ...more]]
}

function ordinary(scene: Scene, text: string): Outcome {
  const { core, conversation, state } = scene
  const phrases = core.phrases().recognise(text)
  const command = phrases.find((phrase) => phrase.kind === 'command')
  if (command && command.command !== 'delete') return digress(scene, command.command, command.argument)
  const topic = phrases.find((phrase) => phrase.kind === 'topic')
  if (topic && state.lastTurn !== undefined) return withQuestionAfter(scene, advise(scene, topic.topic))
  if (conversation.prompt) {
    const choice = chosenInWords(scene, conversation.prompt, text)
    const outcome = choice && choosePrompted(scene, choice)
    if (outcome) return outcome
  }
  const answered = state.pending && !conversation.prompt && answerInWords(scene, state.pending, text)
  if (answered) return answered
  const language = phrases.find((phrase) => phrase.kind === 'language')
  const role = phrases.find((phrase) => phrase.kind === 'role')
  const set = (language && `language:${language.language}`) ?? (role && `role:${role.role}`)
  const outcome = set && choosePrompted(scene, set)
  if (outcome) return outcome
  if (tellsSomething(scene, text)) return takeIn(unprompted(scene), text, 'account')
  if (state.pending || conversation.prompt || state.concluded) return notUnderstood(scene)
  const isAbout = text.length >= SHORTEST_DESCRIPTION || core.phrases().isInquiry(text)
  return isAbout && phrases.length === 0 ? takeIn(scene, text, 'account') : greet(scene)
}

/** Advice asked for in passing: the open question stays open. */
function withQuestionAfter(scene: Scene, advice: Outcome): Outcome {
  const { pending } = scene.state
  if (!pending) return advice
  const [conversation, replies] = advice
  return [conversation, [...replies.map(({ text }) => ({ text })), tellPending(scene, pending)]]
}

/** Says so, and shows again what is waited for. */
function notUnderstood(scene: Scene): Outcome {
  const { conversation, speaker, state } = scene
  if (conversation.prompt) return after(speaker.say('not-understood-choice'), showPrompt(scene, conversation.prompt))
  if (state.pending) return withQuestion(scene, speaker.say('not-understood'))
  return state.concluded ? saying(scene, speaker.say('not-understood-after'), afterVerdict(scene)) : goOn(scene)
}
