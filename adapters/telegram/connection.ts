import { setTimeout as wait } from 'node:timers/promises'
import { type Api, GrammyError } from 'grammy'
import { SettingsError, type TelegramSettings } from '../settings.ts'
import type { Me } from './addressed.ts'
import type { CommandMenu } from './commands.ts'
import { wanted } from './read-update.ts'
import { reason } from './refusals.ts'

export interface ConnectionOptions {
  readonly api: Api
  /** The same, for what may wait. */
  readonly patientApi: Api
  readonly settings: TelegramSettings
  readonly commands: readonly CommandMenu[]
  /** Called once: from now on updates can be taken in. Returns what ends it. */
  readonly onConnected: (me: Me) => () => Promise<void>
  readonly onTrouble: (message: string, cause?: unknown) => void
}

/** How long starting may wait for Telegram, in milliseconds. */
const PATIENCE = 1500
const backoff = { first: 1000, most: 60_000 }
/** Posts at once; as many as Telegram allows. */
const CONNECTIONS = 100

/**
 * Makes Telegram send updates. Rejects with a `SettingsError` on what has to be mended, as far as Telegram says so
 * in time; where it cannot be reached, goes on trying. Resolves to what ends it.
 */
export async function connect(options: ConnectionOptions): Promise<() => Promise<void>> {
  const { api, patientApi, settings, commands, onConnected, onTrouble } = options
  const stopping = new AbortController()
  let disconnect = async () => {}

  async function attempt(): Promise<void> {
    const me = await ownAccount(api, settings)
    await chooseDelivery(api, settings)
    if (stopping.signal.aborted) return
    disconnect = onConnected(me)
    setMenus(patientApi, commands).catch((error: unknown) => {
      if (!stopping.signal.aborted) onTrouble(`the menu of commands could not be set (${reason(error)})`)
    })
  }

  async function goOn(): Promise<void> {
    for (let pause = backoff.first; ; pause = Math.min(2 * pause, backoff.most)) {
      await wait(pause, undefined, { signal: stopping.signal })
      try {
        return await attempt()
      } catch (error) {
        if (error instanceof SettingsError) return onTrouble(error.message)
      }
    }
  }

  const failed = (error: unknown) => {
    if (error instanceof SettingsError) throw error
    onTrouble(`Telegram cannot be reached (${reason(error)}); it goes on trying`)
    void goOn().catch(() => {})
  }
  const first = attempt().catch(failed)
  const isLate = Symbol()
  const outcome = await Promise.race([first, wait(PATIENCE, isLate, { signal: stopping.signal })])
  if (outcome === isLate) first.catch((error: SettingsError) => onTrouble(error.message))

  return async () => {
    stopping.abort()
    await disconnect()
  }
}

async function ownAccount(api: Api, { apiRoot }: TelegramSettings): Promise<Me> {
  try {
    const { id, username } = await api.getMe()
    return { id, username }
  } catch (error) {
    if (!(error instanceof GrammyError) || (error.error_code !== 401 && error.error_code !== 404)) throw error
    const elsewhere = apiRoot ? ' and TELEGRAM_API_ROOT the address of its server' : ''
    throw new SettingsError(
      `TELEGRAM_BOT_TOKEN is not accepted (${error.error_code}); set it to the token that @BotFather gave${elsewhere}`,
    )
  }
}

/** A webhook, or none: Telegram answers no polling while one is set. */
async function chooseDelivery(api: Api, { webhook }: TelegramSettings): Promise<void> {
  if (!webhook) {
    await api.deleteWebhook({ drop_pending_updates: false })
    return
  }
  const { url, secret } = webhook
  try {
    await api.setWebhook(url, { secret_token: secret, allowed_updates: wanted, max_connections: CONNECTIONS })
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
    throw new SettingsError(
      'TELEGRAM_WEBHOOK_URL is refused by Telegram; set it to an https address that can be reached from outside, on port 443, 80, 88 or 8443',
    )
  }
}

async function setMenus(api: Api, menus: readonly CommandMenu[]): Promise<void> {
  for (const { scope, language, commands } of menus)
    await api.setMyCommands(commands, { scope, ...(language && { language_code: language }) })
}
