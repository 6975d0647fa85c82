import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type FakeChat, FakeChats } from './fake-chats.ts'
import { FakeDeliveries } from './fake-deliveries.ts'
import { FakeFiles } from './fake-files.ts'
import { given, isMethod, type Method } from './fake-forms.ts'
import { methodsOf, type Press, type World } from './fake-methods.ts'
import { FakePeople } from './fake-people.ts'
import { badRequest, Refusal } from './fake-refusal.ts'
import { parametersOf } from './fake-upload.ts'

/** Milliseconds; calls are not all the same time on their way here, which is none of the bot's doing. */
const SECOND = 900

/** What happens to a call instead of its answer. */
export type Mishap =
  | Refusal
  /** The connection is closed before, or after, the call is carried out. */
  | 'reset'
  | 'reset_after'
  /** A page of a server between, instead of JSON. */
  | 'bad_gateway'
  /** The answer comes so many milliseconds late. */
  | { readonly late: number }

interface Planned {
  readonly method: Method
  readonly mishap: Mishap
  readonly chat: number | undefined
  times: number
}

export interface Call {
  readonly method: string
  readonly parameters: Readonly<Record<string, unknown>>
  readonly at: number
}

export const token = '777:fake-token-of-the-fake-bot-api-00'

/** A Bot API server that answers and refuses as Telegram does, and the people on the other side of it. */
export class FakeBotApi extends FakePeople {
  readonly calls: Call[] = []
  readonly chats: FakeChats
  readonly deliveries: FakeDeliveries
  readonly files: FakeFiles
  readonly presses: ReadonlyMap<string, Press>
  readonly menus: World['menus']
  root = ''
  /** Sends to one chat within a second that are answered; more are told to wait. */
  mostASecond = Number.POSITIVE_INFINITY
  /** Told of every message the bot sent, with its chat. */
  onSent: (chat: number) => void = () => {}
  /** What happens to a call that nothing was planned for. */
  chance: (method: Method, chat: unknown) => Mishap | undefined = () => undefined
  /** Keeps no account of calls and looks at no form, for measuring the bot alone. */
  quick = false
  private planned: Planned[] = []
  private readonly server = createServer((request, response) => void this.answer(request, response))
  private readonly methods
  private changed = () => {}

  constructor() {
    const world: World = {
      chats: new FakeChats(),
      deliveries: new FakeDeliveries(),
      files: new FakeFiles(),
      presses: new Map(),
      menus: new Map(),
    }
    super(world)
    this.chats = world.chats
    this.deliveries = world.deliveries
    this.files = world.files
    this.presses = world.presses
    this.menus = world.menus
    this.methods = methodsOf(world)
  }

  async open(port = 0): Promise<this> {
    this.server.listen(port, '127.0.0.1')
    await once(this.server, 'listening')
    this.root = `http://127.0.0.1:${portOf(this.server.address())}`
    return this
  }

  async close(): Promise<void> {
    this.deliveries.close()
    this.server.closeAllConnections()
    this.server.close()
    await once(this.server, 'close')
  }

  /** The next calls of this method, to this chat where it is given, meet with a mishap. */
  plan(method: Method, mishap: Mishap, { times = 1, chat }: { times?: number; chat?: number } = {}): void {
    this.planned.push({ method, mishap, times, chat })
  }

  unplan(): void {
    this.planned = []
  }

  /** Texts the bot showed in this chat. */
  textsIn = ({ shown }: FakeChat): string[] => shown.map(({ text }) => text)

  callsOf = (method: Method): Call[] => this.calls.filter((one) => one.method === method)

  /** Resolves once this is so; it is looked at after every call. Rejects where it does not come within so many ms. */
  async until<T>(what: () => T | undefined | false, within = 15_000): Promise<T> {
    const end = Date.now() + within
    for (;;) {
      const found = what()
      if (found !== undefined && found !== false) return found
      if (Date.now() > end) throw new Error(`it never came: ${what}`)
      await Promise.race([
        new Promise<void>((resolve) => {
          this.changed = resolve
        }),
        wait(20),
      ])
    }
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const type = request.headers['content-type'] ?? ''
    const [, asked, path] = /^\/file\/bot([^/]*)\/(.+)$/.exec(request.url ?? '') ?? []
    if (path !== undefined) return this.download(response, asked, decodeURIComponent(path))
    const [, given = '', method = ''] = /^\/bot([^/]*)\/(\w+)$/.exec(request.url ?? '') ?? []
    const reply = async (): Promise<{ ok: true; result: unknown }> => {
      if (given !== token) throw new Refusal(401, 'Unauthorized')
      if (!isMethod(method)) throw new Refusal(404, 'Not Found: method not found')
      return { ok: true, result: await this.call(method, await parametersOf(body, type), response) }
    }
    try {
      this.end(response, 200, await reply())
    } catch (error) {
      const refused = error instanceof Refusal ? error : new Refusal(500, `Internal Server Error: ${error}`)
      if (refused.code === 500 && !(error instanceof Refusal)) console.error(error)
      this.end(response, refused.code, refused.body)
    }
    this.changed()
  }

  private download(response: ServerResponse, given: string | undefined, path: string): void {
    try {
      if (given !== token) throw new Refusal(401, 'Unauthorized')
      const bytes = this.files.fetch(path)
      response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length })
      if (this.files.breaks-- > 0) response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy())
      else response.end(bytes)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.end(response, error.code, error.body)
    }
    this.changed()
  }

  private end(response: ServerResponse, status: number, body: unknown): void {
    if (response.destroyed || response.writableEnded) return
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  }

  private async call(method: Method, parameters: unknown, response: ServerResponse): Promise<unknown> {
    if (!isRecord(parameters)) throw badRequest('expected an object')
    if (this.quick && method === 'sendMessage') return this.sentQuickly(Number(parameters.chat_id))
    this.calls.push({ method, parameters, at: Date.now() })
    const mishap = this.nextMishap(method, parameters.chat_id)
    if (mishap instanceof Refusal) throw mishap
    if (mishap === 'reset') response.destroy()
    if (mishap === 'bad_gateway')
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad Gateway</html>')
    if (mishap === 'reset' || mishap === 'bad_gateway') return undefined
    if (method === 'sendMessage' || method === 'sendPhoto') this.keepPace(Number(parameters.chat_id))
    const result = await this.run(method, parameters)
    if (mishap === 'reset_after') response.destroy()
    else if (mishap) await wait(mishap.late)
    return result
  }

  private async run<M extends Method>(method: M, parameters: unknown): Promise<unknown> {
    return this.methods[method](given(method, parameters))
  }

  private sentQuickly(chat: number) {
    this.onSent(chat)
    return { message_id: 1, date: 1, chat: { id: chat, type: 'private', first_name: 'someone' } }
  }

  private nextMishap(method: Method, chat: unknown): Mishap | undefined {
    const found = this.planned.find(
      (one) => one.method === method && one.times > 0 && (one.chat === undefined || one.chat === chat),
    )
    if (!found) return this.chance(method, chat)
    found.times--
    return found.mishap
  }

  private keepPace(chat: number): void {
    const recent = this.chats.all.get(chat)?.shown.filter(({ at }) => at > Date.now() - SECOND) ?? []
    if (recent.length >= this.mostASecond) throw tooMany(1)
  }
}

export const tooMany = (seconds: number) =>
  new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const portOf = (address: string | AddressInfo | null) => (typeof address === 'object' && address ? address.port : 0)
