import { rename } from 'node:fs/promises'
import { expect, onTestFinished, test } from 'vitest'
import { createHealth } from '../../adapters/operating/health.ts'
import { FakeBotApi, token } from '../telegram/fake-bot-api.ts'
import { addressIn, serve } from '../terminal/serving.ts'
import { metricsOf, scrape } from './scrape.ts'

const asked = async (address: string) => {
  const response = await fetch(address)
  return [response.status, await response.text()]
}

test('a bot that runs says so on the page’s port and on that of the figures', async () => {
  const served = await serve({ METRICS_PORT: '0' })
  for (const address of [addressIn(await served.line()), await metricsOf(served)]) {
    expect(await asked(`${address}healthz`)).toEqual([200, 'alive'])
    await expect.poll(() => asked(`${address}readyz`)).toEqual([200, 'ready'])
  }
})

test('it is not ready while nothing can be kept, and ready again once it can', async () => {
  const served = await serve({ METRICS_PORT: '0' })
  const address = addressIn(await served.line())
  const metrics = await metricsOf(served)
  await expect.poll(() => asked(`${address}readyz`)).toEqual([200, 'ready'])
  await rename(served.dataDir, `${served.dataDir}-away`)
  onTestFinished(() => rename(`${served.dataDir}-away`, served.dataDir).catch(() => {}))
  const hindered = [503, 'not ready: nothing can be written to DATA_DIR']
  await expect.poll(() => asked(`${address}readyz`), { timeout: 10_000 }).toEqual(hindered)
  expect((await scrape(metrics)).get('pyramid_ready')).toBe(0)
  expect(await asked(`${address}healthz`)).toEqual([200, 'alive'])
  await rename(`${served.dataDir}-away`, served.dataDir)
  await expect.poll(() => asked(`${metrics}readyz`), { timeout: 10_000 }).toEqual([200, 'ready'])
})

test('who asks often has the disk looked at once a second, whatever the clock does', async () => {
  let [looks, now] = [0, 1_000_000]
  const health = createHealth(
    async () => {
      looks++
      return undefined
    },
    () => now,
  )
  expect(await health.hindrance()).toBe('starting')
  health.started()
  await Promise.all(Array.from({ length: 50 }, () => health.hindrance()))
  expect(looks).toBe(1)
  now -= 86_400_000
  await health.hindrance()
  expect(looks).toBe(2)
  health.draining()
  health.started()
  expect(await health.hindrance()).toBe('draining')
})

test('asked to end, it is not ready, takes nothing new, shows what it has in hand, and ends within ten seconds', async () => {
  const api = await new FakeBotApi().open()
  onTestFinished(() => api.close())
  const served = await serve({ METRICS_PORT: '0', TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: api.root })
  const lines = [await served.line(), await served.line()].map(addressIn)
  const page = lines.find((line) => line.startsWith('http')) ?? ''
  const metrics = await metricsOf(served)
  const ann = api.chats.chat(api.chats.user('ann'))
  await expect.poll(() => asked(`${metrics}readyz`)).toEqual([200, 'ready'])
  api.plan('sendMessage', { late: 3_000 })
  api.say('ann', ann, '/help')
  await api.until(() => api.callsOf('sendMessage').length > 0)
  const began = Date.now()
  const ending = served.end()
  await expect.poll(() => asked(`${metrics}readyz`)).toEqual([503, 'not ready: draining'])
  expect(await asked(`${metrics}healthz`)).toEqual([200, 'alive'])
  await expect(fetch(page)).rejects.toThrow()
  api.say('ann', ann, '/privacy')
  expect(await ending).toBe(0)
  expect(Date.now() - began).toBeLessThan(10_000)
  expect(api.textsIn(ann)).toHaveLength(1)
  expect(served.log().map(({ msg }) => msg)).toEqual(expect.arrayContaining(['ending', 'ended']))
})

test('what cannot be shown in time waits for the next start', async () => {
  const api = await new FakeBotApi().open()
  onTestFinished(() => api.close())
  const env = { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: api.root }
  const first = await serve(env)
  await first.line()
  await first.line()
  const ann = api.chats.chat(api.chats.user('ann'))
  api.plan('sendMessage', { late: 60_000 })
  api.say('ann', ann, '/help')
  await api.until(() => api.callsOf('sendMessage').length > 0)
  // Telegram never showed what it did not answer.
  ann.shown.splice(0)
  const began = Date.now()
  expect(await first.end()).toBe(0)
  expect(Date.now() - began).toBeLessThan(10_500)
  expect(api.textsIn(ann)).toEqual([])
  await serve({ ...env, DATA_DIR: first.dataDir })
  await api.until(() => ann.shown.length === 1)
})
