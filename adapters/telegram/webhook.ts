import { createHash, timingSafeEqual } from 'node:crypto'
import type { Update } from 'grammy/types'
import type { Answered, Posted } from '../posted.ts'
import { isUpdate } from './read-update.ts'

export interface WebhookOptions {
  readonly secret: string
  /** Resolves once the update is durable. */
  readonly take: (update: Update) => Promise<void>
  readonly onMalformed: () => void
}

/** Bytes; Telegram's updates are some kilobytes. */
const MOST_BYTES = 1_000_000

const digest = (text: string) => createHash('sha256').update(text).digest()
const answer = (status: number): Answered => ({ status })

/**
 * Takes in what Telegram posts: 200 only once it is durable, 503 where it could not be, so that Telegram sends it
 * again. Nothing is read of a request without the secret.
 */
export function createWebhook({ secret, take, onMalformed }: WebhookOptions): (request: Posted) => Promise<Answered> {
  const expected = digest(secret)
  return async (request) => {
    if (request.method !== 'POST') return answer(405)
    const given = digest(request.headers.get('x-telegram-bot-api-secret-token') ?? '')
    if (!timingSafeEqual(given, expected)) return answer(401)
    if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return answer(415)
    const text = await read(request)
    if (text === undefined) return answer(413)
    let update: unknown
    try {
      update = JSON.parse(text)
    } catch {
      return answer(400)
    }
    if (!isUpdate(update)) {
      onMalformed()
      return answer(200)
    }
    return take(update).then(
      () => answer(200),
      () => answer(503),
    )
  }
}

/**
 * Undefined where there is too much, of which no more is read. HTTP gives no more of a body than was declared; one
 * of undeclared length is counted as it comes, which costs more.
 */
async function read(request: Posted): Promise<string | undefined> {
  const declared = request.headers.get('content-length')
  if (declared === null) return readCounting(request)
  if (!(Number(declared) <= MOST_BYTES)) return undefined
  return request.text()
}

async function readCounting({ body }: Posted): Promise<string | undefined> {
  if (!body) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.byteLength
    if (size > MOST_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}
