import { expect, onTestFinished, test } from 'vitest'
import { pitch } from '../contracts/under-test.ts'
import { readPng } from '../pictures/png.ts'
import { run } from './running.ts'
import { cookieFrom, openSession, type Session } from './session.ts'

async function opened() {
  const bot = await run()
  onTestFinished(() => bot.stop())
  return { bot, session: await openSession(bot.address) }
}

async function card(session: Session): Promise<string> {
  await session.say({ text: pitch })
  await session.say({ choice: 'yes' })
  const told = await session.say({ choice: 'card' })
  const name = told.find(({ picture }) => picture)?.picture?.name
  if (name === undefined) throw new Error('no picture')
  return name
}

const get = (address: string, name: string, cookie: string) =>
  fetch(`${address}api/pictures/${name}`, { headers: { Cookie: cookie } })

test('a picture is drawn for the session it was told to, as often as it is asked for, and kept by nobody', async () => {
  const { bot, session } = await opened()
  const name = await card(session)
  for (let times = 0; times < 2; times++) {
    const response = await get(bot.address, name, session.cookie)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(readPng(new Uint8Array(await response.arrayBuffer())).width).toBe(1080)
  }
})

test('another session does not get it, nor does nobody, nor any other site', async () => {
  const { bot, session } = await opened()
  const name = await card(session)
  expect((await get(bot.address, name, await cookieFrom(bot.address))).status).toBe(404)
  expect((await get(bot.address, name, '')).status).toBe(401)
  const elsewhere = { Cookie: session.cookie, 'Sec-Fetch-Site': 'cross-site' }
  expect((await fetch(`${bot.address}api/pictures/${name}`, { headers: elsewhere })).status).toBe(403)
  expect((await get(bot.address, '..%2F..%2Fetc', session.cookie)).status).toBe(404)
})

test('what is deleted is no longer drawn', async () => {
  const { bot, session } = await opened()
  const name = await card(session)
  await session.say({ choice: 'delete' })
  expect((await get(bot.address, name, session.cookie)).status).toBe(404)
})
