import { randomUUID } from 'node:crypto'
import type { Answer, Said, Shown } from '../../adapters/web/protocol.ts'

export interface Session {
  /** Says it as the page does, with these pictures; resolves with the replies. */
  say(said: Partial<Said>, pictures?: readonly Uint8Array[]): Promise<readonly Shown[]>
  /** Posts a message as a form with pictures. */
  postForm(message: object, pictures: readonly Uint8Array[]): Promise<Response>
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

/** What the page does over the wire, without a browser. `address` ends with a slash. A cookie goes on with its session. */
export async function openSession(address: string, known?: string): Promise<Session> {
  const cookie = known ?? (await cookieFrom(address))
  const origin = new URL(address).origin
  const told: Shown[] = []

  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${address}api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: origin, Cookie: cookie, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const whole = (said: object) => ({ update: randomUUID(), chat: 'private', as: 'me', ...said })
  const postForm = (message: object, pictures: readonly Uint8Array[]) => {
    const form = new FormData()
    form.set('message', JSON.stringify(whole(message)))
    for (const one of pictures)
      form.append('picture', new Blob([new Uint8Array(one)], { type: 'image/jpeg' }), 'one.jpg')
    return fetch(`${address}api/messages`, { method: 'POST', body: form, headers: { Origin: origin, Cookie: cookie } })
  }
  return {
    cookie,
    told,
    post,
    postForm,
    async picture(name) {
      const response = await fetch(`${address}api/pictures/${name}`, { headers: { Cookie: cookie } })
      if (!response.ok) throw new Error(`refused with ${response.status}: ${await response.text()}`)
      return new Uint8Array(await response.arrayBuffer())
    },
    async say(said, pictures = []) {
      const response = await (pictures.length > 0 ? postForm(said, pictures) : post(whole(said)))
      if (!response.ok) throw new Error(`refused with ${response.status}: ${await response.text()}`)
      const { replies }: Answer = JSON.parse(await response.text())
      told.push(...replies)
      return replies
    },
  }
}
