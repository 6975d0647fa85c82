import { setTimeout as wait } from 'node:timers/promises'

/** What a puppet answers within so many milliseconds; `otherwise` where it fails or stays silent. Never rejects. */
export async function soon<T, U>(asked: () => Promise<T> | T, otherwise: U, milliseconds = 5_000): Promise<T | U> {
  const done = new AbortController()
  const late = wait(milliseconds, otherwise, { signal: done.signal }).catch(() => otherwise)
  try {
    return await Promise.race([asked(), late])
  } catch {
    return otherwise
  } finally {
    done.abort()
  }
}
