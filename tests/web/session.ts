import { randomUUID } from 'node:crypto'
import type { Answer, Said, Shown } from '../../adapters/web/protocol.ts'

export interface Session {
  /** Says it as the page does; resolves with the replies. */
  say(said: Partial<Said>): Promise<readonly Shown[]>
  /** POSTs a body, with more headers or others. */
  post(body: unknown, headers?: Record<string, string>): Promise<Response>
  /** Fetches a picture as the page does. */
  picture(name: string): Promise<Uint8Array>
  readonly cookie: string
  /** All replies so far. */
  readonly told: readonly Shown[]
}

/** The cookie that the page gives, with its name. */
export async function cookieFrom(address: string): Promise<string> {
  const page = await fetch(address)
  return page.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** What the page does over the wire, without a browser. `address` ends with a slash. */
export async function openSession(address: string): Promise<Session> {
  const cookie = await cookieFrom(address)
  const origin = new URL(address).origin
  const told: Shown[] = []

  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${address}api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: origin, Cookie: cookie, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  return {
    cookie,
    told,
    post,
    async picture(name) {
      const response = await fetch(`${address}api/pictures/${name}`, { headers: { Cookie: cookie } })
      if (!response.ok) throw new Error(`refused with ${response.status}: ${await response.text()}`)
      return new Uint8Array(await response.arrayBuffer())
    },
    async say(said) {
      const response = await post({ update: randomUUID(), chat: 'private', as: 'me', ...said })
      if (!response.ok) throw new Error(`refused with ${response.status}: ${await response.text()}`)
      const { replies }: Answer = JSON.parse(await response.text())
      told.push(...replies)
      return replies
    },
  }
}
