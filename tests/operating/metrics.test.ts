import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { createMetrics } from '../../adapters/operating/metrics.ts'
import { run } from '../terminal/built-program.ts'
import { addressIn, serve } from '../terminal/serving.ts'
import { openSession } from '../web/session.ts'
import { pitch } from './canaries.ts'
import { metricsOf, scrape } from './scrape.ts'

/** The bot with figures, and a session on its page. */
async function measured() {
  const served = await serve({ METRICS_PORT: '0' })
  const session = await openSession(addressIn(await served.line()))
  const metrics = await metricsOf(served)
  return { served, session, metrics, figures: () => scrape(metrics) }
}

test('an interview to its verdict is counted: messages, turns, replies, questions, verdict, and how long it took', async () => {
  const { session, figures } = await measured()
  let replies = await session.say({ text: pitch })
  let messages = 1
  let asked = 0
  for (; !replies.some(({ verdict }) => verdict); messages++) {
    const question = replies.findLast(({ question }) => question !== undefined)
    if (!question || messages > 9) throw new Error('expected a question')
    asked++
    replies = await session.say({ choice: 'yes', question: question.question })
  }
  const verdict = replies.find((one) => one.verdict)?.verdict
  // The same again is no turn.
  const again = { update: 'a'.repeat(20), chat: 'private', as: 'me', text: '/show' } as const
  await session.say(again)
  await session.say(again)
  const found = await figures()
  const figure = (name: string) => found.get(name)
  expect(figure('pyramid_messages_total{platform="web",chat="private",outcome="taken"}')).toBe(messages + 2)
  expect(figure('pyramid_turns_total{chat="private"}')).toBe(messages + 1)
  expect(figure('pyramid_turn_duration_seconds_count{platform="web"}')).toBe(messages + 2)
  expect(figure('pyramid_answer_duration_seconds_count{platform="web"}')).toBe(messages + 2)
  expect(figure('pyramid_turn_duration_seconds_sum{platform="web"}')).toBeGreaterThan(0)
  expect(figure('pyramid_replies_total{platform="web",outcome="shown"}')).toBe(session.told.length - 1)
  expect(figure(`pyramid_verdicts_total{law="cn",verdict="${verdict}"}`)).toBe(1)
  expect([...found.keys()].filter((name) => name.startsWith('pyramid_verdicts_total'))).toHaveLength(1)
  expect(figure('pyramid_questions_per_verdict_count')).toBe(1)
  expect(figure('pyramid_questions_per_verdict_sum')).toBe(asked)
  expect(figure('pyramid_errors_total')).toBe(0)
  expect(figure('pyramid_ready')).toBe(1)
  expect(figure('process_resident_memory_bytes')).toBeGreaterThan(0)
})

test('pictures are counted by what became of them', async () => {
  const { session, figures } = await measured()
  await session.say({ text: '' }, [Buffer.from('no picture at all')])
  const found = await figures()
  expect(found.get('pyramid_pictures_total{outcome="not_a_picture"}')).toBe(1)
  expect(found.get('pyramid_picture_duration_seconds_count')).toBe(1)
})

test('a verdict reached in a group counts as one reached in private', async () => {
  const { session, figures } = await measured()
  let replies = await session.say({ chat: 'group', as: 'friend', text: `@bot ${pitch}` })
  replies = await session.say({ chat: 'group', as: 'friend', choice: 'here', question: replies[0]?.question })
  for (let n = 0; n < 9 && replies[0]?.choices?.some(({ id }) => id === 'yes'); n++)
    replies = await session.say({ chat: 'group', as: 'friend', choice: 'yes', question: replies[0]?.question })
  const found = await figures()
  expect([...found].filter(([name]) => name.startsWith('pyramid_verdicts_total')).map(([, count]) => count)).toEqual([
    1,
  ])
  expect(found.get('pyramid_questions_per_verdict_count')).toBe(1)
})

test('an error is counted even where the log does not tell of it', async () => {
  const free = createServer().listen(0, '127.0.0.1')
  await once(free, 'listening')
  const address = free.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await new Promise((resolve) => free.close(resolve))
  const served = await serve({
    METRICS_PORT: String(port),
    LOG_LEVEL: 'fatal',
    TELEGRAM_BOT_TOKEN: `1:${'x'.repeat(35)}`,
    // Nothing listens there.
    TELEGRAM_API_ROOT: 'http://127.0.0.1:1',
  })
  await served.line()
  await served.line()
  await expect.poll(async () => (await scrape(`http://127.0.0.1:${port}/`)).get('pyramid_errors_total')).toBe(1)
  expect(served.raw()).toBe('')
})

test('figures have a port of their own, on this machine alone, and none where it is not set', async () => {
  const served = await serve()
  const address = addressIn(await served.line())
  expect((await fetch(`${address}metrics`)).status).toBe(404)
  expect(served.log().map(({ msg }) => msg)).not.toContain('metrics are served')
  const { code, err } = await run(['serve'], { METRICS_HOST: '127.0.0.1', PORT: '0' })
  expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/^METRICS_PORT is missing; .*\n$/) })
  const taken = new URL(address).port
  const busy = await run(['serve'], { METRICS_PORT: taken, PORT: '0' })
  expect(busy).toMatchObject({ code: 1, err: expect.stringMatching(/^METRICS_PORT: \d+ is already in use; .*\n$/) })
})

test('README names every figure, and no other', async () => {
  const readme = readFileSync('README.md', 'utf8')
  const named = new Set([...readme.matchAll(/`(pyramid_[a-z_]+)`/g)].map(([, name]) => name ?? ''))
  const all = (await createMetrics().registry.getMetricsAsJSON()).map(({ name }) => name)
  expect(named).toEqual(new Set(all.filter((name) => name.startsWith('pyramid_'))))
})
