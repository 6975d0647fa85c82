import type { Answer, Failure, Said } from '../protocol.ts'
import type { Own } from './transcript.ts'

export type Outcome =
  | { readonly as: 'sent'; readonly answer: Answer }
  | { readonly as: 'refused'; readonly error: Failure['error'] }
  /** It may be sent again, under the same name, in so many milliseconds; without an error there was no connection. */
  | { readonly as: 'later'; readonly wait: number; readonly error?: Failure['error'] }

/** In milliseconds; the bot itself tries for half a minute. */
const patience = 40_000

/** Sends one message to the bot. Never rejects. */
export async function deliver(own: Own, attempt: number): Promise<Outcome> {
  const pause = Math.min(1000 * 2 ** attempt, 15_000)
  const ending = new AbortController()
  const timer = setTimeout(() => ending.abort(), patience)
  try {
    const response = await fetch('/api/messages', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(saidBy(own)),
      signal: ending.signal,
    })
    if (response.ok) return { as: 'sent', answer: await response.json() }
    const failure: Partial<Failure> = await response.json().catch(() => ({}))
    const { error = 'unfinished', retryAfter } = failure
    if (error === 'no_session' && attempt === 0) {
      // The browser forgot the session; the page comes with another.
      await fetch('/')
      return { as: 'later', wait: 0, error }
    }
    if (retryAfter === undefined && response.status < 500) return { as: 'refused', error }
    return { as: 'later', wait: (retryAfter ?? 0) * 1000 || pause, error }
  } catch {
    return { as: 'later', wait: pause }
  } finally {
    clearTimeout(timer)
  }
}

const saidBy = ({
  update,
  chat,
  as,
  text,
  forwarded,
  choice,
  question,
  everything,
  quoted,
  addressed,
  event,
}: Own): Said => ({
  update,
  chat,
  as,
  text,
  forwarded,
  choice,
  question,
  everything,
  quoted,
  addressed,
  event,
})
