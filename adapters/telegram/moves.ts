import { partsOf } from '../platform.ts'
import type { Happening } from './read-message.ts'

/** Groups whose move is remembered in this run. */
const MOST = 10_000
/** Milliseconds within which Telegram tells of a move after the bot is out of the former group. */
const PATIENCE = 3000

/** Where groups are now that became another chat. */
export interface Moves {
  note(from: number, to: number): void
  whereIs(chat: number): number
  /** The bot leaves the old chat and joins the new one when a group moves: no news. */
  isPartOfOne(happening: Happening): boolean
  /**
   * Whether it turns out within a few seconds that this chat has moved. Rejects where that is cut short by `stop`.
   */
  turnsOut(chat: number): Promise<boolean>
  /** Ends all waiting. */
  stop(): void
}

export function createMoves(patience: number = PATIENCE): Moves {
  const moves = new Map<number, number>()
  const targets = new Set<number>()
  const waiting = new Set<{ readonly chat: number; readonly moved: () => void; readonly stopped: () => void }>()
  return {
    note(from, to) {
      moves.set(from, to)
      targets.add(to)
      for (const one of waiting) if (one.chat === from) one.moved()
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
    async turnsOut(chat) {
      if (moves.has(chat)) return true
      return new Promise((resolve, reject) => {
        const end = (act: () => void) => () => {
          clearTimeout(timer)
          waiting.delete(one)
          act()
        }
        const timer = setTimeout(
          end(() => resolve(false)),
          patience,
        )
        const one = {
          chat,
          moved: end(() => resolve(true)),
          stopped: end(() => reject(new Error('the bot is stopped'))),
        }
        waiting.add(one)
      })
    },
    stop() {
      for (const one of waiting) one.stopped()
    },
  }
}

/** The chat that a happening says has moved. */
export function formerChat({ message: { movedFrom } }: Happening): number | undefined {
  return movedFrom === undefined ? undefined : Number(partsOf(movedFrom).chat)
}
