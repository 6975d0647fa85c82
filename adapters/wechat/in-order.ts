/** Runs the jobs of one lane one after another, in the order they came, and lanes beside each other. */
export interface InOrder {
  run(lane: string, job: () => Promise<void>): Promise<void>
}

/** Jobs must not reject. */
export function createInOrder(): InOrder {
  const last = new Map<string, Promise<void>>()
  return {
    async run(lane, job) {
      const own = (last.get(lane) ?? Promise.resolve()).then(job)
      last.set(lane, own)
      await own
      if (last.get(lane) === own) last.delete(lane)
    },
  }
}
