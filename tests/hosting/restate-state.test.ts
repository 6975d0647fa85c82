import { once } from 'node:events'
import { connect } from 'node:http2'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { objectKey } from '../../adapters/hosting/restate/calls.ts'
import { listen } from '../../adapters/hosting/restate/endpoint.ts'
import type { RestateOptions } from '../../adapters/hosting/restate/restate-host.ts'
import type { Diary, Note } from '../contracts/diary.ts'
import { diaryOnRestate } from './diary-host.ts'
import { type RestateServer, restateOfTheFile } from './restate-server.ts'

let server: RestateServer
const { open, close } = restateOfTheFile()
beforeAll(async () => {
  server = await open()
})
afterAll(close)

const rows = z.object({ rows: z.array(z.record(z.string(), z.unknown())) })

async function query(sql: string) {
  const answer = await fetch(`${server.adminUrl}/query`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify({ query: sql }),
  })
  return rows.parse(await answer.json()).rows
}

/** What Restate keeps for a conversation, by name. */
async function keptFor(key: string): Promise<Record<string, string>> {
  const found = await query(`SELECT key, value_utf8 FROM state WHERE service_key = '${objectKey(key)}'`)
  return Object.fromEntries(found.map((row) => [String(row.key), String(row.value_utf8)]))
}

/** Puts this in the place of what is kept. */
async function overwrite(key: string, kept: string) {
  const { ok } = await fetch(`${server.adminUrl}/services/conversation/state`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ object_key: objectKey(key), new_state: { kept: [...Buffer.from(kept)] } }),
  })
  expect(ok).toBe(true)
  await expect.poll(() => keptFor(key)).toMatchObject({ kept })
}

async function started(more: Partial<RestateOptions<Diary, Note, Note>> = {}) {
  const got: string[] = []
  const troubles: string[] = []
  const host = diaryOnRestate(server, async (_key, { text }) => void got.push(text), {
    onTrouble: (message) => void troubles.push(message),
    ...more,
  })
  await host.start()
  onTestFinished(() => host.stop())
  return { host, got, troubles }
}

const retire = (key: string, watch: number, touched: number) =>
  fetch(`${server.url}/conversation/${objectKey(key)}/retire`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ watch, touched }),
  })

const touchedIn = (kept: Record<string, string>) =>
  z.object({ touched: z.number() }).parse(JSON.parse(kept.kept ?? '')).touched

test('of a conversation that was forgotten, or ended, nothing is left: no state, no journal, no key', async () => {
  const { host } = await started()
  for (const key of ['forgotten', 'ended'])
    for (const text of ['canary-7f3a', 'wake me in 60000'])
      await (await host.submit(key, `${key} ${text}`, { text })).delivered
  expect(JSON.stringify(await keptFor('ended'))).toContain('canary-7f3a')
  await host.forget('forgotten')
  await (await host.submit('ended', 'u9', { text: 'forget me' })).delivered
  for (const key of ['forgotten', 'ended']) expect(await keptFor(key)).toEqual({})
  await expect
    .poll(async () => JSON.stringify(await query('SELECT * FROM sys_journal')))
    .not.toMatch(/canary-7f3a|63616e6172792d37663361/)
})

test.each([
  ['is cut', '{"format":1,"key":"cu'],
  ['has another format', '{"format":2,"everything":"canary"}'],
])('what %s is set aside and told, and never silently replaced', async (what, broken) => {
  const { host, got, troubles } = await started()
  await (await host.submit(what, 'u1', { text: 'hello' })).delivered
  await overwrite(what, broken)
  await expect(host.peek(what)).rejects.toThrow('what is kept cannot be read')
  await (await host.submit(what, 'u2', { text: 'nothing to say' })).delivered
  expect(await keptFor(what)).toEqual({ kept: broken })
  await (await host.submit(what, 'u3', { text: 'are you there' })).delivered
  expect(got.slice(2)).toEqual(['what we said was lost', '1: are you there', 'go on'])
  const now = await keptFor(what)
  expect(Object.entries(now).filter(([name]) => name.startsWith('set-aside-'))).toEqual([[expect.any(String), broken]])
  expect(troubles).toContainEqual(expect.stringContaining('could not be read and began anew'))
  await host.forget(what)
  expect(await keptFor(what)).toEqual({})
})

test('what nobody used while the timer of 30 days ran is removed; what was used in between stays', async () => {
  const { host } = await started()
  await (await host.submit('idle', 'u1', { text: 'hello' })).delivered
  const before = await keptFor('idle')
  const watch = Number(before.watch)
  await new Promise((resolve) => setTimeout(resolve, 5))
  await (await host.submit('idle', 'u2', { text: 'again' })).delivered
  await retire('idle', watch, touchedIn(before))
  expect(await host.peek('idle')).toEqual({ said: ['hello', 'again'] })
  await retire('idle', watch - 1, touchedIn(await keptFor('idle')))
  expect(await host.peek('idle')).toEqual({ said: ['hello', 'again'] })
  await retire('idle', watch, touchedIn(await keptFor('idle')))
  expect(await keptFor('idle')).toEqual({})
})

test('of a conversation left alone only what is to remain stays', async () => {
  const { host } = await started({ remains: () => ({ said: ['the settings'] }) })
  await (await host.submit('group', 'u1', { text: 'a setting' })).delivered
  const kept = await keptFor('group')
  await retire('group', Number(kept.watch), touchedIn(kept))
  expect(await host.peek('group')).toEqual({ said: ['the settings'] })
  expect(JSON.stringify(await keptFor('group'))).not.toMatch(/u1|a setting/)
})

test('with the keys of a Restate server, whoever does not sign with them is refused', async () => {
  const identityKeys = ['publickeyv1_2G8dCQhArfvGpzPw5Vx2ALciR4xCLHfS5YaT93XjNxX9']
  const endpoint = await listen({ host: '127.0.0.1', port: 0, identityKeys }, [])
  onTestFinished(() => endpoint.close())
  const session = connect(`http://127.0.0.1:${endpoint.port}`)
  const [answer] = await once(session.request({ ':path': '/discover' }).end(), 'response')
  expect(answer[':status']).toBe(401)
  session.destroy()
})
