import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { createServer as createHttpServer } from 'node:http'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import * as z from 'zod'
import { temporaryFolder } from '../hosting/temporary-folder.ts'
import { run } from './built-program.ts'
import { addressIn, serve } from './serving.ts'

const token = `123456:${'secret-'.repeat(6)}`
const webhookUrl = 'https://bot.example/telegram'
const webhookSecret = 'hidden_hidden_hidden'

/** A port on this machine with this server on it. */
async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('expected a port')
  return address.port
}

async function closedPort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Loaded before the program: does this once the first line of the output is written. */
const afterReady = (code: string) => {
  const later = `const { stdout } = process
    const write = stdout.write.bind(stdout)
    stdout.write = (...all) => {
      setImmediate(() => { ${code} })
      return write(...all)
    }`
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(later)}` }
}

test.each(['SIGINT', 'SIGTERM'] as const)(
  'prints the address of the page, answers there, and ends on %s',
  async (signal) => {
    const { line, end, errors } = await serve({ LANGUAGE: 'en' })
    const first = await line()
    expect(first).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/ {2}open it in a browser; Ctrl-C stops$/)
    const page = await fetch(addressIn(first))
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<html')
    expect(await end(signal)).toBe(0)
    expect(errors()).toEqual([])
  },
)

test('its lines are in the language of this terminal', async () => {
  const { line } = await serve({ LANG: 'zh_TW.UTF-8' })
  expect(await line()).toContain('用瀏覽器打開')
})

test('a mistake that nobody waited for ends nothing', async () => {
  const mistake = `Promise.reject(Object.assign(new Error('private words'), { code: 'ELATER' }))`
  const { line, end, errors, raw } = await serve(afterReady(mistake))
  const address = addressIn(await line())
  await expect.poll(errors).toMatchObject([{ msg: 'something failed that nobody waited for', code: 'ELATER' }])
  expect(raw()).not.toContain('private words')
  expect((await fetch(address)).status).toBe(200)
  expect(await end()).toBe(0)
})

test('a mistake that ends it is told in the log, without what its message repeats', async () => {
  const { ended, log, raw } = await serve(afterReady(`throw new TypeError('private words')`))
  expect(await ended).toBe(1)
  expect(log().at(-1)).toMatchObject({ level: 'fatal', msg: 'something went wrong inside', cause: 'TypeError' })
  expect(raw()).not.toContain('private words')
})

test('whoever reads the log may end before the bot does', async () => {
  const { child, line, end } = await serve(afterReady(`Promise.reject(new Error('told of'))`))
  child.stderr.destroy()
  const address = addressIn(await line())
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect((await fetch(address)).status).toBe(200)
  expect(await end()).toBe(0)
})

test('a taken port is named with its variable and the mend', async () => {
  const port = await listening(createServer())
  const dataDir = await temporaryFolder()
  const { code, out, err } = await run(['serve'], { DATA_DIR: dataDir, PORT: String(port) })
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(await readdir(dataDir)).toEqual(['conversations', 'sent', 'sent-2', 'time'])
  expect(err).toMatch(new RegExp(`^PORT: ${port} is already in use; set PORT .*\\n$`))
})

test('a host that is not this machine is named with its variable and the mend', async () => {
  const { code, out, err } = await run(['serve'], { DATA_DIR: await temporaryFolder(), PORT: '0', HOST: '192.0.2.1' })
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/^HOST: 192\.0\.2\.1 is no address of this machine; set HOST .*\n$/)
})

test.each([
  [{ TELEGRAM_BOT_TOKEN: 'secret' }, /^TELEGRAM_BOT_TOKEN is .*BotFather.*\n$/],
  [{ TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: webhookUrl }, /^TELEGRAM_WEBHOOK_SECRET is missing;.*\n$/],
  [{ TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: webhookSecret }, /^TELEGRAM_WEBHOOK_URL is missing;.*\n$/],
  [
    { TELEGRAM_WEBHOOK_URL: webhookUrl, TELEGRAM_WEBHOOK_SECRET: webhookSecret },
    /^TELEGRAM_BOT_TOKEN is missing;.*\n$/,
  ],
  [{ WECHATY_PUPPET: 'wechaty-puppet-that-is-not-there' }, /^WECHATY_PUPPET: .* not installed; .*\n$/],
  [{ WECHATY_PUPPET: 'zod' }, /^WECHATY_PUPPET: zod is no puppet; .*\n$/],
])('what would not work is one line with the variable and the mend, and the end: %j', async (env, says) => {
  const { code, err } = await run(['serve'], { DATA_DIR: await temporaryFolder(), PORT: '0', ...env })
  expect(code).toBe(1)
  expect(err).toMatch(says)
  expect(err).not.toMatch(/secret-|hidden|:\s+at /)
})

test('a token that Telegram does not know is named with its variable', async () => {
  const refusing = createHttpServer((_request, response) => {
    response.writeHead(401, { 'content-type': 'application/json' })
    response.end('{"ok":false,"error_code":401,"description":"Unauthorized"}')
  })
  const root = `http://127.0.0.1:${await listening(refusing)}`
  const env = { DATA_DIR: await temporaryFolder(), PORT: '0', TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: root }
  const { code, err } = await run(['serve'], env)
  expect(code).toBe(1)
  expect(err).toMatch(/^TELEGRAM_BOT_TOKEN\b.*\n$/)
  expect(err).not.toContain('secret-')
})

