import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { FakeBotApi } from '../telegram/fake-bot-api.ts'

/** What one person says, message after message, each once the one before was answered. */
export type Script = readonly string[]

export interface Load {
  /** Messages taken and answered, per second. */
  readonly rate: number
  /** From the post of an update to the bot's first message for it, in milliseconds, sorted. */
  readonly taken: readonly number[]
}

/** People at a bot's webhook: `abreast` of them at once, each on a connection of their own. */
export class People {
  private readonly api: FakeBotApi
  private readonly secret: string
  private nextChat = 1_000_000
  private nextUpdate = 1
  private readonly answered = new Map<number, () => void>()

  constructor(api: FakeBotApi, secret: string) {
    this.api = api
    this.secret = secret
    api.onSent = (chat) => this.answered.get(chat)?.()
  }

  async talk(port: number, script: Script, { abreast, people }: { abreast: number; people: number }): Promise<Load> {
    const taken: number[] = []
    let left = people
    const start = performance.now()
    const one = async () => {
      const socket = connect(port, '127.0.0.1').setNoDelay()
      await once(socket, 'connect')
      while (left-- > 0) {
        const chat = this.nextChat++
        this.api.chats.chat({ id: chat, is_bot: false, first_name: 'someone' })
        for (const [at, text] of script.entries()) taken.push(await this.say(socket, port, chat, at + 1, text))
      }
      socket.end()
    }
    await Promise.all(Array.from({ length: abreast }, one))
    const rate = (1000 * taken.length) / (performance.now() - start)
    return { rate, taken: taken.sort((a, b) => a - b) }
  }

  private async say(socket: Socket, port: number, chat: number, id: number, text: string): Promise<number> {
    const from = { id: chat, is_bot: false, first_name: 'someone', language_code: 'zh' }
    const entities = text.startsWith('/') ? [{ type: 'bot_command', offset: 0, length: text.length }] : undefined
    const message = {
      message_id: id,
      date: 1,
      chat: { id: chat, type: 'private', first_name: 'someone' },
      from,
      text,
      entities,
    }
    const body = JSON.stringify({ update_id: this.nextUpdate++, message })
    const head = [
      'POST /telegram HTTP/1.1',
      `host: 127.0.0.1:${port}`,
      'content-type: application/json',
      `x-telegram-bot-api-secret-token: ${this.secret}`,
      `content-length: ${Buffer.byteLength(body)}`,
    ]
    const start = performance.now()
    let end = start
    const answered = new Promise<void>((resolve) => {
      this.answered.set(chat, () => {
        end = performance.now()
        this.answered.delete(chat)
        resolve()
      })
    })
    const accepted = once(socket, 'data')
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
    const [data] = await accepted
    if (!String(data).startsWith('HTTP/1.1 200')) throw new Error(`the bot answered ${String(data).slice(0, 40)}`)
    await answered
    return end - start
  }
}
