import { resolve } from 'node:path'
import * as z from 'zod'
import { type RestateSettings, restateOf, restateVariables } from './restate-settings.ts'
import { type Language, languages, localeOf, systemLanguage } from './system-language.ts'

/** What the environment says, checked. */
export interface Settings {
  /** Where conversations are kept; absolute. */
  readonly dataDir: string
  /** What new conversations begin in. */
  readonly language?: Language
  /** What the system's locale speaks, for the person at this terminal; absent where it names no language. */
  readonly locale?: Language
  /** The id of the law new conversations begin with; whether it is known, knowledge/ decides. */
  readonly law?: string
  readonly colour: boolean
  /** Where the page is served. */
  readonly web: WebSettings
  readonly telegram?: TelegramSettings
  /** How much the log says; absent: as much as suits where it is written. */
  readonly logLevel?: LogLevel
  /** Where figures and health are served; absent: nowhere. */
  readonly metrics?: { readonly host: string; readonly port: number }
  /** The npm package of the puppet that speaks to WeChat. */
  readonly wechat?: { readonly puppet: string }
  /** What is served is kept there, for several machines, instead of in `dataDir`. */
  readonly restate?: RestateSettings
}

export interface WebSettings {
  readonly host: string
  readonly port: number
  /** The origin under which people reach the page, where that is another one, such as a proxy's. */
  readonly publicUrl?: string
}

export interface TelegramSettings {
  readonly token: string
  /** Any Bot API server. */
  readonly apiRoot?: string
  /** Absent: updates are fetched by long polling. */
  readonly webhook?: { readonly url: string; readonly secret: string }
}

/** Environment variables that cannot be used; one line for each. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

type LogLevel = (typeof logLevels)[number]

/** From the one that says nothing to the one that says most. */
export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'] as const

const port = 'expected a number from 0 to 65535; 0 takes any free port'

/** The page has the root, everything under /api and the two that tell of its health. */
const hasOwnPath = (url: string) => /^\/(?!(?:api|healthz|readyz)(\/|$))[\w.~/-]+$/.test(new URL(url).pathname)

const publicUrl = 'expected the https address under which people reach the page, without a path: https://bot.example'

/** Its origin, and at most a slash after it. */
const isOrigin = (url: string) => new URL(url).href === `${new URL(url).origin}/`

const networkInterface = z
  .string()
  .regex(/^[\w.:-]+$/, 'expected the name or address of a network interface, such as 127.0.0.1 or 0.0.0.0')
const portNumber = z
  .string()
  .regex(/^\d{1,5}$/, port)
  .transform(Number)
  .refine((number) => number <= 65_535, port)

const environment = z.object({
  DATA_DIR: z
    .string()
    .refine((path) => !path.includes('\0'), 'expected the path of a folder')
    .default('data'),
  LANGUAGE: z
    .string()
    .transform((value, context) => {
      const language = languages.find((one) => one === value) ?? systemLanguage(value)
      if (language !== undefined) return language
      context.addIssue({ code: 'custom', message: `expected one of ${languages.join(', ')}` })
      return z.NEVER
    })
    .optional(),
  LAW: z
    .string()
    .regex(/^[a-z]+$/, 'expected the short name of a law, such as cn')
    .optional(),
  HOST: networkInterface.default('127.0.0.1'),
  PORT: portNumber.default(3000),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: publicUrl, abort: true })
    .refine(isOrigin, publicUrl)
    .transform((url) => new URL(url).origin)
    .optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{30,}$/, 'expected the token that @BotFather gave, digits, a colon and letters')
    .optional(),
  TELEGRAM_API_ROOT: z.url({ protocol: /^https?$/, error: 'expected the address of a Bot API server' }).optional(),
  TELEGRAM_WEBHOOK_URL: z
    .url({ protocol: /^https$/, error: 'expected an https address under which Telegram reaches this bot', abort: true })
    .refine(hasOwnPath, 'expected a path of its own, beside those of the page, such as https://bot.example/telegram')
    .optional(),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'expected 16 to 256 letters, digits, _ or -')
    .optional(),
  WECHATY_PUPPET: z
    .string()
    .regex(/^(@[\w.-]+\/)?[\w.-]+$/, 'expected the name of a package, such as wechaty-puppet-service')
    .optional(),
  ...restateVariables,
  LOG_LEVEL: z.enum(logLevels, `expected one of ${logLevels.join(', ')}`).optional(),
  METRICS_HOST: networkInterface.optional(),
  METRICS_PORT: portNumber.optional(),
  NO_COLOR: z.string().optional(),
  TERM: z.string().optional(),
})

