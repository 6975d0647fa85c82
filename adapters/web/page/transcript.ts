import type { Answer, Chat, Failure, Member, Said, Shown } from '../protocol.ts'
import type { Language } from './labels.ts'

/** What the person did, with what became of it. */
export interface Own extends Said {
  readonly kind: 'own'
  /** As it stands in the transcript, where that is not `text`: the label of a choice. */
  readonly label?: string
  /** Pictures; without an address they were sent before the page was loaded anew. */
  readonly pictures?: readonly { readonly name: string; readonly address?: string }[]
  /** Sent by the page itself: it is not shown; `both`: nor is what the bot answers. */
  readonly quiet?: 'own' | 'both'
  readonly state: 'sending' | 'sent' | 'failed'
  readonly failure?: Failure['error']
}

export type Bot = Shown & { readonly kind: 'bot' }
export type Item = Own | Bot

/** All that the page knows. It stays in this tab. */
export interface Transcript {
  readonly language: Language
  readonly items: readonly Item[]
  /** The last reply that came by the stream. */
  readonly last?: string
  readonly groupOpened: boolean
}

export type Action =
  | { readonly do: 'say'; readonly message: Own }
  | { readonly do: 'told'; readonly replies: readonly Shown[] }
  | ({ readonly do: 'sent'; readonly update: string } & Answer)
  | { readonly do: 'fail'; readonly update: string; readonly failure: Failure['error'] }
  | { readonly do: 'again'; readonly update: string }
  | { readonly do: 'takeBack'; readonly update: string }
  | { readonly do: 'reached'; readonly last: string }
  | { readonly do: 'language'; readonly language: Language }
  | { readonly do: 'openGroup' }

export function change(before: Transcript, action: Action): Transcript {
  switch (action.do) {
    case 'say':
      return { ...before, items: [...before.items, action.message] }
    case 'told':
      return action.replies.reduce(tell, before)
    case 'sent':
      return sent(before, action.update, action)
    case 'fail':
      return edit(before, action.update, { state: 'failed', failure: action.failure })
    case 'again':
      return edit(before, action.update, { state: 'sending' })
    case 'takeBack':
      return { ...before, items: before.items.filter((item) => item.update !== action.update) }
    case 'reached':
      return { ...before, last: action.last }
    case 'language':
      return { ...before, language: action.language }
    case 'openGroup':
      return { ...before, groupOpened: true }
  }
}

const edit = (before: Transcript, update: string, news: Partial<Own>): Transcript => ({
  ...before,
  items: before.items.map((item) => (item.kind === 'own' && item.update === update ? { ...item, ...news } : item)),
})

/** A deletion taken in leaves, of its chat or of all, only what the bot says to it and what was not sent yet. */
function sent(before: Transcript, update: string, { replies, text }: Answer): Transcript {
  const own = before.items.find((item): item is Own => item.kind === 'own' && item.update === update)
  const taken = edit(before, update, { state: 'sent', ...(text !== undefined && { text }) })
  const told = replies.reduce(tell, taken)
  if (!own || !replies.some(({ forgets }) => forgets)) return told
  const stays = (item: Item) => (item.kind === 'own' ? item.state !== 'sent' : item.update === update)
  if (own.everything) return { ...told, items: told.items.filter(stays), groupOpened: false }
  return { ...told, items: told.items.filter((item) => stays(item) || !isSameChat(item, own)) }
}

function tell(before: Transcript, reply: Shown): Transcript {
  const told = before.items.findIndex((item) => item.kind === 'bot' && item.name === reply.name)
  if (told >= 0) return before
  // What is shown again because the page came back takes the place of what stands there.
  const last = before.items.findLast(
    (item): item is Bot => item.kind === 'bot' && isSameChat(item, reply) && !isQuiet(before, item),
  )
  const asked = before.items.find((item) => item.kind === 'own' && item.update === reply.update)
  const bot: Bot = { ...reply, kind: 'bot' }
  if (asked?.kind !== 'own' || asked.choice !== 'resume' || !last?.text.endsWith(reply.text))
    return { ...before, items: [...before.items, bot] }
  return { ...before, items: [...before.items.filter((item) => item !== last), { ...bot, text: last.text }] }
}

const isSameChat = (one: { chat: Chat; as: Member }, other: { chat: Chat; as: Member }) =>
  one.chat === other.chat && (one.chat === 'group' || one.as === other.as)

const isQuiet = ({ items }: Transcript, { update }: Bot) =>
  items.some((item) => item.kind === 'own' && item.update === update && item.quiet === 'both')

/** What stands in one chat, for the person who speaks as `as`. */
export const visible = (transcript: Transcript, chat: Chat, as: Member): readonly Item[] =>
  transcript.items.filter((item) => {
    if (!isSameChat(item, { chat, as })) return false
    if (item.kind === 'own') return item.quiet === undefined
    return !isQuiet(transcript, item) && (!item.aside || item.to === as)
  })
