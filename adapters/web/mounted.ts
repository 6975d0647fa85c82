import type { IncomingMessage, RequestListener } from 'node:http'
import { type Answered, answer, type Posted } from '../posted.ts'

/** Requests for another part of the bot that has no server of its own, such as a webhook. */
export interface Mount {
  readonly path: string
  handle(request: Posted): Promise<Answered>
}

/**
 * Hands requests to a mount without making web requests of them, which would cost a good part of a whole turn. A
 * handler that rejects is answered with 500.
 */
export const listenerOf =
  ({ handle }: Pick<Mount, 'handle'>): RequestListener =>
  (incoming, outgoing) => {
    handle(posted(incoming)).then(
      (answered) => answer(outgoing, answered),
      () => answer(outgoing, { status: 500 }),
    )
  }

const posted = (incoming: IncomingMessage): Posted => ({
  method: incoming.method ?? '',
  headers: { get: (name) => [incoming.headers[name.toLowerCase()] ?? null].flat()[0] ?? null },
  body: incoming,
  text: () => textOf(incoming),
})

function textOf(incoming: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => resolve(Buffer.concat(chunks).toString()))
    incoming.on('error', reject)
    incoming.on('aborted', () => reject(new Error('the request was broken off')))
  })
}
