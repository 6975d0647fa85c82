import { expect, onTestFinished, test, vi } from 'vitest'
import { telegramLimits } from '../../adapters/telegram/pace.ts'
import type { Reply } from '../../src/index.ts'
import { engine } from '../ground.ts'
import { tooMany } from './fake-bot-api.ts'
import { badRequest, Refusal } from './fake-refusal.ts'
import { listening } from './listening.ts'

async function speaking() {
  const all = await listening()
  const user = String(all.ann.chat.id)
  const key = JSON.stringify(['telegram', user, user])
  const send = (reply: Reply, index = 0) => all.telegram.send(key, reply, { update: 'm.1.', index })
  return { ...all, send }
}
const verdict = engine.judge({ law: 'cn', facts: { entry_fee: true, pay_per_recruit: true, multi_level: true } })
const sentence = '公司要求交入会费2680元。'
const choices = [{ id: 'yes', label: '是' }]

test('what is too long for one message is cut between sentences, with the buttons under the last piece', async () => {
  const { ann, api, send } = await speaking()
  await send({ text: sentence.repeat(800), choices, question: 'q' })
  expect(ann.shown.length).toBeGreaterThan(2)
  for (const text of api.textsIn(ann)) expect(text).toMatch(/。$/)
  expect(api.textsIn(ann).join('')).toBe(sentence.repeat(800))
  expect(ann.shown.map(({ markup }) => markup !== undefined)).toEqual(
    ann.shown.map((_, at) => at === ann.shown.length - 1),
  )
})

test('where sending fails halfway, trying again goes on from there', async () => {
  const { ann, api, send } = await speaking()
  await api.until(() => api.menus.size === 6)
  const text = sentence.repeat(800)
  const whole = send({ text })
  await api.until(() => ann.shown.length === 1)
  api.plan('sendMessage', new Refusal(500, 'Internal Server Error'))
  await expect(whole).rejects.toThrow('500')
  await send({ text })
  expect(api.textsIn(ann).join('')).toBe(text)
})

test('a verdict stands out: its first line bold, quotes in italics, nothing of the text read as a mark', async () => {
  const { ann, send } = await speaking()
  const text = '照你说的，<这>对得上 & 更多\n• 交钱：“入会费<b>2680</b>元”\n依据：第七条'
  await send({ text, verdict, quotes: ['入会费<b>2680</b>元'] })
  expect(ann.shown[0]?.text).toBe(text)
  expect(ann.shown[0]?.html).toBe(
    '<b>照你说的，&lt;这&gt;对得上 &amp; 更多</b>\n• 交钱：“<i>入会费&lt;b&gt;2680&lt;/b&gt;元</i>”\n依据：第七条',
  )
})

test('a rich message that is refused is sent again as plain text', async () => {
  const { ann, api, send } = await speaking()
  api.plan('sendMessage', badRequest("can't parse entities: Can't find end tag corresponding to start tag b"))
  await send({ text: '照你说的\n第七条', verdict, choices, question: 'q' })
  expect(ann.shown).toMatchObject([{ text: '照你说的\n第七条', markup: { inline_keyboard: [[{ text: '是' }]] } }])
  expect(ann.shown[0]?.html).toBeUndefined()
})

test('where the buttons are refused, the choices stand in the text', async () => {
  const { ann, api, send } = await speaking()
  api.plan('sendMessage', badRequest('BUTTON_TYPE_INVALID'))
  await send({ text: '请选', choices, question: 'q' })
  expect(api.textsIn(ann)).toEqual(['请选\n• 是'])
})

test.each([
  ['too many requests', tooMany(7), { after: 7000 }],
  ['blocked', new Refusal(403, 'Forbidden: bot was blocked by the user'), 'gone'],
  ['kicked', new Refusal(403, 'Forbidden: bot was kicked from the supergroup chat'), 'gone'],
  ['no such chat', badRequest('chat not found'), 'gone'],
  ['no right to send', badRequest('not enough rights to send text messages to the chat'), 'gone'],
  ['any other refusal', badRequest('message is too strange'), 'never'],
] as const)('says what would help: %s', async (_, mishap, hope) => {
  const { api, send, telegram } = await speaking()
  api.plan('sendMessage', mishap)
  await expect(send({ text: '好' })).rejects.toMatchObject({ name: 'Undelivered', hope })
  expect(telegram.name).toBe('telegram')
})

