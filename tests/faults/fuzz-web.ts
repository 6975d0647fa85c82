import { randomUUID } from 'node:crypto'
import { createWeb } from '../../adapters/web/web.ts'
import { openSession, type Session } from '../web/session.ts'
import { type Act, type Fuzzed, fuzz } from './fuzz.ts'

const most = 10_000_000
/** Answers that are no failure of the server: taken, or refused with a word on why. */
const expected: ReadonlySet<number> = new Set([200, 304, 400, 401, 403, 404, 413, 415, 421])

export const fuzzWeb = fuzz({
  name: 'web',
  longest: Number.POSITIVE_INFINITY,
  sizes: { short: 300, long: 100_000 },
  async open(run, wrong): Promise<Fuzzed> {
    let address = ''
    const web = createWeb({
      host: '127.0.0.1',
      port: 0,
      limits: { messages: most, requests: most, sessions: most, pictures: most },
      onTrouble: (message, cause) => wrong(`${message}: ${cause instanceof Error ? cause.message : ''}`),
      onListening(given) {
        address = given
      },
    })
    const { stop } = await run(web)
    const sessions = await Promise.all(Array.from({ length: 40 }, () => openSession(address)))
    let texts: string[] = []
    return {
      async play(acts) {
        for (const one of acts) {
          const session = sessions[one.who]
          if (!session) continue
          const response = await act(session, address, one)
          const body = await response.text()
          if (!expected.has(response.status)) wrong(`${response.status} ${body.slice(0, 100)}`)
          if (response.status === 200 && one.kind < 80) texts.push(...textsIn(body))
        }
      },
      shown() {
        const all = texts
        texts = []
        return all
      },
      answers: async (words) => (await (await openSession(address)).say({ text: words })).length > 0,
      close: stop,
    }
  },
})

const textsIn = (body: string): string[] => {
  const { replies }: { replies: { text: string }[] } = JSON.parse(body)
  return replies.map(({ text }) => text)
}

/** One act as the page sends it, or as nobody would who means well. */
function act(session: Session, address: string, { kind, inGroup, words, more, junk }: Act): Promise<Response> {
  const place = {
    update: randomUUID(),
    chat: inGroup ? 'group' : 'private',
    as: ['me', 'friend', 'recruiter'][kind % 3],
  }
  if (kind < 45) return session.post({ ...place, text: kind % 2 ? words : `@bot ${words}`, forwarded: kind % 5 === 0 })
  if (kind < 55) return session.post({ ...place, text: words, quoted: more, addressed: true })
  if (kind < 65) return session.post({ ...place, choice: words.slice(0, 60), question: more.slice(0, 60) })
  if (kind < 68) return session.post({ ...place, chat: 'group', event: kind % 2 ? 'joined' : 'left' })
  if (kind < 80) return session.post({ ...place, text: words, update: more.slice(0, 200) })
  if (kind < 86) return session.post(junk === undefined ? words : junk)
  if (kind < 90)
    return session.post(words, {
      'Content-Type': ['text/plain', 'multipart/form-data', 'application/xml'][kind % 3] ?? '',
    })
  if (kind < 94) return session.postForm({ ...place, text: words }, [Buffer.from(more)])
  const path = encodeURI(words.slice(0, 300).replace(/\p{Surrogate}/gu, '')).replace(/^\/+/, '')
  const headers = { Cookie: `${session.cookie}${encodeURIComponent(more.slice(0, 50).replace(/\p{Surrogate}/gu, ''))}` }
  return fetch(`${address}${kind % 2 ? 'api/pictures/' : ''}${path}`, { headers, method: kind % 3 ? 'GET' : 'DELETE' })
}
