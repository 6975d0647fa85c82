import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { register } from '../../adapters/hosting/restate/deployment.ts'
import { openBalancer } from '../faults/balancer.ts'
import { begin, run } from '../terminal/built-program.ts'
import { cookieFrom } from '../web/session.ts'
import { freePorts, type RestateServer, restateOfTheFile } from './restate-server.ts'
import { temporaryFolder } from './temporary-folder.ts'

let server: RestateServer
const { open, close } = restateOfTheFile()
beforeAll(async () => {
  server = await open()
})
afterAll(close)

const restate = (port: number, serviceUrl: string) => ({
  RESTATE_URL: server.url,
  RESTATE_ADMIN_URL: server.adminUrl,
  RESTATE_PORT: String(port),
  RESTATE_SERVICE_URL: serviceUrl,
})

/** Starts `bot serve`; resolves with the address of its page. */
async function serve(env: Record<string, string>) {
  const { child, ended } = begin(['serve'], { LANGUAGE: 'en', PORT: '0', ...env })
  child.stderr.on('data', (chunk) => process.stderr.write(chunk))
  const line = String((await once(createInterface({ input: child.stdout }), 'line'))[0])
  const end = () => {
    child.kill('SIGTERM')
    return ended
  }
  return { address: /^http:\S+/.exec(line)?.[0] ?? line, end }
}

/** Says it in the private chat of the browser with this cookie; resolves with the replies. */
async function say(address: string, cookie: string, text: string): Promise<string> {
  const answer = await fetch(`${address}api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: new URL(address).origin, Cookie: cookie },
    body: JSON.stringify({ update: randomUUID(), chat: 'private', as: 'me', text }),
  })
  return answer.text()
}

test('a chat goes on with another bot, then from files, and then from Restate again', async () => {
  const balancer = await openBalancer()
  onTestFinished(() => balancer.close())
  const ports = await freePorts(3)
  const [one = 0, other = 0, moving = 0] = ports
  for (const port of [one, other, moving]) balancer.add({ port, front: port })
  const url = `http://127.0.0.1:${balancer.port}`
  const folder = await temporaryFolder()
  const bots = await Promise.all([one, other].map((port) => serve({ DATA_DIR: folder, ...restate(port, url) })))
  const [first, second] = bots.map(({ address }) => address)
  const cookie = await cookieFrom(first ?? '')
  expect(
    await say(first ?? '', cookie, 'A friend says: pay 2,680 to join, earn 800 for each person you bring in'),
  ).toContain('2,680')
  expect(await say(second ?? '', cookie, 'show')).toContain('2,680')
  const busy = await run(['move', 'files'], { DATA_DIR: folder, ...restate(one, url) })
  expect(busy).toMatchObject({ code: 1, err: expect.stringContaining(`RESTATE_PORT: ${one} is already in use`) })
  expect(await Promise.all(bots.map(({ end }) => end()))).toEqual([0, 0])

  const moved = await run(['move', 'files'], { DATA_DIR: folder, ...restate(moving, url) })
  expect(moved).toMatchObject({ code: 0, err: '', out: expect.stringContaining('1 copied, 0 were there already\n') })
  expect(moved.out).toContain('Both sides hold the same.')

  const alone = await serve({ DATA_DIR: folder })
  expect(await say(alone.address, cookie, 'show')).toContain('2,680')
  const locked = await run(['move', 'restate'], { DATA_DIR: folder, ...restate(moving, url) })
  expect(locked).toMatchObject({ code: 1, err: expect.stringContaining('already keeps its conversations in') })
  expect(await alone.end()).toBe(0)

  const differ = await run(['move', 'restate'], { DATA_DIR: folder, ...restate(moving, url) })
  expect(differ).toMatchObject({ code: 1, out: expect.stringContaining('1 left as they are') })

  const back = await serve({ DATA_DIR: folder, ...restate(one, url) })
  expect(await say(back.address, cookie, 'show')).toContain('2,680')
  expect(await back.end()).toBe(0)
}, 120_000)

test('a Restate server that is not there is named, with the mend', async () => {
  const [gone = 0] = await freePorts(1)
  const adminUrl = `http://127.0.0.1:${gone}`
  await expect(register(adminUrl, 'http://127.0.0.1:9080', 0)).rejects.toThrow(
    `RESTATE_ADMIN_URL: nothing answers at ${adminUrl}; expected the admin address of a running Restate server`,
  )
})

test('a bot that Restate does not reach is named, with the mend', async () => {
  const [gone = 0] = await freePorts(1)
  await expect(register(server.adminUrl, `http://127.0.0.1:${gone}`, 0)).rejects.toThrow(
    `RESTATE_SERVICE_URL: Restate could not use http://127.0.0.1:${gone}`,
  )
})
