/** Work that waits for its turn, fairly: whoever has much of it does not keep others waiting. */
export interface Queue<Result> {
  /** `full`: too much waits, of this person or of all. */
  run(who: string, job: () => Promise<Result>): Promise<Result | 'full'>
}

export interface QueueLimits {
  readonly waiting: number
  readonly waitingOfOne: number
}

/** Runs one job at a time; of those who wait, each in turn. */
export function createQueue<Result>({ waiting, waitingOfOne }: QueueLimits): Queue<Result> {
  /** In the order in which they are next. */
  const lines = new Map<string, (() => Promise<void>)[]>()
  let busy = false

  async function work(): Promise<void> {
    if (busy) return
    busy = true
    for (let next = lines.entries().next(); !next.done; next = lines.entries().next()) {
      const [who, jobs] = next.value
      const job = jobs.shift()
      lines.delete(who)
      if (jobs.length > 0) lines.set(who, jobs)
      await job?.()
    }
    busy = false
  }

  return {
    run(who, job) {
      const own = lines.get(who) ?? []
      const all = [...lines.values()].reduce((sum, { length }) => sum + length, 0)
      if (own.length >= waitingOfOne || all >= waiting) return Promise.resolve('full')
      return new Promise((resolve, reject) => {
        own.push(() => job().then(resolve, reject))
        lines.set(who, own)
        void work()
      })
    },
  }
}
