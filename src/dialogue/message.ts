import type { Alert } from '../knowledge/schema/alert.ts'
import type { VerdictAnswer } from '../verdict/answer.ts'
import type { Picture } from '../wording/picture.ts'
import type { VerdictCard } from '../wording/verdict-card.ts'
import type { SeenPicture } from './seen-picture.ts'
import type { HandedOver, State } from './state.ts'

/** One message of several that were forwarded together. */
export interface Part {
  readonly text: string
  /** The same for the same speaker; it is compared and not kept. */
  readonly speaker?: string
}

/** One message as a platform hands it over, already stripped of everything that belongs to the platform. */
export interface Message {
  readonly kind: 'private' | 'group'
  /** Who says it, in the platform's own name for them; it tells the members of a group apart. */
  readonly user?: string
  /** Names the message within its chat, so that a later edit finds it. */
  readonly id?: string
  readonly text?: string
  /** The message `id`, as its writer has changed it. */
  readonly edited?: boolean
  /** Written by someone else and passed on: what it says is a claim. */
  readonly forwarded?: boolean
  /** Of a forwarded history: its messages, in order; `text` has all of them. */
  readonly parts?: readonly Part[]
  /** Of a forwarded message: who wrote it, as in `Part`. */
  readonly speaker?: string
  /** More may follow at once (forwards in a row, an album): the answer waits a moment and is to all of it. */
  readonly more?: boolean
  /** Pictures it has, already read; what stands in them was written by someone else. */
  readonly pictures?: readonly SeenPicture[]
  /**
   * What follows takes longer than a moment, since pictures are still being read. Alone, without `more`: one has just
   * come, and what was gathered before waits for it.
   */
  readonly awaits?: boolean
  /** The words of someone else's message that this one replies to: a claim too. */
  readonly quoted?: string
  /** The id of a choice pressed, with the question it was shown under. */
  readonly choice?: string
  readonly question?: string
  /** In a group: the bot was named, replied to or commanded. */
  readonly mentioned?: boolean
  /** In a group: the sender may change settings, asked afresh from the platform. */
  readonly admin?: boolean
  /** In a group: a fresh unguessable name, under which an offer may be handed over to a private chat. */
  readonly token?: string
  /** What was kept under the hand-off this message names, or by the group that became this one. */
  readonly carried?: State
  /**
   * joined, left: the bot itself was added to the chat, or can no longer speak in it. moved: the group goes on
   * under a new key, with what is `carried`. handed_over: what is `carried` waits to be taken over. woken: the
   * time the state asked to be woken at has come.
   */
  readonly event?: 'joined' | 'left' | 'moved' | 'handed_over' | 'woken'
}

export interface Choice {
  readonly id: string
  readonly label: string
}

export interface Reply {
  readonly text: string
  /** In a group: whom it answers. */
  readonly to?: string
  /** For `to` alone, in passing, where the platform has a way to say it so. */
  readonly aside?: boolean
  /** Unasked for: it should not ring. */
  readonly quiet?: boolean
  readonly choices?: readonly Choice[]
  /** The fact this reply asks about; `question` names this asking, or this showing of choices. */
  readonly asks?: string
  readonly question?: string
  readonly verdict?: VerdictAnswer
  /** The verdict once more, in parts, for platforms that show more than text. */
  readonly card?: VerdictCard
  /** What is to be drawn and shown; `text` says all of it in words. */
  readonly picture?: Picture
  /** The person's or the offer's own words this reply goes by, exactly as they stood, for platforms that mark them. */
  readonly quotes?: readonly string[]
  /** An offer to go on in private: whoever sends `/start TOKEN` there takes the offer along. */
  readonly handoff?: { readonly token: string; readonly offer: HandedOver }
  /** What was said before, by `to` alone where it is given, is forgotten: a platform that still shows it should no longer. */
  readonly forgets?: boolean
  /** Tokens that lead nowhere from now on. */
  readonly revokes?: readonly string[]
}

/** A message with its words as everything but `step` sees them. */
export interface Heard extends Message {
  readonly text: string
  /** What its words speak of that comes before everything. */
  readonly alarm: Alert['id'] | undefined
  /** Its pictures speak of danger or of self-harm. */
  readonly alarmShown: boolean
  /** UTF-16 units that were read, where there were more. */
  readonly cutTo: number | undefined
}
