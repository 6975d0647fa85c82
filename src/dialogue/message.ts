import type { VerdictAnswer } from '../verdict/answer.ts'

/** One message as a platform hands it over, already stripped of everything that belongs to the platform. */
export interface Message {
  readonly kind: 'private' | 'group'
  readonly text?: string
  /** Written by someone else and passed on: what it says is a claim. */
  readonly forwarded?: boolean
  /** The id of a choice pressed, with the question it was shown under. */
  readonly choice?: string
  readonly question?: string
  /** In a group: the bot was named, replied to or commanded. */
  readonly mentioned?: boolean
  /** In a group: the sender may change settings, asked afresh from the platform. */
  readonly admin?: boolean
  /** The bot itself was added to or removed from the chat. */
  readonly event?: 'joined' | 'left'
}

export interface Choice {
  readonly id: string
  readonly label: string
}

export interface Reply {
  readonly text: string
  readonly choices?: readonly Choice[]
  /** The fact this reply asks about; `question` names this asking of it. */
  readonly asks?: string
  readonly question?: string
  readonly verdict?: VerdictAnswer
}
