import { describe, expect, onTestFinished, test } from 'vitest'
import { choosePlatforms } from '../../adapters/serve.ts'
import { readSettings } from '../../adapters/settings.ts'
import { clientAddress, networkOf } from '../../adapters/web/client-address.ts'
import { createWeb } from '../../adapters/web/web.ts'
import { openPictures } from '../pictures/open-pictures.ts'
import { failureOf, hello, raw, running } from './asking.ts'
import { cookieFrom } from './session.ts'

const publicUrl = 'https://bot.example'

describe('behind a proxy, with PUBLIC_URL', () => {
  test('the setting reaches the page', async () => {
    let address = ''
    const [web] = await choosePlatforms({
      settings: readSettings({ PORT: '0', PUBLIC_URL: `${publicUrl}/` }),
      pictures: await openPictures(),
      onTrouble: () => {},
      onReady(_, at = '') {
        address = at
      },
      show: () => {},
    })
    const stop = await web?.start(() => Promise.reject(new Error('not used')))
    onTestFinished(async () => stop?.())
    expect((await raw(address, 'GET', { Host: 'bot.example' })).statusCode).toBe(200)
  })

  test('browsers are told to come by https alone, and without it are not', async () => {
    const named = async (options: { publicUrl?: string }) => {
      const { address } = await running(options)
      return (await raw(address, 'GET', { Host: '127.0.0.1' })).headers['strict-transport-security']
    }
    expect(await named({ publicUrl })).toBe('max-age=31536000')
    expect(await named({})).toBeUndefined()
  })

  test('the page answers under its public name, with or without a port, and still under no other', async () => {
    const { address } = await running({ publicUrl })
    for (const [host, status] of [
      ['bot.example', 200],
      ['BOT.example:443', 200],
      ['127.0.0.1', 200],
      ['evil.example', 421],
      ['bot.example.evil.example', 421],
    ] as const)
      expect((await raw(address, 'GET', { Host: host })).statusCode, host).toBe(status)
  })

  test('messages are taken from the page under its public origin, whatever host the proxy passes on', async () => {
    const { session } = await running({ publicUrl })
    expect((await session.post(hello(), { Origin: publicUrl })).status).toBe(200)
    for (const Origin of ['http://bot.example', 'https://bot.example:8443', 'https://evil.example', 'null'])
      expect((await session.post(hello(), { Origin })).status, Origin).toBe(403)
    const foreign = { Origin: publicUrl, 'Sec-Fetch-Site': 'cross-site' }
    expect((await session.post(hello(), foreign)).status).toBe(403)
  })

  test('with https the cookie is bound to this host', async () => {
    const { address } = await running({ publicUrl })
    const [given = ''] = (await fetch(address)).headers.getSetCookie()
    expect(given).toMatch(/^__Host-pyramid-session=[\w-]{43}; /)
    for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Secure']) expect(given.split('; ')).toContain(flag)
    const again = await fetch(address, { headers: { Cookie: given.split(';')[0] ?? '' } })
    expect(again.headers.getSetCookie()).toEqual([])
  })

  test('without https the cookie has no such bond', async () => {
    const { address } = await running({ publicUrl: 'http://bot.example' })
    const [given = ''] = (await fetch(address, { headers: { 'X-Forwarded-Proto': 'https' } })).headers.getSetCookie()
    expect(given).toMatch(/^pyramid-session=/)
    expect(given).not.toContain('Secure')
  })

  test('each person is counted by the address that the proxy saw, and by nothing they wrote before it', async () => {
    const { session } = await running({ publicUrl, limits: { messages: 1 } })
    const from = async (hops: string) => (await session.post(hello(), { 'X-Forwarded-For': hops })).status
    expect(await from('203.0.113.1')).toBe(200)
    expect(await from('203.0.113.2')).toBe(200)
    expect(await from('203.0.113.9, 203.0.113.1')).toBe(429)
    expect(await from('203.0.113.1, 203.0.113.3')).toBe(200)
  })
})

describe('without PUBLIC_URL', () => {
  test('no forwarded header is believed', async () => {
    const { address, session } = await running({ limits: { messages: 1 } })
    const forwarded = { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'bot.example' }
    const [given = ''] = (await fetch(address, { headers: forwarded })).headers.getSetCookie()
    expect(given).toMatch(/^pyramid-session=/)
    expect(given).not.toContain('Secure')
    expect((await session.post(hello(), { 'X-Forwarded-For': '203.0.113.1' })).status).toBe(200)
    expect((await session.post(hello(), { 'X-Forwarded-For': '203.0.113.2' })).status).toBe(429)
  })

  test('another name is refused, and PUBLIC_URL is named as the mend', async () => {
    const { address } = await running()
    const refused = await raw(address, 'GET', { Host: 'bot.example' })
    expect(refused.statusCode).toBe(421)
    refused.setEncoding('utf8')
    const body: string[] = await refused.toArray()
    expect(await failureOf(new Response(body.join('')))).toMatchObject({
      error: 'wrong_host',
      message: expect.stringContaining('set PUBLIC_URL'),
    })
  })
})

test('open to its network, it answers under any name as before', async () => {
  let address = ''
  const web = createWeb({
    host: '0.0.0.0',
    port: 0,
    publicUrl,
    onTrouble: () => {},
    onListening(at) {
      address = at
    },
  })
  onTestFinished(await web.start(() => Promise.reject(new Error('not used'))))
  expect((await raw(address, 'GET', { Host: 'box.lan' })).statusCode).toBe(200)
  expect(await cookieFrom(address)).toMatch(/^__Host-/)
})

describe('whose address counts', () => {
  test.each([
    ['127.0.0.1', '203.0.113.1', '203.0.113.1'],
    ['::1', '203.0.113.1', '203.0.113.1'],
    ['::ffff:172.17.0.1', '203.0.113.1', '203.0.113.1'],
    ['10.1.2.3', '198.51.100.4,203.0.113.1', '203.0.113.1'],
    ['192.168.0.2', '203.0.113.1:4711', '203.0.113.1'],
    ['fd00::2', '[2001:db8::1]:4711', '2001:db8::1'],
    ['fe80::2%eth0', '2001:db8::1', '2001:db8::1'],
  ])('from a proxy at %s that says "%s" it is %s', (peer, forwarded, address) => {
    expect(clientAddress(peer, forwarded)).toBe(address)
  })

  test.each([
    ['198.51.100.4', '203.0.113.1'],
    ['172.32.0.1', '203.0.113.1'],
    ['::ffff:198.51.100.4', '203.0.113.1'],
    ['2001:db8::1', '203.0.113.1'],
    ['127.0.0.1', 'unknown'],
    ['127.0.0.1', '203.0.113.1, '],
    ['127.0.0.1', undefined],
    ['unknown', '203.0.113.1'],
  ])('it is that of the socket, %s, where "%s" comes from afar or says nothing', (peer, forwarded) => {
    expect(clientAddress(peer, forwarded)).toBe(peer)
  })

  test.each([
    ['203.0.113.1', '::ffff:203.0.113.1'],
    ['2001:db8::1', '2001:0db8:0:0:ffff::2'],
    ['fe80::1%eth0', 'fe80::2'],
  ])('%s and %s are one', (one, other) => {
    expect(networkOf(one)).toBe(networkOf(other))
  })

  test('neighbouring networks are two', () => {
    expect(networkOf('2001:db8:0:1::1')).not.toBe(networkOf('2001:db8:0:2::1'))
    expect(networkOf('203.0.113.1')).not.toBe(networkOf('203.0.113.2'))
  })
})
