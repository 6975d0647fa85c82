import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

/** Its own: whatever else is served on localhost, on any port, shares its cookies. */
const name = 'pyramid-session'
/** 256 bits. */
const form = /^[\w-]{43}$/
/** Lax, so that a link followed from elsewhere finds the session there is; what a POST does is guarded by its origin. */
const lasting = { path: '/', httpOnly: true, sameSite: 'Lax' } as const

/** The cookie that holds a session; `isSecure`: people come by https. */
export interface Sessions {
  /** The name under which a session is kept. It is a hash: what stands on the disk opens no session. */
  of(c: Context): string | undefined
  /** Gives a browser a session that has none. It lasts until the browser is closed, so that nobody else finds it. */
  give(c: Context): void
}

export function createSessions(isSecure: boolean): Sessions {
  const secretOf = (c: Context): string | undefined => {
    const secret = isSecure ? getCookie(c, name, 'host') : getCookie(c, name)
    return secret !== undefined && form.test(secret) ? secret : undefined
  }
  return {
    of(c) {
      const secret = secretOf(c)
      return secret === undefined ? undefined : createHash('sha256').update(secret).digest('base64url').slice(0, 32)
    },
    give(c) {
      if (secretOf(c) !== undefined) return
      const secret = randomBytes(32).toString('base64url')
      if (isSecure) setCookie(c, name, secret, { ...lasting, secure: true, prefix: 'host' })
      else setCookie(c, name, secret, lasting)
    },
  }
}
