import type { Alarm } from './alarm.ts'
import { stepInGroup } from './group/step.ts'
import { MOST_TEXT, masked } from './masked.ts'
import type { Heard, Message, Reply } from './message.ts'
import { stepInPrivate } from './private.ts'
import type { Core } from './scene.ts'
import { wordsIn } from './seen-picture.ts'
import { isConversation, isGroup, type State } from './state.ts'

export type Step = (
  state: State | undefined,
  message: Message,
  now: number,
) => readonly [State | undefined, readonly Reply[]]

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

/** Numbers of phones, identity papers and accounts are masked before anything sees the words. */
function hear(message: Message, alarmIn: (text: string) => Alarm | undefined): Heard {
  const { text: read = '', quoted, ...rest } = masked(message)
  const text = read.slice(0, MOST_TEXT)
  const shown = rest.pictures && alarmIn(wordsIn(rest.pictures))
  return {
    ...rest,
    text,
    ...(quoted !== undefined && { quoted: quoted.slice(0, MOST_TEXT) }),
    alarmShown: shown === 'danger' || shown === 'self_harm',
    alarm: text === '' ? undefined : alarmIn(text),
    cutTo: read.length > MOST_TEXT ? MOST_TEXT : undefined,
  }
}
