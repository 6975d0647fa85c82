import type { Message, Reply } from '../../src/index.ts'
import { type Offered, offer } from '../choices.ts'
import type { Origin } from '../hosting/host.ts'
import { createRecent } from './recent.ts'

/** What was last shown in each conversation, to know what a number chooses. Forgotten on a restart. */
export interface Offers {
  /** Notes a reply before it is shown, and gives its choices with their numbers. */
  show(key: string, reply: Reply, origin: Origin): ReturnType<Offered['of']>
  /** The choice these words stand for: of what was shown to this person there, else of what was last shown there. */
  read(key: string, user: string, text: string): Pick<Message, 'choice' | 'question'> | undefined
  /** Notes the words of a message of the bot. */
  said(key: string, text: string): void
  /** Whether the bot said these words there, or as much of them as a quote shows. */
  wasSaid(key: string, words: string): boolean
}

interface Shown {
  readonly update: string
  readonly replies: ReadonlyMap<number, Reply>
  readonly offered: Offered
}

const mostConversations = 10_000
const mostSaid = 5
/** How much of a message, in UTF-16 units, tells it from others. */
const telling = 40

export function createOffers(): Offers {
  const shown = createRecent<Shown>(mostConversations)
  const said = createRecent<readonly string[]>(mostConversations)
  const placeOf = (key: string, user = '') => JSON.stringify([key, user])

  function note(place: string, reply: Reply, { update, index }: Origin): Offered {
    const before = shown.get(place)
    const replies = new Map(before?.update === update ? before.replies : []).set(index, reply)
    const offered = offer([...replies.values()])
    shown.set(place, { update, replies, offered })
    return offered
  }

  return {
    show(key, reply, origin) {
      // What is said in passing leaves standing what was asked before.
      if (reply.aside) return offer([reply]).of(reply)
      const everyone = placeOf(key)
      const own = reply.to === undefined ? everyone : placeOf(key, reply.to)
      if (own !== everyone && (reply.choices ?? []).length > 0) note(everyone, reply, origin)
      return note(own, reply, origin).of(reply)
    },
    read(key, user, text) {
      for (const place of [placeOf(key, user), placeOf(key)]) {
        const { choice, question } = shown.get(place)?.offered.read(text) ?? {}
        if (choice !== undefined) return { choice, ...(question !== undefined && { question }) }
      }
      return undefined
    },
    said(key, text) {
      const start = text.trim().slice(0, telling)
      if (start !== '') said.set(key, [...(said.get(key) ?? []), start].slice(-mostSaid))
    },
    wasSaid: (key, words) => words.length >= 8 && (said.get(key) ?? []).some((start) => words.includes(start)),
  }
}
