import { expect, onTestFinished, test } from 'vitest'
import { createWebhook } from '../../adapters/telegram/webhook.ts'
import { done, listening } from './listening.ts'
import { secret, setUp } from './telegram-stage.ts'

const json = { 'content-type': 'application/json' }
const withSecret = { ...json, 'x-telegram-bot-api-secret-token': secret }
const update = JSON.stringify({ update_id: 1, message: {} })

function hook(take: () => Promise<void> = async () => {}) {
  const seen = { taken: 0, malformed: 0 }
  const handle = createWebhook({
    secret,
    take: () => {
      seen.taken++
      return take()
    },
    onMalformed: () => void seen.malformed++,
  })
  const post = (body: string | ReadableStream<Uint8Array>, headers: Record<string, string> = withSecret) => {
    const init = { method: 'POST', body, headers, duplex: 'half' } as const
    return handle(new Request('https://bot.example.org/telegram', init))
  }
  return { handle, post, seen }
}

/** A body that tells whether anything of it was read. */
function watchedBody(chunk: string, times: number) {
  let left = times
  const seen = { read: 0 }
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (left-- <= 0) return controller.close()
        seen.read += chunk.length
        controller.enqueue(new TextEncoder().encode(chunk))
      },
    },
    { highWaterMark: 0 },
  )
  return { body, seen }
}

test.each([
  ['no secret', json],
  ['another secret', { ...withSecret, 'x-telegram-bot-api-secret-token': `${secret}x` }],
  ['the secret cut short', { ...withSecret, 'x-telegram-bot-api-secret-token': secret.slice(1) }],
])('with %s nothing of the body is read', async (_, headers) => {
  const { post, seen } = hook()
  const { body, seen: read } = watchedBody(update, 1)
  expect((await post(body, headers)).status).toBe(401)
  expect(read.read).toBe(0)
  expect(seen.taken).toBe(0)
})

test('a body over 1 MB is refused, declared or not, and no more of it is read', async () => {
  const { post, seen } = hook()
  const { body, seen: read } = watchedBody('x'.repeat(100_000), 100)
  expect((await post(body)).status).toBe(413)
  expect(read.read).toBeLessThanOrEqual(1_200_000)
  const { body: other, seen: unread } = watchedBody('x'.repeat(100_000), 100)
  expect((await post(other, { ...withSecret, 'content-length': '10000000' })).status).toBe(413)
  expect(unread.read).toBe(0)
  expect(seen.taken).toBe(0)
})

test('only JSON by POST is taken, and what is no update is counted', async () => {
  const { handle, post, seen } = hook()
  expect((await handle(new Request('https://bot.example.org/telegram'))).status).toBe(405)
  expect((await post(update, { ...withSecret, 'content-type': 'text/plain' })).status).toBe(415)
  expect((await post('{"update_id":')).status).toBe(400)
  expect((await post('[]')).status).toBe(200)
  expect((await post('{"update_id":"1"}')).status).toBe(200)
  expect(seen).toEqual({ taken: 0, malformed: 2 })
})

test('the answer comes once the turn is durable', async () => {
  let release = () => {}
  const { post } = hook(
    () =>
      new Promise<void>((resolve) => {
        release = resolve
      }),
  )
  let answered = false
  const answer = post(update).then((response) => {
    answered = true
    return response.status
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(answered).toBe(false)
  release()
  expect(await answer).toBe(200)
})

test('what could not be made durable is answered 503, and Telegram sends it again', async () => {
  let failures = 2
  const { api, ann, all } = await listening({
    by: 'webhook',
    take: async () => {
      if (failures-- > 0) throw new Error('the disk is full')
      return done
    },
  })
  api.say('ann', ann, '入会费2680元')
  const heard = await all(3)
  expect(new Set(heard.map((one) => one.update)).size).toBe(1)
  await api.until(() => api.deliveries.answers.length === 3)
  expect(api.deliveries.answers).toEqual([503, 503, 200])
})

test('the webhook is set with its secret and the kinds that mean something', async () => {
  const { api } = await listening({ by: 'webhook' })
  expect(api.callsOf('setWebhook')[0]?.parameters).toEqual({
    url: 'https://bot.example.org/telegram',
    secret_token: secret,
    allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    max_connections: 100,
  })
})

test('before it is started an update is answered 503', async () => {
  const set = await setUp('webhook')
  onTestFinished(() => set.close())
  const request = new Request('https://bot.example.org/telegram', { method: 'POST', body: update, headers: withSecret })
  expect((await set.telegram.handleWebhook(request)).status).toBe(503)
})
