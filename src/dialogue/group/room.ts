import { begin, type Conversation, IDLE } from '../conversation.ts'
import { remembered } from '../edit.ts'
import { languageFor } from '../language.ts'
import type { Choice, Heard, Reply } from '../message.ts'
import { type Core, choices, type Scene, sceneOf } from '../scene.ts'
import type { Group, HandedOver, Member } from '../state.ts'

export type GroupOutcome = readonly [Group | undefined, readonly Reply[]]

/** A group with a message that came in. The scene is the sender's: what they said so far, or a new conversation. */
export interface Room {
  readonly core: Core
  readonly group: Group
  readonly heard: Heard
  readonly scene: Scene
  readonly member: Member | undefined
}

const newGroup: Group = {
  kind: 'group',
  version: 1,
  settings: { watching: false, verdicts: false },
  greeted: false,
  spokenOf: [],
  turn: 0,
  members: [],
}

/** Members whose conversations a group keeps, the latest. */
const MOST_MEMBERS = 200
const MOST_SPOKEN_OF = 200

export function enter(core: Core, before: Group | undefined, heard: Heard, now: number): Room {
  const last = before ?? newGroup
  const members = last.members.filter(({ conversation }) => conversation.at > now - IDLE)
  const group = { ...last, turn: last.turn + 1, members }
  const member = members.find(({ user }) => user === heard.user)
  const { law = core.defaults.law } = group.settings
  const own = member?.conversation ?? begin(core.defaults.language, law)
  const conversation = { ...own, law, turn: group.turn, at: now }
  const { language = languageFor(conversation, heard) } = group.settings
  return { core, group, heard, scene: sceneOf(core, { ...conversation, language }), member }
}

/** Says something to the one who spoke. */
export function answer({ heard, group }: Room, reply: Reply): GroupOutcome {
  return [group, [{ ...reply, ...(heard.user !== undefined && { to: heard.user }) }]]
}

/** Says in passing, to them alone, what changes nothing. */
export const aside = (room: Room, text: string): GroupOutcome => answer(room, { text, aside: true })

/** The room with the sender's conversation as it is now, last among its members. */
export function keep(room: Room, said: Conversation, change: Partial<Omit<Member, 'user'>> = {}): Room {
  const { group, heard, core, member } = room
  const user = heard.user ?? ''
  const conversation = latest(remembered(heard, said))
  const question = `g${conversation.at.toString(36)}-${group.turn.toString(36)}`
  const own: Member = { question, here: false, ...member, ...change, user, conversation }
  const members = [...group.members.filter((one) => one.user !== user), own].slice(-MOST_MEMBERS)
  return { ...room, group: { ...group, members }, member: own, scene: sceneOf(core, conversation) }
}

/** Offers a member's conversation keeps in a group: the current one, and the one before. */
const MOST_OFFERS = 2

function latest(conversation: Conversation): Conversation {
  const { offer, log } = conversation
  const kept = log.filter((entry) => entry.offer > offer - MOST_OFFERS)
  return kept.length === log.length ? conversation : { ...conversation, log: kept }
}

const HOUR = 3_600_000
const MOST_HINTED = 100

/** Tells a member how to ask; who was told within the hour is left in peace, so that nobody can have the bot flood a group. */
export function hint(room: Room, text: string): GroupOutcome {
  const { group, heard, scene } = room
  const now = scene.conversation.at
  const hinted = (group.hinted ?? []).filter(({ at }) => at > now - HOUR)
  const { user = '' } = heard
  if (hinted.some((one) => one.user === user)) return [group, []]
  return answer({ ...room, group: { ...group, hinted: [...hinted, { user, at: now }].slice(-MOST_HINTED) } }, { text })
}

/**
 * Offers to go on in private, with the offer as it stands. A member has one token for as long as the group keeps
 * their conversation, so that a link shown earlier leads to what was said last.
 */
export function offerPrivate(room: Room, reply: Reply, ...more: readonly Choice[]): readonly [Room, Reply] {
  const { heard, scene, member } = room
  const token = member?.token ?? heard.token
  const { user } = heard
  if (token === undefined || user === undefined || !member)
    return [room, more.length > 0 ? { ...reply, choices: more } : reply]
  return [
    keep(room, scene.conversation, { token }),
    {
      ...reply,
      question: member.question,
      choices: [...choices(scene.speaker, 'private'), ...more],
      handoff: { token, offer: handedOver(scene, user) },
    },
  ]
}

/** The current offer with what stands of it; what was taken back stays behind. */
function handedOver({ conversation }: Scene, user: string): HandedOver {
  const own = conversation.log.filter(({ offer }) => offer === conversation.offer)
  const undone = new Set(own.flatMap((entry) => (entry.kind === 'undone' ? [entry.undoes] : [])))
  const log = own.filter(({ kind, turn }) => kind !== 'undone' && kind !== 'concluded' && !undone.has(turn))
  const { language, law } = conversation
  return { kind: 'handed_over', version: 1, user, language, law, log }
}

/** Notes that the group heard of this pitch. */
export const spokeOf = (group: Group, print: string): Group => ({
  ...group,
  spokenOf: [...group.spokenOf.filter((one) => one !== print), print].slice(-MOST_SPOKEN_OF),
})
