import type { Deliver, Origin } from '../host.ts'

/** For so long an answer holds for a conversation, in milliseconds: replies in a row are not asked about one by one. */
const fresh = 500
/** Conversations whose last answer is known. */
const remembered = 1_000

/** Delivers what still waits: a reply may have been dropped while those before it, or attempts at it, took their time. */
export function deliverWaiting<Reply>(
  deliver: Deliver<Reply>,
  waits: (key: string, origin: Origin) => Promise<boolean>,
): Deliver<Reply> {
  const asked = new Map<string, number>()
  return async (key, reply, origin) => {
    if (performance.now() - (asked.get(key) ?? Number.NEGATIVE_INFINITY) > fresh) {
      if (!(await waits(key, origin))) return
      asked.delete(key)
      asked.set(key, performance.now())
      const [oldest] = asked.size > remembered ? asked.keys() : []
      if (oldest !== undefined) asked.delete(oldest)
    }
    await deliver(key, reply, origin)
  }
}
