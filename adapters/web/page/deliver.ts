import type { Answer, Failure, Said } from '../protocol.ts'
import { fileOf } from './pictures.ts'
import type { Own } from './transcript.ts'

export type Outcome =
  | { readonly as: 'sent'; readonly answer: Answer }
  | { readonly as: 'refused'; readonly error: Failure['error'] }
  /** It may be sent again, under the same name, in so many milliseconds; without an error there was no connection. */
  | { readonly as: 'later'; readonly wait: number; readonly error?: Failure['error'] }

/** In milliseconds; the bot itself tries for half a minute. */
const patience = 40_000
/** The same with pictures, which take longer to send and to read. */
const picturePatience = 180_000

/** Sends one message to the bot. Never rejects. */
export async function deliver(own: Own, attempt: number): Promise<Outcome> {
  const pause = Math.min(1000 * 2 ** attempt, 15_000)
  const ending = new AbortController()
  const timer = setTimeout(() => ending.abort(), own.pictures ? picturePatience : patience)
  const posted = postedBy(own)
  // The page was loaded anew, and the files went with it.
  if (!posted) return { as: 'refused', error: 'wrong_form' }
  try {
    const response = await fetch('/api/messages', { method: 'POST', ...posted, signal: ending.signal })
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

function postedBy({ pictures, ...own }: Own): RequestInit | undefined {
  const message = JSON.stringify(saidBy(own))
  if (!pictures) return { headers: { 'Content-Type': 'application/json' }, body: message }
  const files = pictures.map(fileOf)
  const body = new FormData()
  body.set('message', message)
  for (const file of files) if (file) body.append('picture', file)
  return files.every((file) => file !== undefined) ? { body } : undefined
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
