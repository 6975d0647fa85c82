import { chatKey } from '../../adapters/telegram/read-message.ts'
import { createTelegram } from '../../adapters/telegram/telegram.ts'
import type { Chat, Person, PlatformUnderTest, Say, Seen, Stage, Trouble } from '../contracts/stage.ts'
import { openIntake } from '../pictures/open-pictures.ts'
import { FakeBotApi, type Mishap, token, tooMany } from './fake-bot-api.ts'
import type { FakeChat, Shown } from './fake-chats.ts'
import type { FakeUpdate } from './fake-deliveries.ts'
import { badRequest, Refusal } from './fake-refusal.ts'
import { served } from './served.ts'
import { type Watched, watched } from './watched.ts'

export const secret = 'a-secret-of-the-fake-webhook'

const mishaps: Readonly<Record<Trouble, Mishap>> = {
  busy: tooMany(1),
  down: 'reset',
  refuses: badRequest('message cannot be sent'),
  gone: new Refusal(403, 'Forbidden: bot was blocked by the user'),
}

/** How Telegram brings updates. */
export type Delivery = 'polling' | 'webhook'

/** A fake Telegram with the bot's platform set up for it, not yet started. */
export async function setUp(delivery: Delivery, more: Partial<Parameters<typeof createTelegram>[0]> = {}) {
  const api = await new FakeBotApi().open()
  const troubles: string[] = []
  const telegram = createTelegram({
    settings: {
      token,
      apiRoot: api.root,
      ...(delivery === 'webhook' && { webhook: { url: 'https://bot.example.org/telegram', secret } }),
    },
    onTrouble: (message) => void troubles.push(message),
    limits: false,
    movePatience: 20,
    ...more,
  })
  const server = delivery === 'webhook' ? await served(telegram.handleWebhook) : undefined
  api.deliveries.webhookAt = server?.url
  const close = async () => {
    await server?.close()
    await api.close()
  }
  return { api, telegram, troubles, close }
}

export const telegramUnderTest = (delivery: Delivery): PlatformUnderTest => ({
  name: `Telegram by ${delivery}`,
  longest: 4096,
  has: { groups: true, asides: true, sending: true },
  async open(run) {
    const { api, telegram, close } = await setUp(delivery, { pictures: openIntake().intake })
    const watch = watched(telegram)
    const stop = await run(watch.platform)
    return new TelegramStage(api, watch, async () => {
      await stop()
      await close()
    })
  },
})

class TelegramStage implements Stage {
  private readonly api: FakeBotApi
  private readonly watch: Watched
  private albums = 0
  private readonly groups = new Map<string, FakeChat>()
  readonly close: () => Promise<void>

  constructor(api: FakeBotApi, watch: Watched, close: () => Promise<void>) {
    this.api = api
    this.watch = watch
    this.close = close
  }

  person(name: string): Person {
    const ownChat = this.api.chats.chat(this.api.chats.user(name))
    return { private: this.chatOf(name, ownChat), in: (group) => this.chatOf(name, this.groupOf(group)) }
  }

  async found(name: string, members: readonly string[]): Promise<readonly Seen[]> {
    const group = this.groups.get(name) ?? this.api.chats.group(name, members)
    this.groups.set(name, group)
    return this.shownBy(group, () => this.api.setBot(members[0] ?? '', group, 'member'))
  }

  async remove(name: string): Promise<void> {
    await this.shownBy(this.groupOf(name), () => this.api.setBot('ann', this.groupOf(name), 'kicked'))
  }

  trouble(kind: Trouble, times: number, to?: string): void {
    this.api.unplan()
    const chat = to === undefined ? {} : { chat: this.api.chats.user(to).id }
    this.api.plan('sendMessage', mishaps[kind], { times, ...chat })
  }

  private groupOf(name: string): FakeChat {
    const group = this.groups.get(name)
    if (!group) throw new Error(`there is no group ${name}`)
    return group
  }

  private chatOf(name: string, chat: FakeChat): Chat {
    return {
      say: (text, how = {}) => (text.trim() === '' ? Promise.resolve([]) : this.said(name, chat, text, how)),
      picture: (...files) => {
        const album = files.length > 1 ? { media_group_id: `album ${this.albums++}` } : {}
        const act = () => files.map((file) => this.api.photo(name, chat, file, album).update)
        return this.shownBy(chat, () => act().at(-1), undefined, true)
      },
      press: (label) => {
        const { update, id } = this.api.press(name, chat, label)
        return this.shownBy(chat, () => update, id)
      },
    }
  }

  private said(name: string, chat: FakeChat, text: string, { forwarded, mention, replyTo, times = 1 }: Say) {
    const original = [...chat.messages.values()].findLast((one) => replyTo !== undefined && one.text === replyTo)
    const how = original ? { replyTo: original.message_id } : {}
    const words = mention ? `${text} @${this.api.chats.bot.username}` : text
    const first = () =>
      forwarded ? this.api.forward(name, chat, words, 'user', how) : this.api.say(name, chat, words, how)
    // What is forwarded in private is answered a moment later, together with what may follow.
    const isGathered = forwarded === true && chat.chat.type === 'private'
    return this.shownBy(
      chat,
      () => {
        const { update } = first()
        for (let more = 1; more < times; more++) this.api.deliveries.again(update)
        return update
      },
      undefined,
      isGathered,
    )
  }

  private async shownBy(
    chat: FakeChat,
    act: () => FakeUpdate | undefined,
    press?: string,
    isGathered = false,
  ): Promise<readonly Seen[]> {
    const before = chat.shown.length
    const update = act()
    await this.api.until(() => update === undefined || !this.api.deliveries.waiting.includes(update), 60_000)
    const key = chatKey(chat.chat, String(chat.chat.id))
    await this.watch.settled(key)
    if (isGathered) {
      await this.api.until(() => chat.shown.length > before, 60_000)
      await this.watch.quiet(key)
    }
    const answer = press === undefined ? undefined : this.api.presses.get(press)?.answer
    const aside: Seen[] = answer?.text === undefined ? [] : [{ text: answer.text, choices: [], aside: true }]
    return [...aside, ...chat.shown.slice(before).map(seen)]
  }
}

function seen({ text, markup, picture }: Shown): Seen {
  const buttons = markup?.inline_keyboard.flat() ?? []
  const token = buttons.map(({ url }) => /\?start=([\w-]+)$/.exec(url ?? '')?.[1]).find((one) => one !== undefined)
  return {
    text,
    choices: buttons.map((button) => button.text),
    ...(picture && { picture }),
    ...(token !== undefined && { token }),
  }
}
