import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

/** 256 bits. */
const form = /^[\w-]{43}$/
const lasting = { path: '/', httpOnly: true, sameSite: 'Strict' } as const

/**
 * Whether the browser came by https: a proxy in front of this server says so. Said falsely it only keeps the
 * one who says it from their own cookie.
 */
const isSecure = (c: Context) => c.req.header('x-forwarded-proto') === 'https'

function secretOf(c: Context): string | undefined {
  const secret = isSecure(c) ? getCookie(c, 'session', 'host') : getCookie(c, 'session')
  return secret !== undefined && form.test(secret) ? secret : undefined
}

/** The name under which a session is kept. It is a hash: what stands on the disk opens no session. */
export function sessionOf(c: Context): string | undefined {
  const secret = secretOf(c)
  return secret === undefined ? undefined : createHash('sha256').update(secret).digest('base64url').slice(0, 32)
}

/** Gives a browser a session that has none. It lasts until the browser is closed, so that nobody else finds it. */
export function giveSession(c: Context): void {
  if (secretOf(c) !== undefined) return
  const secret = randomBytes(32).toString('base64url')
  if (isSecure(c)) setCookie(c, 'session', secret, { ...lasting, secure: true, prefix: 'host' })
  else setCookie(c, 'session', secret, lasting)
}
