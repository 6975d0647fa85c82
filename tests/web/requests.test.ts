import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createWeb } from '../../adapters/web/web.ts'
import { failureOf, hello, raw, running } from './asking.ts'
import { openSession } from './session.ts'

describe('the page and its session', () => {
  test('the page comes with a policy that lets nothing in from elsewhere', async () => {
    const { address } = await running()
    const { headers } = await fetch(address)
    const policy = headers.get('content-security-policy') ?? ''
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "img-src 'self' data: blob:",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ])
      expect(policy.split('; ')).toContain(rule)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('permissions-policy')).toContain('camera=()')
  })

  test('a session is a long random cookie no script can read, and is given once', async () => {
    const { address, session } = await running()
    const [given = ''] = (await fetch(address)).headers.getSetCookie()
    expect(given).toMatch(/^pyramid-session=[\w-]{43}; /)
    for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(given.split('; ')).toContain(flag)
    expect(given).not.toMatch(/Secure|Max-Age|Expires/)
    const again = await fetch(address, { headers: { Cookie: session.cookie } })
    expect(again.headers.getSetCookie()).toEqual([])
  })

  test('what is kept does not open the session: its key is a hash', async () => {
    const keys: string[] = []
    const web = createWeb({ host: '127.0.0.1', port: 0, onTrouble: () => {}, onListening: (at) => keys.push(at) })
    const stop = await web.start(async (key) => {
      keys.push(key)
      return { delivered: Promise.resolve() }
    })
    onTestFinished(stop)
    const other = await openSession(keys[0] ?? '')
    await other.say({ text: '/start' })
    expect(keys[1]).toMatch(/^\["web","[\w-]{32}","me"\]$/)
    expect(keys[1]).not.toContain(other.cookie.slice('pyramid-session='.length).slice(0, 20))
  })

  test('an unchanged file is not sent again', async () => {
    const { address } = await running()
    const file = await fetch(`${address}page.js`)
    expect(file.headers.get('content-type')).toContain('javascript')
    const again = await fetch(`${address}page.js`, { headers: { 'If-None-Match': file.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })

  test('any other path is answered with 404 and what to do', async () => {
    const { address } = await running()
    for (const path of ['nothing', 'api/nothing', '../package.json', '%2e%2e/package.json', 'page.js/'])
      expect((await fetch(address + path)).status, path).toBe(404)
    expect(await failureOf(await fetch(`${address}nothing`))).toMatchObject({ error: 'not_found' })
  })
})

describe('a message', () => {
  test('is answered, and sent again under its name gets the same answer', async () => {
    const { session } = await running()
    const said = hello()
    const first = await session.say({ ...said, chat: 'private', as: 'me' })
    const again = await session.say({ ...said, chat: 'private', as: 'me' })
    expect(first).toHaveLength(1)
    expect(again).toEqual(first)
  })

  test.each([
    ['from another origin', { Origin: 'https://evil.example' }],
    ['from this host under another port', { Origin: 'http://127.0.0.1:1' }],
    ['from a sandboxed frame', { Origin: 'null' }],
    ['that the browser calls foreign', { 'Sec-Fetch-Site': 'cross-site' }],
    ['from a neighbouring site', { 'Sec-Fetch-Site': 'same-site' }],
  ])('%s is refused', async (_, headers) => {
    const { session } = await running()
    const response = await session.post(hello(), headers)
    expect(response.status).toBe(403)
    expect(await failureOf(response)).toMatchObject({ error: 'foreign' })
  })

  test('without any origin is refused', async () => {
    const { address, session } = await running()
    const headers = { 'Content-Type': 'application/json', Cookie: session.cookie }
    const { statusCode } = await raw(`${address}api/messages`, 'POST', headers)
    expect(statusCode).toBe(403)
  })

  test('under a name that is not of this machine is refused', async () => {
    const { address } = await running()
    for (const [host, status] of [
      ['evil.example', 421],
      ['127.0.0.1.evil.example', 421],
      [`localhost:${new URL(address).port}`, 200],
    ] as const)
      expect((await raw(address, 'GET', { Host: host })).statusCode, host).toBe(status)
  })

  test('without a session is refused', async () => {
    const { session } = await running()
    for (const cookie of [
      '',
      'pyramid-session=short',
      'pyramid-session=../../etc/passwd',
      `session=${'a'.repeat(43)}`,
    ]) {
      const response = await session.post(hello(), { Cookie: cookie })
      expect(response.status).toBe(401)
    }
  })

  test.each([
    ['no JSON', '{"update":'],
    ['a list', []],
    ['nothing', {}],
    ['an unknown field', { ...hello(), admin: true }],
    ['an unknown member', { ...hello(), as: 'admin' }],
    ['a name that is a path', { ...hello(), update: '../../../etc/passwd' }],
    ['a text that is a number', { ...hello(), text: 5 }],
    ['an event no page has', { ...hello(), event: 'handed_over' }],
  ])('that is %s is refused, and the next one is answered', async (_, body) => {
    const { session, troubles } = await running()
    const response = await session.post(body)
    expect(response.status).toBe(400)
    expect(await failureOf(response)).toMatchObject({ error: 'wrong_form' })
    expect(await session.say({ text: '/start' })).toHaveLength(1)
    expect(troubles).toEqual([])
  })

  test('of another type than JSON is refused, as a form elsewhere could send it', async () => {
    const { session } = await running()
    const response = await session.post(hello(), { 'Content-Type': 'text/plain' })
    expect(response.status).toBe(400)
  })

  test('of more than 512 KB is refused, also where its length is not told before', async () => {
    const { address, session } = await running()
    const long = JSON.stringify({ ...hello(), text: 'x'.repeat(600_000) })
    expect((await session.post(long)).status).toBe(413)
    const { hostname, port } = new URL(address)
    const socket = connect(Number(port), hostname)
    onTestFinished(() => void socket.destroy())
    socket.write(
      `POST /api/messages HTTP/1.1\r\nHost: ${hostname}\r\nOrigin: http://${hostname}\r\nCookie: ${session.cookie}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
    )
    // The end never comes: it has to be refused before.
    for (let sent = 0; sent < 11; sent++) socket.write(`10000\r\n${'x'.repeat(0x10000)}\r\n`)
    const [answer] = await once(socket, 'data')
    expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /)
  })

  test('that could not be made durable is refused with 503, and may be sent again', async () => {
    let fails = true
    const addresses: string[] = []
    const troubles: string[] = []
    const web = createWeb({
      host: '127.0.0.1',
      port: 0,
      onTrouble: (message) => troubles.push(message),
      onListening: (at) => addresses.push(at),
    })
    const stop = await web.start(async (key, update) => {
      if (fails) throw new Error('the disk is full')
      await web.send(key, { text: 'here' }, { update, index: 0 })
      return { delivered: Promise.resolve() }
    })
    onTestFinished(stop)
    const session = await openSession(addresses[0] ?? '')
    const said = hello()
    const refused = await session.post(said)
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('2')
    expect(await refused.text()).not.toContain('disk')
    expect(troubles).toHaveLength(1)
    fails = false
    expect((await session.post(said)).status).toBe(200)
  })
})