test('what nobody asked for does not ring', async () => {
  const { api, send } = await speaking()
  await send({ text: '留意', quiet: true })
  await send({ text: '回答' }, 1)
  expect(api.callsOf('sendMessage').map(({ parameters }) => parameters.disable_notification)).toEqual([true, undefined])
})

test.each([
  ['no answer', 'reset'],
  ['a page instead of an answer', 'bad_gateway'],
  ['trouble of its own', new Refusal(502, 'Bad Gateway')],
] as const)('an outage that lasts makes replies wait ever longer, until one arrives: %s', async (_, mishap) => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const { ann, api, send } = await speaking()
  // A connection that was kept is tried once more by itself.
  const fail = () => api.plan('sendMessage', mishap, { times: mishap === 'reset' ? 2 : 1 })
  const failing = async () => {
    api.unplan()
    fail()
    return send({ text: '1' }).catch((error: unknown) => error)
  }
  expect(await failing()).not.toMatchObject({ name: 'Undelivered' })
  vi.advanceTimersByTime(500)
  expect(await failing()).toMatchObject({ hope: { after: expect.closeTo(5_000, -4) } })
  vi.advanceTimersByTime(60_000)
  expect(await failing()).toMatchObject({ hope: { after: 8_000 } })
  api.unplan()
  await send({ text: '1' })
  expect(api.textsIn(ann)).toEqual(['1'])
  expect(await failing()).not.toMatchObject({ name: 'Undelivered' })
})

test.each([
  ['500', new Refusal(500, 'Internal Server Error')],
  ['bad gateway', 'bad_gateway'],
  ['a closed connection', 'reset'],
] as const)('what may pass at once is an ordinary error, without token or text: %s', async (_, mishap) => {
  const { api, send } = await speaking()
  api.plan('sendMessage', mishap, { times: 2 })
  const error: unknown = await send({ text: '秘密' }).catch((one: unknown) => one)
  expect(error).toBeInstanceOf(Error)
  expect(error).not.toMatchObject({ name: 'Undelivered' })
  expect(`${JSON.stringify(error)} ${error instanceof Error ? `${error.stack} ${error.cause}` : ''}`).not.toMatch(
    /秘密|fake-token/,
  )
})

test('a chat that has to wait holds up no other', async () => {
  const { ann, api, send, telegram } = await listening({ limits: telegramLimits }).then(async (all) => {
    const user = String(all.ann.chat.id)
    const key = JSON.stringify(['telegram', user, user])
    return { ...all, send: (text: string) => all.telegram.send(key, { text }, { update: 'm.1.', index: 0 }) }
  })
  const bob = api.chats.chat(api.chats.user('bob'))
  const bobsKey = JSON.stringify(['telegram', String(bob.chat.id), String(bob.chat.id)])
  api.plan('sendMessage', tooMany(30), { chat: ann.chat.id })
  await expect(send('1')).rejects.toMatchObject({ hope: { after: 30_000 } })
  await expect(send('2')).rejects.toMatchObject({ name: 'Undelivered' })
  await telegram.send(bobsKey, { text: '好' }, { update: 'm.1.', index: 0 })
  expect(api.textsIn(bob)).toEqual(['好'])
  expect(api.callsOf('sendMessage')).toHaveLength(2)
})

test('people who talk fast are answered without passing the limits of Telegram', async () => {
  const { ann, api, telegram } = await listening({ limits: telegramLimits })
  await api.until(() => api.menus.size === 6)
  api.mostASecond = 3
  const key = JSON.stringify(['telegram', String(ann.chat.id), String(ann.chat.id)])
  const texts = ['1', '2', '3', '4', '5']
  for (const [index, text] of texts.entries()) await telegram.send(key, { text }, { update: 'm.1.', index })
  expect(api.textsIn(ann)).toEqual(texts)
  expect(api.callsOf('sendMessage')).toHaveLength(5)
})

test('while something takes long, typing is shown; where it does not, nothing', async () => {
  let release = () => {}
  const delivered = new Promise<void>((resolve) => {
    release = resolve
  })
  let count = 0
  const { api, ann, next } = await listening({
    take: async () => ({ delivered: count++ === 0 ? Promise.resolve() : delivered }),
  })
  api.say('ann', ann, '快')
  await next()
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(api.callsOf('sendChatAction')).toEqual([])
  api.say('ann', ann, '慢')
  await api.until(() => api.callsOf('sendChatAction').length === 1)
  release()
})
