import { partsOf } from '../platform.ts'
import type { Happening } from './read-message.ts'

/** Groups whose move is remembered in this run. */
const MOST = 10_000

/** Where groups are now that became another chat. */
export interface Moves {
  note(from: number, to: number): void
  whereIs(chat: number): number
  /** The bot leaves the old chat and joins the new one when a group moves: no news. */
  isPartOfOne(happening: Happening): boolean
}

export function createMoves(): Moves {
  const moves = new Map<number, number>()
  const targets = new Set<number>()
  return {
    note(from, to) {
      moves.set(from, to)
      targets.add(to)
      const [oldest] = moves
      if (moves.size <= MOST || !oldest) return
      moves.delete(oldest[0])
      targets.delete(oldest[1])
    },
    whereIs: (chat) => moves.get(chat) ?? chat,
    isPartOfOne({ chat, message: { event } }) {
      // Once it has joined, or left again, what follows is news.
      const isTarget = (event === 'left' || event === 'joined') && targets.delete(chat)
      return (event === 'left' && moves.has(chat)) || (event === 'joined' && isTarget)
    },
  }
}

/** The chat that a happening says has moved. */
export function formerChat({ message: { movedFrom } }: Happening): number | undefined {
  return movedFrom === undefined ? undefined : Number(partsOf(movedFrom).chat)
}
