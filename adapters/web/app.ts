import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { masked } from '../../src/index.ts'
import type { Accepted } from '../hosting/host.ts'
import { clientAddress } from './client-address.ts'
import { answersTo, headersFor, isFromPage } from './guard.ts'
import type { Count } from './limits.ts'
import type { Mailboxes } from './mailboxes.ts'
import type { PageFile } from './page-files.ts'
import { hasPictures, type PictureFile, read } from './posted-message.ts'
import { type Answer, type Failure, failures, type Said } from './protocol.ts'
import { said } from './said.ts'
import { createSessions } from './session.ts'
import type { Streams } from './stream.ts'

export interface AppParts {
  readonly host: string
  readonly publicUrl: string | undefined
  readonly files: ReadonlyMap<string, PageFile>
  readonly mailboxes: Mailboxes
  readonly streams: Streams
  readonly count: Count
  /** Takes a message in; rejects where it changed nothing. */
  readonly submit: (session: string, message: Said, pictures: readonly PictureFile[]) => Promise<Accepted>
  readonly onTrouble: (message: string, cause?: unknown) => void
}

interface Env {
  readonly Bindings: HttpBindings
}

const mostBytes = 512 * 1024
/** Of a message with pictures. */
const mostBytesWithPictures = 32 * 1024 * 1024

const statuses = {
  no_session: 401,
  foreign: 403,
  wrong_host: 421,
  wrong_form: 400,
  too_large: 413,
  too_many: 429,
  busy: 503,
  unfinished: 503,
  not_found: 404,
} as const

function fail(c: Context, error: Failure['error'], retryAfter?: number): Response {
  const failure: Failure = { error, message: failures[error], ...(retryAfter !== undefined && { retryAfter }) }
  if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter))
  return c.json(failure, statuses[error])
}

export function createApp(parts: AppParts): Hono<Env> {
  const { host, publicUrl, files, mailboxes, streams, count, submit, onTrouble } = parts
  const isHttps = publicUrl?.startsWith('https:') ?? false
  const sessions = createSessions(isHttps)
  const addressOf = (c: Context<Env>) =>
    clientAddress(
      c.env.incoming.socket.remoteAddress ?? 'unknown',
      publicUrl === undefined ? undefined : c.req.header('x-forwarded-for'),
    )
  const app = new Hono<Env>()

  app.use(headersFor(isHttps))
  app.use(async (c, next) => {
    if (!answersTo(host, c.req.header('host'), publicUrl)) return fail(c, 'wrong_host')
    const wait = await count('requests', addressOf(c))
    return wait === undefined ? next() : fail(c, 'too_many', wait)
  })

  for (const [path, { body, type, etag }] of files)
    app.get(path, (c) => {
      if (path === '/') sessions.give(c)
      c.header('ETag', etag)
      c.header('Cache-Control', path === '/' ? 'no-store' : 'no-cache')
      if (c.req.header('if-none-match') === etag) return c.body(null, 304)
      return c.body(new Uint8Array(body), 200, { 'Content-Type': type })
    })

  app.use('/api/*', async (c, next) => {
    c.header('Cache-Control', 'no-store')
    const site = c.req.header('sec-fetch-site')
    const known = { site, origin: c.req.header('origin'), host: c.req.header('host') }
    if (c.req.method === 'POST' && !isFromPage(known, publicUrl)) return fail(c, 'foreign')
    if (site !== undefined && site !== 'same-origin') return fail(c, 'foreign')
    return next()
  })

  /** Whoever made up a session of their own counts as new as well. */
  async function admit(c: Context<Env>, session: string): Promise<Response | undefined> {
    if (!mailboxes.has(session)) {
      const wait = await count('sessions', addressOf(c))
      if (wait !== undefined) return fail(c, 'too_many', wait)
    }
    return mailboxes.open(session) ? undefined : fail(c, 'busy', 60)
  }

  const onError = (c: Context) => fail(c, 'too_large')
  const boundedWords = bodyLimit({ maxSize: mostBytes, onError })
  const boundedPictures = bodyLimit({ maxSize: mostBytesWithPictures, onError })
  const bounded: MiddlewareHandler<Env> = async (c, next) => {
    if (!hasPictures(c)) return boundedWords(c, next)
    const wait = await count('pictures', addressOf(c))
    return wait === undefined ? boundedPictures(c, next) : fail(c, 'too_many', wait)
  }

  app.post('/api/messages', bounded, async (c) => {
    const session = sessions.of(c)
    if (session === undefined) return fail(c, 'no_session')
    const wait = await count('messages', addressOf(c))
    if (wait !== undefined) return fail(c, 'too_many', wait)
    const refused = await admit(c, session)
    if (refused) return refused
    const posted = await read(c)
    if (posted === undefined) return fail(c, 'wrong_form')
    const message = said.safeParse(posted.message)
    if (!message.success) return fail(c, 'wrong_form')
    try {
      const { delivered } = await submit(session, message.data, posted.pictures)
      await delivered
    } catch (error) {
      onTrouble('a message to the web page could not be taken in', error)
      return fail(c, 'unfinished', 2)
    }
    const { text } = message.data
    const kept = text === undefined ? text : masked({ kind: 'private', text }).text
    const replies = mailboxes.answersTo(session, message.data.update)
    return c.json({ replies, ...(kept !== undefined && kept !== text && { text: kept }) } satisfies Answer)
  })

  app.get('/api/pictures/:name', async (c) => {
    const session = sessions.of(c)
    if (session === undefined) return fail(c, 'no_session')
    const wait = await count('messages', addressOf(c))
    if (wait !== undefined) return fail(c, 'too_many', wait)
    const png = await mailboxes.picture(session, c.req.param('name'))
    return png ? c.body(new Uint8Array(png), 200, { 'Content-Type': 'image/png' }) : fail(c, 'not_found')
  })

  app.get('/api/replies', async (c) => {
    // Nobody would read the stream that answers it, nor end it.
    if (c.req.method === 'HEAD') return fail(c, 'not_found')
    const session = sessions.of(c)
    if (session === undefined) return fail(c, 'no_session')
    const refused = await admit(c, session)
    if (refused) return refused
    const after = c.req.header('last-event-id') ?? c.req.query('after')
    const stream = streams.to(session, after, addressOf(c))
    return typeof stream === 'string' ? fail(c, stream, 60) : stream
  })

  app.notFound((c) => fail(c, 'not_found'))
  app.onError((error, c) => {
    onTrouble('a request to the web page failed', error)
    return fail(c, 'unfinished', 2)
  })
  return app
}
