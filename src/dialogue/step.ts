import { mask } from '../reading/mask.ts'
import type { Alarm } from './alarm.ts'
import { begin, type Conversation } from './conversation.ts'
import { withQuestion } from './digress.ts'
import { inGroup } from './group.ts'
import { languageFor } from './language.ts'
import type { Message, Reply } from './message.ts'
import { byChoice } from './route-choice.ts'
import { inWords } from './route-words.ts'
import { after, type Core, type Outcome, type Scene, sceneOf } from './scene.ts'

export type Step = (
  conversation: Conversation | undefined,
  message: Message,
  now: number,
) => readonly [Conversation | undefined, readonly Reply[]]

/** UTF-16 units of one message that are read; the person is told when there was more. */
const MOST_TEXT = 100_000
/** Read beyond the end, so that a number that stands across it is masked whole. */
const LONGEST_NUMBER = 100
/** A link alone, or what a platform writes in place of a picture or a voice message. */
const onlyLink = /^(?:(?:https?:\/\/|www\.)\S+|\[(?:图片|圖片|语音|語音|视频|影片|photo|image|voice)\])$/iu
const loneSurrogates = /\p{Surrogate}/gu

/**
 * Takes one message through a conversation. Pure, and never throws, whatever the message. Numbers of
 * phones, identity papers and accounts are masked before anything sees the text.
 */
export function createStep(core: Core, alarmIn: (text: string) => Alarm | undefined): Step {
  return (before, message, now) => {
    const written = message.text ?? ''
    const text = mask(written.slice(0, MOST_TEXT + LONGEST_NUMBER).replace(loneSurrogates, '\ufffd')).slice(
      0,
      MOST_TEXT,
    )
    const last = before ?? begin(core.defaults.language, core.defaults.law)
    const language = languageFor(last, message, text)
    const scene = sceneOf(core, { ...last, language, turn: last.turn + 1, at: now })
    if (message.kind === 'group') return [before, inGroup(scene, message, text, alarmIn(text))]
    if (wantsDeletion(core, message)) return [undefined, [{ text: scene.speaker.say('deleted') }]]
    const outcome = privately(scene, message, text, alarmIn)
    return written.length > MOST_TEXT ? after(scene.speaker.say('too-long', { most: MOST_TEXT }), outcome) : outcome
  }
}

function privately(
  scene: Scene,
  message: Message,
  text: string,
  alarmIn: (text: string) => Alarm | undefined,
): Outcome {
  if (message.choice !== undefined) return byChoice(scene, message.choice, message.question)
  if (text.trim() === '') return withQuestion(scene, scene.speaker.say('no-text'))
  if (onlyLink.test(text.trim())) return withQuestion(scene, scene.speaker.say('no-link'))
  return inWords(scene, text, message.forwarded === true, alarmIn(text))
}

function wantsDeletion({ phrases }: Core, { choice, text, forwarded }: Message): boolean {
  if (choice !== undefined) return choice === 'delete'
  const said = forwarded || text === undefined || /[?？]/u.test(text) ? [] : phrases().recognise(text)
  return said.some((phrase) => phrase.kind === 'command' && phrase.command === 'delete')
}
