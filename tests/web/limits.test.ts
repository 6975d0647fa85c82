import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createWeb } from '../../adapters/web/web.ts'
import { failureOf, hello, raw, running } from './asking.ts'
import { cookieFrom } from './session.ts'

describe('limits', () => {
  test('more messages than a person writes are refused with the seconds to wait', async () => {
    const { session } = await running({ limits: { messages: 3 } })
    for (let sent = 0; sent < 3; sent++) expect((await session.post(hello())).status).toBe(200)
    const refused = await session.post(hello())
    expect(refused.status).toBe(429)
    const wait = Number(refused.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(60)
    expect(await failureOf(refused)).toMatchObject({ error: 'too_many', retryAfter: wait })
  })

  test('one address cannot open sessions without end, made up ones among them', async () => {
    const { session } = await running({ limits: { sessions: 3 } })
    const statuses: number[] = []
    for (let made = 0; made < 5; made++)
      statuses.push((await session.post(hello(), { Cookie: `pyramid-session=${String(made).repeat(43)}` })).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
  })

  test('sessions with open pages are bounded, and those that are go on', async () => {
    const { address, session } = await running({ bounds: { sessions: 1 } })
    const ending = new AbortController()
    onTestFinished(() => ending.abort())
    await fetch(`${address}api/replies`, { headers: { Cookie: session.cookie }, signal: ending.signal })
    expect((await session.post(hello(), { Cookie: `pyramid-session=${'b'.repeat(43)}` })).status).toBe(503)
    expect((await session.post(hello())).status).toBe(200)
  })

  test('open pages are bounded', async () => {
    const { address, session } = await running({ bounds: { streams: 1 } })
    const ending = new AbortController()
    const follow = () => fetch(`${address}api/replies`, { headers: { Cookie: session.cookie }, signal: ending.signal })
    expect((await follow()).status).toBe(200)
    expect((await follow()).status).toBe(503)
    ending.abort()
  })

  test('open pages at one address are bounded, whatever their sessions, and one that is closed makes room', async () => {
    const { address } = await running({ publicUrl: 'http://bot.example', bounds: { streamsPerAddress: 2 } })
    const follow = async (from: string, signal?: AbortSignal) => {
      const headers = { Cookie: await cookieFrom(address), 'X-Forwarded-For': from }
      return fetch(`${address}api/replies`, { headers, signal: signal ?? null })
    }
    const ending = new AbortController()
    onTestFinished(() => ending.abort())
    const closing = new AbortController()
    expect((await follow('2001:db8::1', closing.signal)).status).toBe(200)
    expect((await follow('2001:db8::2', ending.signal)).status).toBe(200)
    const refused = await follow('2001:db8::3')
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('60')
    expect(await failureOf(refused)).toMatchObject({ error: 'too_many' })
    expect((await follow('203.0.113.1', ending.signal)).status).toBe(200)
    closing.abort()
    await expect.poll(async () => (await follow('2001:db8::4', ending.signal)).status).toBe(200)
  })

  test('unless set otherwise, twenty pages may be open at one address', async () => {
    const { address } = await running()
    const ending = new AbortController()
    onTestFinished(() => ending.abort())
    const statuses: number[] = []
    for (let opened = 0; opened < 21; opened++) {
      const headers = { Cookie: await cookieFrom(address) }
      statuses.push((await fetch(`${address}api/replies`, { headers, signal: ending.signal })).status)
    }
    expect(statuses).toEqual([...Array<number>(20).fill(200), 429])
  })

  test('asked for the head of a stream alone, none is opened', async () => {
    const { address, session } = await running({ bounds: { streams: 1 } })
    const headers = { Cookie: session.cookie }
    expect((await fetch(`${address}api/replies`, { method: 'HEAD', headers })).status).toBe(404)
    const ending = new AbortController()
    onTestFinished(() => ending.abort())
    expect((await fetch(`${address}api/replies`, { headers, signal: ending.signal })).status).toBe(200)
  })
})

test('at its end the streams to open pages end, and no message is taken in', async () => {
  const { address, session, stop } = await running()
  const stream = await fetch(`${address}api/replies`, { headers: { Cookie: session.cookie } })
  const told = stream.text()
  await stop()
  expect(await told).toContain('event: ready')
  await expect(session.post(hello())).rejects.toThrow()
})

describe('at the start', () => {
  const start = (host: string, port: number) =>
    createWeb({ host, port, onTrouble: () => {} }).start(() => Promise.reject(new Error('not used')))

  test('a taken port is named, with the mend', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void taken.close())
    await once(taken, 'listening')
    const bound = taken.address()
    const port = typeof bound === 'object' && bound ? bound.port : 0
    await expect(start('127.0.0.1', port)).rejects.toMatchObject({
      name: 'SettingsError',
      message: `PORT: ${port} is already in use; set PORT to a free one, or 0 for any`,
    })
  })

  test('an address that is not of this machine is named, with the mend', async () => {
    await expect(start('203.0.113.7', 0)).rejects.toMatchObject({
      name: 'SettingsError',
      message: expect.stringMatching(/^HOST: 203\.0\.113\.7 is no address of this machine; set HOST /),
    })
  })

  test('what has no server of its own is served beside the page, without the page’s guards', async () => {
    const given: string[] = []
    const { address } = await running({
      mounts: [{ path: '/telegram', handle: async (request) => ({ status: given.push(await request.text()) && 200 }) }],
    })
    const response = await fetch(`${address}telegram?again`, { method: 'POST', body: 'an update' })
    expect(response.status).toBe(200)
    expect(given).toEqual(['an update'])
    expect((await raw(`${address}telegram`, 'POST', { Host: 'bot.example' })).statusCode).toBe(200)
  })
})
