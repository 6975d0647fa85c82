import type { Courier } from '../embedded/courier.ts'
import type { Waiting } from '../kept.ts'
import type { Hand } from './replies.ts'

/** Replies whose handing over is remembered after it. */
const remembered = 1_000

/**
 * A courier whom Restate may ask again, where it did not hear the answer: one reply of one call is handed over once by
 * a process, however often it is asked.
 */
export function createHanding<Reply>(courier: Courier<Reply>): { readonly hand: Hand<Reply>; idle(): Promise<void> } {
  const known = new Map<string, ReturnType<Hand<Reply>>>()
  const running = new Set<Promise<unknown>>()

  async function handNow(key: string, waiting: Waiting<Reply>) {
    const outcome = await courier.hand(key, waiting)
    if (outcome === 'stopped') throw new Error('this instance stops; another goes on')
    return outcome
  }
  return {
    hand(call, key, waiting) {
      const name = JSON.stringify([call, waiting.update, waiting.index])
      const before = known.get(name)
      if (before) return before
      const outcome = handNow(key, waiting)
      known.set(name, outcome)
      const [oldest] = known.size > remembered ? known.keys() : []
      if (oldest !== undefined) known.delete(oldest)
      running.add(outcome)
      const over = () => running.delete(outcome)
      outcome.then(over, over)
      return outcome
    },
    async idle() {
      await Promise.allSettled(running)
    },
  }
}
