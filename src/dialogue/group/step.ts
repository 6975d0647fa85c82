import type { Command } from '../../knowledge/schema/speech.ts'
import { tellPictures } from '../../wording/seen-pictures.ts'
import { reread } from '../edit.ts'
import { tellKeptHere } from '../kept.ts'
import { soleLaw } from '../law-asked.ts'
import { questionIn, tellAsked, tellFound } from '../law-question.ts'
import type { Heard } from '../message.ts'
import { type Core, whomToCall } from '../scene.ts'
import { see } from '../see.ts'
import type { SeenPicture } from '../seen-picture.ts'
import { type Group, isGroup } from '../state.ts'
import { evidenceHeard, firstLook, lookAgain } from './first-look.ts'
import { askHere, backHere, choiceHere, goOnHere, tellAfter, whyHere, wordsHere } from './here.ts'
import { answer, aside, enter, type GroupOutcome, hint, offerPrivate, type Room } from './room.ts'
import { lawHere, settingChosen, settingNamed, settingsAsked } from './settings.ts'
import { watch } from './watch.ts'

/**
 * One message taken through a group. The bot speaks only when it is addressed, or about a pitch where an admin has it
 * watch. Each member's conversation is theirs alone.
 */
export function stepInGroup(core: Core, before: Group | undefined, heard: Heard, now: number): GroupOutcome {
  if (heard.event === 'moved') return [isGroup(heard.carried) ? heard.carried : before, []]
  if (heard.event === 'woken') return [before, []]
  const room = enter(core, before, heard, now)
  if (heard.event === 'joined') return greetOnce(room, before)
  if (heard.edited) return again(room) ?? [before, []]
  const isAddressed = heard.mentioned === true || heard.choice !== undefined
  if (!isAddressed) return watch(room) ?? [before, []]
  const [group, replies] = heard.choice === undefined ? addressed(room) : pressed(room, heard.choice)
  // A group that was answered is known from then on, so that a message given twice is answered once.
  const known = before ?? (replies.length > 0 ? group : undefined)
  return [group === room.group ? known : group, replies]
}

/** A message that was answered and is changed by its writer; nothing where it says the same, or was none of the bot's. */
function again(room: Room): GroupOutcome | undefined {
  const outcome = room.member && room.heard.choice === undefined ? reread(room.scene, room.heard) : undefined
  if (!outcome) return undefined
  const edited = room.scene.speaker.say('edited')
  return room.member?.here ? tellAfter(room, outcome, edited) : lookAgain(room, outcome[0], edited)
}

function greetOnce({ group, scene }: Room, before: Group | undefined): GroupOutcome {
  if (group.greeted) return [before, []]
  return [{ ...group, greeted: true }, [{ text: scene.speaker.say('group-greeting') }]]
}

/** A choice pressed: the panel's by admins, others by the member they were offered to. */
function pressed(room: Room, choice: string): GroupOutcome {
  const { heard, scene, group, member } = room
  const { speaker, state } = scene
  const set = settingChosen(room, choice)
  if (set) return set
  const asked = ({ question, conversation }: (typeof group.members)[number]) =>
    question === heard.question ||
    conversation.log.some((entry) => entry.kind === 'asked' && entry.question === heard.question)
  const isOwn = heard.question === undefined || (member !== undefined && asked(member))
  if (!isOwn) return aside(room, speaker.say(group.members.some(asked) ? 'group-not-yours' : 'group-past'))
  if (choice === 'here' && member) return goOnHere(room)
  if (choice === 'private' && member) return howPrivate(room)
  const isAnswer = choice === 'yes' || choice === 'no' || choice === 'unknown'
  const { pending } = state
  if (!isAnswer || !pending || !member?.here) return aside(room, speaker.say('group-past'))
  if (heard.question !== undefined && heard.question !== pending.question) return askHere(room, speaker.say('stale'))
  return choiceHere(room, pending, choice)
}

/** How to go on in private, where the platform has no link for it. */
function howPrivate(room: Room): GroupOutcome {
  const { speaker } = room.scene
  const [kept, { choices: _choices, ...reply }] = offerPrivate(room, { text: '' })
  const token = reply.handoff?.token
  const text = token === undefined ? speaker.say('group-in-private') : speaker.say('group-private-how', { token })
  return answer(kept, { ...reply, text })
}

