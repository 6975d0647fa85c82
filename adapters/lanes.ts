/** Runs jobs of the same key one after another, in the order given, and those of different keys at once. */
export interface Lanes {
  run<T>(key: string, job: () => Promise<T>): Promise<T>
  /** Resolves once no job runs or waits. */
  idle(): Promise<void>
}

export function createLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>()
  return {
    run(key, job) {
      const result = (tails.get(key) ?? Promise.resolve()).then(job)
      const leave = () => {
        if (tails.get(key) === tail) tails.delete(key)
      }
      const tail: Promise<void> = result.then(leave, leave)
      tails.set(key, tail)
      return result
    },
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values())
    },
  }
}