/** Throws a `SettingsError` that names every mistake. An empty variable counts as unset. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const result = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value)))
  if (!result.success)
    throw new SettingsError(
      result.error.issues
        .map(({ path: [name = ''], message }) => `${String(name)} is ${shown(String(name), env)}; ${message}`)
        .join('\n'),
    )
  const { DATA_DIR, LANGUAGE, LAW, HOST, PORT, PUBLIC_URL, LOG_LEVEL, NO_COLOR, TERM, WECHATY_PUPPET } = result.data
  const telegram = telegramOf(result.data)
  const restate = restateOf(result.data)
  if (typeof restate === 'string') throw new SettingsError(restate)
  const metrics = metricsOf(result.data)
  const locale = localeOf(env)
  return {
    dataDir: resolve(DATA_DIR),
    ...(LANGUAGE && LANGUAGE !== 'system' && { language: LANGUAGE }),
    ...(locale && { locale }),
    ...(LAW && { law: LAW }),
    colour: NO_COLOR === undefined && TERM !== 'dumb',
    web: { host: HOST, port: PORT, ...(PUBLIC_URL && { publicUrl: PUBLIC_URL }) },
    ...(LOG_LEVEL && { logLevel: LOG_LEVEL }),
    ...(metrics && { metrics }),
    ...(telegram && { telegram }),
    ...(WECHATY_PUPPET && { wechat: { puppet: WECHATY_PUPPET } }),
    ...(restate && { restate }),
  }
}

/** Secrets are not shown. */
const shown = (name: string, env: NodeJS.ProcessEnv) =>
  /TOKEN|SECRET/.test(name) ? 'set, but not as it should be' : JSON.stringify(env[name])

/** What is half set would do something else than was meant, so it is refused. */
function telegramOf(env: z.infer<typeof environment>): TelegramSettings | undefined {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = env
  if (url && !secret)
    throw new SettingsError(
      'TELEGRAM_WEBHOOK_SECRET is missing; with TELEGRAM_WEBHOOK_URL anyone could post updates. Set it to 16 or more letters and digits',
    )
  if (secret && !url)
    throw new SettingsError(
      'TELEGRAM_WEBHOOK_URL is missing; set it beside TELEGRAM_WEBHOOK_SECRET, or unset both to fetch updates by polling',
    )
  if (!token) {
    const without = (['TELEGRAM_WEBHOOK_URL', 'TELEGRAM_API_ROOT'] as const).find((name) => env[name])
    if (without) throw new SettingsError(`TELEGRAM_BOT_TOKEN is missing; set it beside ${without}, or unset ${without}`)
    return undefined
  }
  return {
    token,
    ...(env.TELEGRAM_API_ROOT && { apiRoot: env.TELEGRAM_API_ROOT.replace(/\/+$/, '') }),
    ...(url && secret && { webhook: { url, secret } }),
  }
}

function metricsOf({ METRICS_HOST: host, METRICS_PORT: port }: z.infer<typeof environment>): Settings['metrics'] {
  if (port !== undefined) return { host: host ?? '127.0.0.1', port }
  if (host === undefined) return undefined
  throw new SettingsError('METRICS_PORT is missing; set it beside METRICS_HOST, or unset METRICS_HOST for no metrics')
}
