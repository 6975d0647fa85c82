import { autoRetry } from '@grammyjs/auto-retry'
import { sequentialize } from '@grammyjs/runner'
import { Api } from 'grammy'
import type { Update } from 'grammy/types'
import { awaits, type Pending, type PictureIntake } from '../picture-intake.ts'
import type { OnMessage, Platform } from '../platform.ts'
import type { Answered, Posted } from '../posted.ts'
import type { TelegramSettings } from '../settings.ts'
import type { Me } from './addressed.ts'
import { type CommandMenu, menus } from './commands.ts'
import { connect } from './connection.ts'
import { createFiles } from './files.ts'
import { createMoves, formerChat } from './moves.ts'
import { createPace, type Limits, telegramLimits, unlimited } from './pace.ts'
import { type Persist, startPolling } from './polling.ts'
import { createPresses } from './presses.ts'
import { type Happening, moved, platformName } from './read-message.ts'
import { readUpdate } from './read-update.ts'
import { mayManage } from './rights.ts'
import { createSender } from './sender.ts'
import { createTransport } from './transport.ts'
import { createTyping } from './typing.ts'
import { createWebhook } from './webhook.ts'

export interface TelegramOptions {
  readonly settings: TelegramSettings
  /** Told of what goes wrong; the message names no person and quotes nobody. */
  readonly onTrouble: (message: string, cause?: unknown) => void
  /** Reads pictures; without it they count as messages without words. */
  readonly pictures?: PictureIntake
  readonly commands?: readonly CommandMenu[]
  /** False: sends as fast as it goes, as suits a Bot API server of one's own. */
  readonly limits?: Limits | false
  /** Waits before an update that could not be made durable is tried again, in milliseconds. */
  readonly retryAfter?: readonly number[]
  /** Milliseconds within which a basic group the bot is out of may turn out to have moved. */
  readonly movePatience?: number
}

export interface Telegram extends Platform {
  /** Answers what is posted to the path of the webhook; 503 before the bot is started. */
  readonly handleWebhook: (request: Posted) => Promise<Answered>
  /** Updates that meant nothing here, by kind. */
  readonly ignored: ReadonlyMap<string, number>
}

export function createTelegram(options: TelegramOptions): Telegram {
  const { settings, onTrouble, commands = menus, pictures, limits = telegramLimits, retryAfter, movePatience } = options
  const { webhook } = settings
  const transport = createTransport(settings.token, settings.apiRoot)
  const api = new Api(settings.token)
  api.config.use(transport)
  const patientApi = new Api(settings.token)
  patientApi.config.use(transport, autoRetry({ maxRetryAttempts: 3, maxDelaySeconds: 60 }))
  const fileOf = createFiles(patientApi, settings.token, settings.apiRoot)
  const presses = createPresses(api)
  const typing = createTyping(api)
  const moves = createMoves(movePatience)
  const ignored = new Map<string, number>()
  let me: Me | undefined
  let hear: OnMessage | undefined

  const ignore = (kind: string) => {
    ignored.set(kind, (ignored.get(kind) ?? 0) + 1)
  }

  const send = createSender({
    api,
    pace: limits ? createPace(limits) : unlimited,
    presses,
    username: () => me?.username,
    whereIs: moves.whereIs,
    async onMoved(from, to) {
      moves.note(from, to)
      const { key, update, message } = moved(from, to)
      await hear?.(key, update, message)
    },
  })

  /** Begun as it comes, before its turn. */
  function begin({ key, update, picture, message, chat, thread }: Happening): Pending[] {
    if (!pictures || !picture) return []
    const pending = pictures.begin(key, `${platformName} ${message.user}`, () => fileOf(picture))
    typing.during(chat, thread, pending.picture)
    if (message.kind === 'private') void hear?.(key, `${update}:awaits`, awaits).catch(() => {})
    return [pending]
  }

  async function hand(happening: Happening, pending: readonly Pending[]): Promise<void> {
    const { key, update, message, chat, thread, rightsOf, waits, press } = happening
    const former = formerChat(happening)
    if (former !== undefined) moves.note(former, chat)
    const admin = rightsOf === undefined ? message.admin : await mayManage(api, chat, rightsOf)
    const seen = pictures && pending.length > 0 ? await pictures.taken(key, pending) : {}
    if (!hear) throw new Error('the bot is stopped')
    const accepted = await hear(key, update, { ...message, ...seen, ...(admin !== undefined && { admin }) })
    if (message.more) typing.now(chat, thread)
    else if (waits) typing.during(chat, thread, accepted.delivered)
    if (press !== undefined) void accepted.delivered.then(() => presses.closed(press))
  }

  const inOrder = sequentialize<Happening>(({ chat }) => String(chat))

  /** Resolves once the update is durable. */
  async function take(update: Update, persist: Persist = (work) => work()): Promise<void> {
    if (!me) throw new Error('the bot does not know itself yet')
    const happening = readUpdate(update, me)
    if ('ignored' in happening) return ignore(happening.ignored)
    if (moves.isPartOfOne(happening)) return ignore('my_chat_member')
    const { press } = happening
    const pending = begin(happening)
    if (press !== undefined) presses.opened(press)
    try {
      await inOrder(happening, async () => {
        if (happening.mayBeMove && hear && (await moves.turnsOut(happening.chat))) return ignore('my_chat_member')
        await persist(() => hand(happening, pending))
      })
    } catch (error) {
      if (press !== undefined) presses.closed(press)
      throw error
    }
  }

  const handleWebhook = webhook
    ? createWebhook({ secret: webhook.secret, take: (update) => take(update), onMalformed: () => ignore('malformed') })
    : async () => ({ status: 404 })

  return {
    name: platformName,
    speaksFirst: true,
    send,
    handleWebhook,
    ignored,
    async start(onMessage) {
      hear = onMessage
      const poll = () =>
        startPolling({
          api,
          take,
          onTrouble,
          onPassedOver: () => ignore('passed_over'),
          ...(retryAfter && { retryAfter }),
        })
      const disconnect = await connect({
        api,
        patientApi,
        settings,
        commands,
        onTrouble,
        onConnected(account) {
          me = account
          return webhook ? async () => {} : poll()
        },
      })
      return async () => {
        moves.stop()
        await disconnect()
        hear = undefined
        typing.stop()
      }
    },
  }
}
