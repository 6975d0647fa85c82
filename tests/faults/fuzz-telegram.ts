import type { FakeBotApi } from '../telegram/fake-bot-api.ts'
import { setUp } from '../telegram/telegram-stage.ts'
import { type Act, type Fuzzed, fuzz } from './fuzz.ts'

const kinds = ['message', 'edited_message', 'callback_query', 'my_chat_member', 'channel_post', 'poll', 'inline_query']
const contents = [
  'sticker',
  'photo',
  'document',
  'voice',
  'location',
  'contact',
  'poll',
  'dice',
  'new_chat_members',
  'story',
]
const origins = ['user', 'hidden_user', 'chat', 'channel'] as const

export const fuzzTelegram = fuzz({
  name: 'telegram',
  longest: 4096,
  sizes: { short: 300, long: 100_000 },
  async open(run, wrong): Promise<Fuzzed> {
    const { api, telegram, troubles, close } = await setUp('polling')
    const { stop, atRest } = await run(telegram)
    const groups = [0, 1, 2, 3].map((n) => api.chats.group(`group ${n}`, people))
    for (const group of groups) api.setBot('person 0', group, 'member')
    let seen = 0
    const settle = async () => {
      await api.until(() => api.deliveries.waiting.length === 0, 600_000)
      await atRest()
    }
    return {
      async play(acts) {
        for (const one of acts) act(api, groups, one)
        await settle()
        for (const trouble of troubles.splice(0)) wrong(trouble)
      },
      shown() {
        const all = [...chatsOf(api), ...groups].flatMap((chat) => chat.shown.splice(0))
        seen += all.length
        return all.map(({ text }) => text)
      },
      async answers(words) {
        const chat = api.chats.chat(api.chats.user(`somebody ${seen}`))
        api.say(`somebody ${seen}`, chat, words)
        await settle()
        return chat.shown.length > 0
      },
      async close() {
        await stop()
        await close()
      },
    }
  },
})

const people = Array.from({ length: 40 }, (_, n) => `person ${n}`)
const chatsOf = (api: FakeBotApi) => people.map((name) => api.chats.chat(api.chats.user(name)))

/** One act as Telegram tells of it, in a form it has or in one that it never had. */
function act(
  api: FakeBotApi,
  groups: ReturnType<FakeBotApi['chats']['group']>[],
  { kind, who, inGroup, words, more, junk }: Act,
) {
  const name = people[who] ?? ''
  const own = api.chats.chat(api.chats.user(name))
  const chat = (inGroup && groups[who % groups.length]) || own
  const text = words === '' ? 'x' : words.slice(0, 4096)
  const named = inGroup && kind % 2 === 0 ? `${text} @${api.chats.bot.username}` : text
  const earlier = [...chat.messages.keys()]
  const some = earlier[who % Math.max(1, earlier.length)]
  if (kind < 40) api.say(name, chat, named, some !== undefined && kind > 30 ? { replyTo: some } : {})
  else if (kind < 50) api.forward(name, chat, named, origins[kind % 4] ?? 'user')
  else if (kind < 58) api.say(name, chat, named, { entities: wild(junk, text) })
  else if (kind < 64 && some !== undefined) api.edit(chat, some, text)
  else if (kind < 74) {
    const message = some === undefined ? undefined : chat.messages.get(some)
    if (message) api.pressed(name, chat, more.slice(0, 64), message)
  } else if (kind < 88) {
    const message = { message_id: chat.nextMessage++, date: kind, chat: chat.chat, from: api.chats.user(name) }
    api.push({ message: { ...message, [contents[kind % contents.length] ?? '']: junk, caption: words.slice(0, 1024) } })
  } else api.push({ [kinds[kind % kinds.length] ?? 'message']: junk })
}

/** Marks at places that are none. */
const wild = (junk: unknown, text: string) =>
  (['bot_command', 'mention', 'url', 'text_link'] as const).map((type, i) => ({
    type,
    offset: typeof junk === 'number' ? Math.trunc(junk) || 0 : i * 7 - 3,
    length: text.length - i,
    url: text,
  }))
