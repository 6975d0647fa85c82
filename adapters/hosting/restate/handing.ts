import type { Courier, Handed } from '../embedded/courier.ts'
import type { Waiting } from '../kept.ts'

/** Attempts that are remembered after their end. */
const remembered = 1_000

type Attempted = Exclude<Handed, 'stopped'> | { readonly after: number }

/** Attempts to hand replies over, for Restate. */
export interface Handing<Reply> {
  /** One attempt of the call named so. Rejects only where this instance stops, and another has to go on. */
  attempt(call: string, key: string, waiting: Waiting<Reply>, failures: number): Promise<Attempted>
  /** Resolves once no attempt is under way. */
  idle(): Promise<void>
}

/** An attempt that Restate asks for again, since it did not hear the answer, is not made twice by one process. */
export function createHanding<Reply>(courier: Courier<Reply>): Handing<Reply> {
  const known = new Map<string, Promise<Attempted>>()
  const running = new Set<Promise<unknown>>()

  async function begin(key: string, waiting: Waiting<Reply>, failures: number): Promise<Attempted> {
    const outcome = await courier.attempt(key, waiting, failures)
    if (outcome === 'stopped') throw new Error('this instance stops; another goes on')
    return outcome
  }
  return {
    attempt(call, key, waiting, failures) {
      const name = JSON.stringify([call, waiting.update, waiting.index, failures])
      const before = known.get(name)
      if (before) return before
      const outcome = begin(key, waiting, failures)
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
