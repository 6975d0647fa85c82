import { setTimeout as wait } from 'node:timers/promises'

/** How long a platform waits for an answer before it sends an update again, in milliseconds. */
const patience = 3_000
const longestSilence = 60_000

/** Chats that speak without end, as a platform passes it on: an update is sent until it is acknowledged, then the next. */
export interface People {
  readonly keys: readonly string[]
  /** How many updates of a chat were acknowledged. */
  acknowledged(key: string): number
  /** Resolves once so many more updates were acknowledged, of all chats together. Rejects after a minute without. */
  more(updates: number): Promise<void>
  /** The longest time between two acknowledgements of one chat since `from`, in milliseconds. */
  longestGap(from: number): number
  /** Resolves once each has an answer to what it last said. */
  fallSilent(): Promise<void>
}

/** `pause`: how long each chat waits after an answer, in milliseconds. */
export function createPeople(front: string, chats: number, pause: number): People {
  const keys = Array.from({ length: chats }, (_, n) => `chat ${n}`)
  const acks = new Map<string, number[]>(keys.map((key) => [key, []]))
  const started = Date.now()
  let total = 0
  let silent = false
  let waiting: { until: number; done: () => void }[] = []

  async function send(key: string, n: number): Promise<boolean> {
    const body = JSON.stringify({ key, id: `u${n}`, text: `u${n}` })
    try {
      const { ok } = await fetch(front, { method: 'POST', body, signal: AbortSignal.timeout(patience) })
      return ok
    } catch {
      return false
    }
  }
  async function speak(key: string, times: number[]): Promise<void> {
    for (let n = 0; !silent; n++) {
      while (!(await send(key, n))) await wait(50)
      times.push(Date.now())
      total++
      for (const one of waiting) if (total >= one.until) one.done()
      waiting = waiting.filter((one) => total < one.until)
      await wait(pause)
    }
  }
  const speaking = [...acks].map(([key, times]) => speak(key, times))
  return {
    keys,
    acknowledged: (key) => acks.get(key)?.length ?? 0,
    async more(updates) {
      const late = new AbortController()
      const reached = new Promise<void>((done) => waiting.push({ until: total + updates, done }))
      await Promise.race([reached, wait(longestSilence, 'late', { signal: late.signal })]).then((outcome) => {
        if (outcome === 'late') throw new Error(`${updates} updates were not acknowledged in ${longestSilence} ms`)
      })
      late.abort()
    },
    longestGap: (from) =>
      Math.max(
        ...[...acks.values()].map((times) => {
          const since = [Math.max(from, started), ...times.filter((at) => at > from), Date.now()]
          return Math.max(...since.map((at, n) => at - (since[n - 1] ?? at)))
        }),
      ),
    async fallSilent() {
      silent = true
      await Promise.all(speaking)
    },
  }
}
