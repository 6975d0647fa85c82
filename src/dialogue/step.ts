import { mask } from '../reading/mask.ts'
import type { Alarm } from './alarm.ts'
import { stepInGroup } from './group/step.ts'
import type { Heard, Message, Part, Reply } from './message.ts'
import { stepInPrivate } from './private.ts'
import type { Core } from './scene.ts'
import { type SeenPicture, wordsIn } from './seen-picture.ts'
import { isConversation, isGroup, type State } from './state.ts'

export type Step = (
  state: State | undefined,
  message: Message,
  now: number,
) => readonly [State | undefined, readonly Reply[]]

/** UTF-16 units of one message that are read; the person is told when there was more. */
const MOST_TEXT = 100_000
/** Pictures of one message, and lines of one picture, that are read. */
const [MOST_PICTURES, MOST_LINES] = [10, 500]
/** Read beyond the end, so that a number that stands across it is masked whole. */
const LONGEST_NUMBER = 100
const loneSurrogates = /\p{Surrogate}/gu

/**
 * Takes one message through what is kept under its key. Pure, and never throws, whatever the message. A state
 * returned as it came means that nothing changed.
 */
export function createStep(core: Core, alarmIn: (text: string) => Alarm | undefined): Step {
  return (before, message, now) => {
    if (message.event === 'handed_over') return [message.carried, []]
    if (message.event === 'left') return [undefined, revoking(before)]
    const heard = hear(message, alarmIn)
    return message.kind === 'group'
      ? stepInGroup(core, isGroup(before) ? before : undefined, heard, now)
      : stepInPrivate(core, isConversation(before) ? before : undefined, heard, now)
  }
}

/** Offers that wait to be taken over end with the group they come from; nobody is told. */
function revoking(before: State | undefined): Reply[] {
  const tokens = isGroup(before) ? before.members.flatMap(({ token }) => token ?? []) : []
  return tokens.length > 0 ? [{ text: '', revokes: tokens }] : []
}

/** As many as fit into what is read of one message. */
function partsOf(parts: readonly Part[]): Part[] {
  let length = 0
  return parts.filter(({ text }) => {
    length += text.length
    return length <= MOST_TEXT
  })
}

/** Numbers of phones, identity papers and accounts are masked before anything sees the words. */
function hear(message: Message, alarmIn: (text: string) => Alarm | undefined): Heard {
  const clean = (words = '') =>
    mask(words.slice(0, MOST_TEXT + LONGEST_NUMBER).replace(loneSurrogates, '\ufffd')).slice(0, MOST_TEXT)
  const { quoted, parts, pictures, ...rest } = message
  const text = clean(message.text)
  const seen = pictures?.slice(0, MOST_PICTURES).map((picture) => cleaned(picture, clean))
  const shown = seen && alarmIn(wordsIn(seen))
  return {
    ...rest,
    text,
    ...(quoted !== undefined && { quoted: clean(quoted) }),
    ...(parts && { parts: partsOf(parts).map((part) => ({ ...part, text: clean(part.text) })) }),
    ...(seen && { pictures: seen }),
    alarmShown: shown === 'danger' || shown === 'self_harm',
    alarm: text === '' ? undefined : alarmIn(text),
    cutTo: (message.text?.length ?? 0) > MOST_TEXT ? MOST_TEXT : undefined,
  }
}

function cleaned(picture: SeenPicture, clean: (words: string) => string): SeenPicture {
  if ('refused' in picture) return picture
  const lines = picture.lines.slice(0, MOST_LINES).map(({ text, alternative, ...rest }) => ({
    ...rest,
    text: clean(text),
    ...(alternative !== undefined && { alternative: clean(alternative) }),
  }))
  return { lines, codes: picture.codes.map(clean) }
}