test('a webhook is answered beside the page, to those who know the secret', async () => {
  const api = createHttpServer((request, response) => {
    const me = { id: 123456, is_bot: true, first_name: 'Bot', username: 'some_bot' }
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ ok: true, result: request.url?.endsWith('/getMe') ? me : true }))
  })
  const { line, end, errors } = await serve({
    TELEGRAM_BOT_TOKEN: token,
    TELEGRAM_API_ROOT: `http://127.0.0.1:${await listening(api)}`,
    TELEGRAM_WEBHOOK_URL: webhookUrl,
    TELEGRAM_WEBHOOK_SECRET: webhookSecret,
  })
  const address = [await line(), await line()].map(addressIn).find((one) => one.startsWith('http')) ?? ''
  const post = (secret: string) =>
    fetch(`${address}telegram`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      body: '{"update_id":1,"poll":{}}',
    })
  expect((await post('guessed_guessed_guessed')).status).toBe(401)
  await expect.poll(async () => (await post(webhookSecret)).status).toBe(200)
  expect((await fetch(address)).status).toBe(200)
  expect(await end()).toBe(0)
  expect(errors()).toEqual([])
})

test('Telegram out of reach is told in one line, and the page goes on', async () => {
  const root = `http://127.0.0.1:${await closedPort()}`
  const { line, end, errors, raw } = await serve({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: root })
  const lines = [await line(), await line()]
  const address = lines.map(addressIn).find((one) => one.startsWith('http')) ?? ''
  expect((await fetch(address)).status).toBe(200)
  expect(lines.join('\n')).toContain('telegram: ')
  await expect.poll(errors).toMatchObject([{ msg: expect.stringMatching(/Telegram/) }])
  expect(raw()).not.toContain('secret-')
  expect(await end()).toBe(0)
})

const coverage = z.object({ result: z.array(z.object({ url: z.string() })) })

/** The packages that a run of `bot serve` has loaded by the time it serves, those bundled in dist/ included. */
async function loadedBy(env: Record<string, string>, lines: number): Promise<Set<string>> {
  const folder = await temporaryFolder()
  const { line, end } = await serve({ ...env, NODE_V8_COVERAGE: folder })
  for (let left = lines; left > 0; left--) await line()
  expect(await end()).toBe(0)
  const packages = new Set<string>()
  for (const name of await readdir(folder)) {
    const { result } = coverage.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))
    for (const { url } of result) {
      if (!url.startsWith('file:')) continue
      const path = fileURLToPath(url)
      const outside = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(path)?.[1]
      if (outside !== undefined) packages.add(outside)
      else
        for (const [, inside = ''] of (await readFile(path, 'utf8')).matchAll(
          /^\/\/ node_modules\/((?:@[^/]+\/)?[^/\n]+)\//gm,
        ))
          packages.add(inside)
    }
  }
  return packages
}

test('what a platform needs is loaded only where it has its settings', async () => {
  const root = `http://127.0.0.1:${await closedPort()}`
  const alone = await loadedBy({}, 1)
  expect(alone).toContain('hono')
  for (const name of ['wechaty', 'wechaty-puppet', 'qrcode', 'fast-xml-parser', 'grammy', '@grammyjs/runner'])
    expect(alone).not.toContain(name)
  const telegram = await loadedBy({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: root }, 2)
  expect(telegram).toContain('grammy')
  expect(telegram).not.toContain('wechaty')
  const wechat = await loadedBy({ WECHATY_PUPPET: 'wechaty-puppet-mock' }, 2)
  expect(wechat).toContain('wechaty')
  expect(wechat).not.toContain('grammy')
})
