import type { Choice, Message, Reply } from '../src/index.ts'

/** A choice as shown: under a number, or by its words alone. */
interface Shown {
  readonly number?: number
  readonly choice: Choice
  readonly question?: string
}

/**
 * The choices of replies shown together. The last reply that offers any is the one that waits for an answer: its
 * choices are numbered from 1, as the engine counts them. Those before it are chosen by their words.
 */
export interface Offered {
  readonly of: (reply: Reply) => readonly Shown[]
  /** What was typed, as the choice it stands for where it does. */
  readonly read: (typed: string) => Message
}

export function offer(replies: readonly Reply[]): Offered {
  const last = replies.findLast(({ choices = [] }) => choices.length > 0)
  const shown = new Map(
    replies.map((reply) => {
      const { choices = [], question } = reply
      const named = question === undefined ? {} : { question }
      const numbered = reply === last && !asksNumber(reply)
      return [
        reply,
        choices.map((choice, index) => ({ choice, ...named, ...(numbered && { number: index + 1 }) })),
      ] as const
    }),
  )
  const all = [...shown.values()].reverse().flat()
  return {
    of: (reply) => shown.get(reply) ?? [],
    read(typed) {
      const said = typed.normalize('NFKC').trim()
      const number = Number(/^(\d{1,3})\s*[.)、。]?$/.exec(said)?.[1] ?? Number.NaN)
      const meant = all.find((one) => one.number === number) ?? all.find(({ choice }) => isSame(choice.label, said))
      if (!meant) return { kind: 'private', text: typed }
      const { choice, question } = meant
      return { kind: 'private', choice: choice.id, ...(question !== undefined && { question }) }
    },
  }
}

const isSame = (label: string, said: string) => label.normalize('NFKC').trim().toLowerCase() === said.toLowerCase()

/** "How many levels?" is answered by a number, so no choice may stand under one. */
const asksNumber = ({ asks, choices = [] }: Reply) => asks !== undefined && !choices.some(({ id }) => id === 'yes')
