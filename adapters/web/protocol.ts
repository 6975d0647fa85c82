import type { Choice, Reply, VerdictCard } from '../../src/index.ts'

/** What the page and its server say to each other. */

export type Chat = 'private' | 'group'

/** Those whom the person at the page plays in the group; `me` is its admin. Each could have a private chat. */
export const members = ['me', 'friend', 'recruiter'] as const
export type Member = (typeof members)[number]

/** Pictures of one message. */
export const mostPictures = 6

/** POSTed to `/api/messages`, as JSON or, with pictures, in a form, which answers with an `Answer` or a `Failure`. */
export interface Said {
  /** Made by the page. Sent again under the same name, it is the same message and gets the same answer. */
  readonly update: string
  readonly chat: Chat
  readonly as: Member
  readonly text?: string | undefined
  readonly forwarded?: boolean | undefined
  readonly choice?: string | undefined
  readonly question?: string | undefined
  /** With the choice `delete`, in the private chat of `me`: in all chats, and the bot leaves the group. */
  readonly everything?: boolean | undefined
  /** In the group: the words of another member's message that this one replies to. */
  readonly quoted?: string | undefined
  /** In the group: it replies to a message of the bot. Naming the bot in `text` and pressing do as well. */
  readonly addressed?: boolean | undefined
  /** The bot is added to the group, whose name is `text`, or taken out. */
  readonly event?: 'joined' | 'left' | undefined
}

/** A reply of the bot, as much of it as is shown. */
export interface Shown {
  /** Its place in what this session was told; see `/api/replies`. */
  readonly id: string
  /** The same however often the reply comes. */
  readonly name: string
  /** The message it answers. */
  readonly update: string
  readonly chat: Chat
  /** Whose private chat it stands in. */
  readonly as: Member
  readonly text: string
  readonly to?: string
  readonly aside?: boolean
  readonly choices?: readonly Choice[]
  readonly question?: string
  readonly verdict?: NonNullable<Reply['verdict']>['verdict']
  readonly card?: VerdictCard
  readonly quotes?: readonly string[]
  /** To be had from `/api/pictures/` and its name for as long as the server has the reply; `text` says all of it. */
  readonly picture?: { readonly name: string; readonly caption: string }
  /** What was said in this chat before goes from the page as well. */
  readonly forgets?: boolean
  /** Who says `/start TOKEN` in private takes the offer along. */
  readonly token?: string
}

export interface Answer {
  readonly replies: readonly Shown[]
  /** The words of the message as they are kept, where numbers in them were masked: the page keeps no others either. */
  readonly text?: string
}

export const failures = {
  no_session: 'this session is not known; load the page anew, with cookies allowed',
  foreign: 'messages are taken from this page only, over its own address; open the page itself',
  wrong_host:
    'this bot answers to localhost alone; set PUBLIC_URL to the https address under which people reach the page',
  wrong_form: 'expected JSON as the page sends it, with the type application/json',
  too_large: 'a message may have 512 KB; send the part that matters',
  too_many: 'more at once than people at one address do; wait the seconds that Retry-After names',
  busy: 'too many people at once; try again in a moment',
  unfinished: 'the message could not be taken in and changed nothing; send it again in a moment',
  not_found: 'there is nothing here; the page is at /',
} as const

export interface Failure {
  readonly error: keyof typeof failures
  /** What happened and what to do, in English. */
  readonly message: string
  /** In seconds. */
  readonly retryAfter?: number
}
