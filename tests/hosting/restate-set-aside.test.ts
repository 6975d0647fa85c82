import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { diaryOnRestate } from './diary-host.ts'
import { type RestateServer, restateOfTheFile } from './restate-server.ts'

let server: RestateServer
const { open, close } = restateOfTheFile()
beforeAll(async () => {
  server = await open()
})
afterAll(close)

test('a chat that takes no replies is set aside after three attempts and told of, others go on, and later it has them all in order', async () => {
  const got: string[] = []
  const troubles: string[] = []
  let isShut = true
  let attempts = 0
  const host = diaryOnRestate(
    server,
    async (key, { text }) => {
      if (key === 'shut') attempts++
      if (key === 'shut' && isShut) throw new Error('no answer')
      got.push(`${key} ${text}`)
    },
    { retryAfter: [10, 10, ...Array<number>(500).fill(200)], onTrouble: (message) => void troubles.push(message) },
  )
  await host.start()
  onTestFinished(() => host.stop())

  await (await host.submit('shut', 'u1', { text: 'one' })).delivered
  await expect.poll(() => troubles).toEqual([expect.stringContaining('takes no replies and is set aside')])
  const before = attempts
  await (await host.submit('shut', 'u2', { text: 'two' })).delivered
  await (await host.submit('open', 'u1', { text: 'hello' })).delivered
  expect(got).toEqual(['open 1: hello', 'open go on'])
  await expect.poll(() => attempts).toBeGreaterThan(before)

  isShut = false
  await expect
    .poll(() => got.slice(2), { timeout: 5_000 })
    .toEqual(['shut 1: one', 'shut go on', 'shut 2: two', 'shut go on'])
  expect(troubles.at(-1)).toContain('takes replies again')
  await (await host.submit('shut', 'u3', { text: 'three' })).delivered
  expect(got.slice(6)).toEqual(['shut 3: three', 'shut go on'])
})

test('a message that makes every turn fail is passed over the third time, and its person told', async () => {
  const got: string[] = []
  const host = diaryOnRestate(server, async (_key, { text }) => void got.push(text))
  await host.start()
  onTestFinished(() => host.stop())
  await (await host.submit('a', 'u1', { text: 'hello' })).delivered
  for (let time = 0; time < 2; time++)
    await expect(host.submit('a', 'u2', { text: 'break' })).rejects.toThrow('this turn cannot be taken')
  await (await host.submit('a', 'u2', { text: 'break' })).delivered
  expect(got.slice(2)).toEqual(['that message was passed over'])
  await (await host.submit('a', 'u3', { text: 'there' })).delivered
  expect(got.slice(3)).toEqual(['2: there', 'go on'])
})
