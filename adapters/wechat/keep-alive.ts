import { setTimeout as wait } from 'node:timers/promises'

export interface KeepAliveOptions {
  /** Whether it has stopped by itself, and nothing else is about to start it again. */
  readonly isDown: () => boolean
  readonly restart: () => Promise<void>
  /** Milliseconds between two looks, and the pause before the first restart. */
  readonly first?: number
  /** The longest pause before another restart, in milliseconds. */
  readonly longest?: number
  /** Rejects when it is aborted. */
  readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>
}

/**
 * Starts again what has stopped, one attempt after another, with pauses that double from one to the next. Returns
 * what ends this.
 */
export function keepAlive({
  isDown,
  restart,
  first = 1_000,
  longest = 60_000,
  pause = (milliseconds, signal) => wait(milliseconds, undefined, { signal, ref: false }),
}: KeepAliveOptions): () => void {
  const ending = new AbortController()
  const { signal } = ending
  const watch = async () => {
    let next = first
    let upFor = 0
    for (;;) {
      await pause(first, signal)
      if (!isDown()) {
        // Only what has stayed up for a while begins with a short pause when it stops again.
        upFor += first
        if (upFor >= longest) next = first
        continue
      }
      upFor = 0
      await pause(next, signal)
      if (!isDown()) continue
      next = Math.min(next * 2, longest)
      await restart().catch(() => {})
    }
  }
  watch().catch(() => {})
  return () => ending.abort()
}
