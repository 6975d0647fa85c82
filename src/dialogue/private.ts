import { begin, type Conversation } from './conversation.ts'
import { remembering, reread } from './edit.ts'
import { answerGathered, awaiting, gather } from './gather.ts'
import { evidenceIn, newIn, takeIn } from './intake.ts'
import { languageFor } from './language.ts'
import { suggesting } from './law-suggested.ts'
import type { Heard, Reply } from './message.ts'
import { byChoice } from './route-choice.ts'
import { inWords } from './route-words.ts'
import { after, type Core, type Outcome, type Scene, sceneOf } from './scene.ts'
import { isHandedOver } from './state.ts'
import { takeOver } from './take-over.ts'
import { takePictures } from './take-pictures.ts'
import { withQuestion } from './with-question.ts'

/** A link alone, or what a platform writes in place of a picture or a voice message. */
const onlyLink = /^(?:(?:https?:\/\/|www\.)\S+|\[(?:图片|圖片|语音|語音|视频|影片|photo|image|voice)\])$/iu

/** One message taken through a private conversation. */
export function stepInPrivate(
  core: Core,
  before: Conversation | undefined,
  message: Heard,
  now: number,
): readonly [Conversation | undefined, readonly Reply[]] {
  if (message.event === 'joined' || message.event === 'moved') return [before, []]
  if (message.awaits && !message.more) return [before && awaiting(before, now), []]
  const last = before ?? begin(core.defaults.language, core.defaults.law)
  const { gathering } = last
  if (message.event === 'woken' && (!gathering || gathering.until > now)) return [before, []]
  const scene = sceneOf(core, { ...last, language: languageFor(last, message), turn: last.turn + 1, at: now })
  if (message.event === 'woken') return answerGathered(scene)
  if (message.edited) return reread(scene, message) ?? [before, []]
  if (wantsDeletion(core, message)) return [undefined, [{ text: scene.speaker.say('deleted'), forgets: true }]]
  if (message.more) return gather(scene, message)
  if (!gathering) return remembering(message, spoken(scene, message))
  const [conversation, replies] = answerGathered(scene)
  const [then, more] = remembering(
    message,
    spoken(sceneOf(core, { ...conversation, turn: conversation.turn + 1 }), message),
  )
  return [then, [...replies, ...more]]
}

function spoken(scene: Scene, message: Heard): Outcome {
  const { text, parts, carried, cutTo, choice, question, forwarded, alarm, quoted, pictures = [] } = message
  if (isHandedOver(carried)) return takeOver(scene, carried, message.user)
  if (choice !== undefined) return byChoice(scene, choice, question)
  if (pictures.length > 0) return takePictures(scene, message, pictures)
  const pointedAt = quoted === undefined || alarm ? [] : newIn(scene, evidenceIn(scene, quoted, 'claim'))
  if (pointedAt.length > 0) return takeIn(scene, [...pointedAt, ...evidenceIn(scene, text, 'account')])
  if (text.trim() === '') return withQuestion(scene, scene.speaker.say('no-text'))
  if (onlyLink.test(text.trim())) return withQuestion(scene, scene.speaker.say('no-link'))
  const outcome = alarm
    ? inWords(scene, text, forwarded === true, alarm, parts)
    : suggesting(inWords(scene, text, forwarded === true, alarm, parts), scene.core, text)
  return cutTo === undefined ? outcome : after(scene.speaker.say('too-long', { most: cutTo }), outcome)
}

function wantsDeletion({ phrases }: Core, { choice, text, forwarded }: Heard): boolean {
  if (choice !== undefined) return choice === 'delete'
  const said = forwarded || text === '' || /[?？]/u.test(text) ? [] : phrases().recognise(text)
  return said.some((phrase) => phrase.kind === 'command' && phrase.command === 'delete')
}
