// One instance of a bot on Restate, in a process of its own, to be killed or frozen. It takes updates by HTTP as from
// a platform, and hands replies over to one. Its argument is an `InstancePlace` as JSON; says `ready` once it serves.
import { createServer, type IncomingMessage } from 'node:http'
import * as z from 'zod'
import { diaryOnRestate } from '../hosting/diary-host.ts'

const place = z.object({
  url: z.string(),
  adminUrl: z.string(),
  serviceUrl: z.string(),
  /** Where Restate calls it. */
  port: z.number(),
  /** Where updates come. */
  front: z.number(),
  platform: z.string(),
})
export type InstancePlace = z.infer<typeof place>
const update = z.object({ key: z.string(), id: z.string(), text: z.string() })

const { url, adminUrl, serviceUrl, port, front, platform } = place.parse(JSON.parse(process.argv[2] ?? ''))

const host = diaryOnRestate(
  { url, adminUrl },
  async (key, { text }, { update, index }) => {
    const body = JSON.stringify({ key, update, index, text })
    const { ok } = await fetch(platform, { method: 'POST', body, signal: AbortSignal.timeout(5_000) })
    if (!ok) throw new Error('the platform did not take it')
  },
  {
    place: { url, adminUrl, serviceUrl, host: '127.0.0.1', port },
    retryAfter: [100, 200, 500, 1000, 2000],
    onTrouble: (message, cause) => process.stderr.write(`${message} ${String(cause)}\n`),
  },
)

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk)
  return JSON.parse(text)
}

async function answer(request: IncomingMessage): Promise<string> {
  if (request.method === 'GET') {
    const key = new URL(request.url ?? '', 'http://localhost').searchParams.get('key')
    return key === null ? 'well' : JSON.stringify((await host.peek(key)) ?? null)
  }
  const { key, id, text } = update.parse(await bodyOf(request))
  await host.submit(key, id, { text })
  return 'taken'
}

await host.start()
createServer((request, response) => {
  answer(request).then(
    (text) => response.end(text),
    (error: unknown) => response.writeHead(500).end(String(error)),
  )
}).listen(front, '127.0.0.1', () => process.stdout.write('ready\n'))

process.once('SIGTERM', () => {
  void host.stop().then(() => process.exit(0))
})
