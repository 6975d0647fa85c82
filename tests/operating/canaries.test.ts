import { expect, onTestFinished, test } from 'vitest'
import { assemble } from '../../adapters/assemble.ts'
import { openKeptFiles } from '../../adapters/hosting/embedded/kept-files.ts'
import { keptReply, keptState } from '../../adapters/kept-forms.ts'
import { openWatch } from '../../adapters/operating/watch.ts'
import { createWeChat } from '../../adapters/wechat/wechat.ts'
import { engine } from '../ground.ts'
import { temporaryFolder } from '../hosting/temporary-folder.ts'
import { FakeBotApi, token, tooMany } from '../telegram/fake-bot-api.ts'
import { badRequest, Refusal } from '../telegram/fake-refusal.ts'
import { begin } from '../terminal/built-program.ts'
import { addressIn, serve } from '../terminal/serving.ts'
import { openSession } from '../web/session.ts'
import { MockWorld } from '../wechat/mock-world.ts'
import { atOnce } from '../wechat/wechat-stage.ts'
import { canaries, expectNoCanaries, pitch } from './canaries.ts'

const debug = { LOG_LEVEL: 'debug', METRICS_PORT: '0' }
/** A picture that is none. */
const broken = Buffer.from(`\x89PNG ${canaries.words}`)

test('nothing anyone said on Telegram, and nobody, stands in the log or the figures, whatever goes wrong', async () => {
  const api = await new FakeBotApi().open()
  onTestFinished(() => api.close())
  const served = await serve({ ...debug, TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: api.root })
  await served.line()
  await served.line()
  const ann = api.chats.chat(api.chats.user(canaries.name))
  const group = api.chats.group(canaries.group, [canaries.name])
  api.setBot(canaries.name, group, 'member')
  await api.until(() => group.shown.length > 0)
  api.say(canaries.name, group, `${pitch} @${api.chats.bot.username}`)
  await api.until(() => group.shown.length > 1)
  api.say(canaries.name, ann, pitch)
  await api.until(() => ann.shown.length > 0)
  for (const mishap of [
    badRequest(`message is not right: ${pitch}`),
    tooMany(1),
    'reset',
    'bad_gateway',
    new Refusal(500, pitch),
  ] as const) {
    api.plan('sendMessage', mishap)
    const calls = api.callsOf('sendMessage').length
    api.say(canaries.name, ann, `/start ${pitch}`)
    await api.until(() => api.callsOf('sendMessage').length > calls)
  }
  api.plan('getUpdates', new Refusal(500, pitch), { times: 2 })
  api.photo(canaries.name, ann, broken, { caption: pitch })
  api.forward(canaries.name, ann, pitch, 'hidden_user')
  api.push({ message: { [canaries.words]: pitch } })
  const before = ann.shown.length
  api.say(canaries.name, ann, '/export')
  await api.until(() => ann.shown.length > before)
  api.plan('sendMessage', new Refusal(403, `Forbidden: ${canaries.name} blocked the bot`))
  api.say(canaries.name, ann, '/delete')
  await expect.poll(() => served.raw()).toContain('a reply was shown')
  const metrics = await (await fetch(`${String(served.log()[0]?.address)}metrics`)).text()
  expect(metrics).toContain('pyramid_messages_total{platform="telegram"')
  expect(await served.end()).toBe(0)
  expect(served.log().length).toBeGreaterThan(10)
  expectNoCanaries(served.raw() + metrics, token, String(ann.chat.id), String(group.chat.id), '"ann"')
})

test('nor of what was said on the page', async () => {
  const served = await serve(debug)
  const address = addressIn(await served.line())
  const session = await openSession(address)
  await session.say({ text: pitch, forwarded: true })
  await session.say({ chat: 'group', as: 'me', event: 'joined', text: canaries.group })
  await session.say({ chat: 'group', as: 'friend', text: `@bot ${pitch}`, quoted: pitch })
  await session.say({ text: pitch }, [broken])
  await session.post(`{"text":"${pitch}`)
  await session.post({ text: pitch, [canaries.words]: 1 })
  await fetch(`${address}${canaries.words}?${canaries.words}`)
  await session.say({ text: '/export' })
  await session.say({ choice: 'delete' })
  const metrics = await (await fetch(`${String(served.log()[0]?.address)}metrics`)).text()
  expect(await served.end()).toBe(0)
  expect(served.log().length).toBeGreaterThan(8)
  expectNoCanaries(served.raw() + metrics, session.cookie.split('=')[1] ?? 'no cookie')
})

test('nor of what was said on WeChat', async () => {
  const lines: string[] = []
  const folder = await temporaryFolder()
  const write = (line: string) => void lines.push(line)
  const watch = await openWatch({ look: async () => undefined, logLevel: 'debug', write })
  const world = new MockWorld()
  const onTrouble = watch.log.trouble
  const wechat = createWeChat({ puppet: world.puppet, onTrouble, show: () => {}, pace: atOnce })
  const { store, close } = await openKeptFiles(folder, keptState, keptReply, onTrouble)
  const platforms = [watch.platform(wechat)]
  const stop = await assemble({ engine, store, platforms, onTrouble, retryAfter: [5, 20] })
  world.login()
  const place = world.person(canaries.name)
  world.says(canaries.name, pitch)
  await expect.poll(() => world.saidTo(place).length, { timeout: 10_000 }).toBeGreaterThan(0)
  world.puppet.emit('error', new Error(pitch))
  let failures = 4
  world.puppet.onSend = (_, text) => {
    if (failures-- > 0) throw new Error(`could not send ${text} to ${canaries.name}`)
  }
  const before = world.saidTo(place).length
  world.says(canaries.name, '/export')
  await expect.poll(() => lines.join(''), { timeout: 10_000 }).toContain('given up')
  world.puppet.onSend = () => {}
  world.says(canaries.name, '/delete')
  await expect.poll(() => world.saidTo(place).length, { timeout: 10_000 }).toBeGreaterThan(before)
  await stop()
  await close()
  expect(lines.length).toBeGreaterThan(3)
  expectNoCanaries(lines.join(''), 'wxid_')
})

test('nor of what was said in the terminal, where a file of a conversation is damaged', async () => {
  const { child, ended } = begin(['chat', '--json'], { DATA_DIR: await temporaryFolder(), LOG_LEVEL: 'debug' })
  let err = ''
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  const line = { chat: canaries.words, user: canaries.name, kind: 'private', text: pitch }
  child.stdout.resume()
  child.stdin.end(`${JSON.stringify(line)}\n{"chat":"${pitch}\n${JSON.stringify({ ...line, image: pitch })}\n`)
  expect(await ended).toBe(0)
  expectNoCanaries(err)
})