/** Words to the bot: danger first; then a command, the answer that is waited for, or an offer. */
function addressed(room: Room): GroupOutcome {
  const { heard, scene } = room
  const { speaker, rules, state } = scene
  if (heard.alarm === 'money_sent' && !heard.forwarded)
    return answer(room, { text: speaker.tell(rules.law.emergency.money_sent.says) })
  if (heard.alarm && !heard.forwarded) return answer(room, { text: speaker.say('danger-group', whomToCall(scene)) })
  const named = settingNamed(room)
  const set = named && settingChosen(room, named)
  if (set) return set
  if (!heard.forwarded && scene.core.phrases().isLoss(heard.text))
    return answer(room, { text: `${speaker.say('past-loss')}\n${speaker.say('group-in-private')}` })
  const phrases = heard.forwarded ? [] : scene.core.phrases().recognise(heard.text)
  const command = phrases.find((phrase) => phrase.kind === 'command')
  if (command) return commanded(room, command.command, command.argument)
  const place = heard.forwarded ? undefined : scene.core.places().whereabouts(heard.text)
  if (place !== undefined) return lawHere(room, place)
  const law = heard.quoted === undefined && !heard.forwarded ? questionIn(scene, heard.text) : undefined
  if (law?.account.length === 0) return inPassing(room, tellFound(scene, law.search, { brief: true }))
  const pending = room.member?.here && heard.quoted === undefined && !heard.forwarded ? state.pending : undefined
  const answered = pending && wordsHere(room, pending)
  if (answered) return answered
  const found = evidenceHeard(room)
  if (found.length > 0) return firstLook(room, found)
  if (heard.pictures) return nothingSeen(room, heard.pictures)
  if (pending) return askHere(room, speaker.say('not-understood'))
  if (room.member?.here && state.concluded)
    return answer(...offerPrivate(room, { text: speaker.say('group-result-private') }))
  return hint(room, speaker.say(isShown(heard) ? 'group-quoted-nothing' : 'group-nothing'))
}

/** Pictures that show nothing of an offer; why, where they could not be read. What their codes hold may be a name. */
function nothingSeen(room: Room, pictures: readonly SeenPicture[]): GroupOutcome {
  const { scene } = room
  const { notes, first } = see(scene, pictures)
  const unread = notes.filter((note) => 'refused' in note || note.poor).map((note) => ({ codes: [], ...note }))
  const told = tellPictures(scene.speaker, unread, first).slice(-MOST_TOLD)
  return hint(
    room,
    [...told, scene.speaker.say(unread.length > 0 ? 'picture-paste' : 'group-quoted-nothing')].join('\n'),
  )
}

/** Lines on pictures in one message to a group. */
const MOST_TOLD = 3

/** A message was pointed at, or written out. */
const isShown = ({ quoted = '', forwarded, text }: Heard) => quoted !== '' || forwarded === true || text.length > 30

function commanded(room: Room, command: Command, argument: string | undefined): GroupOutcome {
  const { scene, member } = room
  const { speaker } = scene
  const pending = member?.here ? scene.state.pending : undefined
  switch (command) {
    case 'settings':
      return settingsAsked(room, argument)
    case 'law':
      return lawHere(room, soleLaw(scene, argument ?? ''))
    case 'delete':
      return forgotten(room)
    case 'here':
      return member ? goOnHere(room) : answer(room, { text: speaker.say('group-nothing') })
    case 'private':
      return member ? howPrivate(room) : answer(room, { text: speaker.say('group-in-private') })
    case 'export':
      return answer(...offerPrivate(room, { text: tellKeptHere(scene, member !== undefined) }))
    case 'why':
      return (pending && whyHere(room, pending)) ?? inPrivate(room)
    case 'back':
      return member?.here && scene.state.begun ? backHere(room) : inPrivate(room)
    case 'ask':
      return inPassing(room, tellAsked(scene, argument, true))
    case 'thanks':
      return answer(room, { text: speaker.say('thanks') })
    case 'help':
    case 'start':
      return answer(room, { text: speaker.say('group-help') })
    case 'privacy':
      return answer(room, { text: speaker.say('group-privacy') })
    default:
      return inPrivate(room)
  }
}

/** Something told in passing; the question that is open here is asked again. */
function inPassing(room: Room, text: string): GroupOutcome {
  return room.member?.here && room.scene.state.pending ? askHere(room, text) : answer(room, { text })
}

/** What is long, or nobody else's business, is for the private chat. */
function inPrivate(room: Room): GroupOutcome {
  return answer(...offerPrivate(room, { text: room.scene.speaker.say('group-in-private') }))
}

/** Everything this member said here goes, and what waits to be taken over. */
function forgotten(room: Room): GroupOutcome {
  const { group, member, scene } = room
  const members = group.members.filter((one) => one !== member)
  const revokes = member?.token === undefined ? [] : [member.token]
  return answer(
    { ...room, group: { ...group, members } },
    { text: scene.speaker.say('deleted'), forgets: true, revokes },
  )
}
