import { resolve } from 'node:path'
import * as z from 'zod'

type Language = 'zh-Hans' | 'zh-Hant' | 'en'

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
}

/** Environment variables that cannot be used; one line for each. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

const languages = ['zh-Hans', 'zh-Hant', 'en'] as const

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
  NO_COLOR: z.string().optional(),
  TERM: z.string().optional(),
})

/** Throws a `SettingsError` that names every mistake. An empty variable counts as unset. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const result = environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value)))
  if (!result.success)
    throw new SettingsError(
      result.error.issues
        .map(({ path: [name = ''], message }) => `${String(name)} is ${JSON.stringify(env[String(name)])}; ${message}`)
        .join('\n'),
    )
  const { DATA_DIR, LANGUAGE, LAW, NO_COLOR, TERM } = result.data
  const locale = localeOf(env)
  return {
    dataDir: resolve(DATA_DIR),
    ...(LANGUAGE && LANGUAGE !== 'system' && { language: LANGUAGE }),
    ...(locale && { locale }),
    ...(LAW && { law: LAW }),
    colour: NO_COLOR === undefined && TERM !== 'dumb',
  }
}

/**
 * Systems set LANGUAGE too, to a list such as `zh_TW:zh` or `de_AT:de`: the first language of it that the bot
 * speaks, or `system` for none. Without a country or a list it was meant for the bot.
 */
function systemLanguage(value: string): Language | 'system' | undefined {
  if (!/^[a-z]{2,3}([_.@:][\w.@:-]*)$|^C(\.|$)|^POSIX$/.test(value)) return undefined
  for (const locale of value.split(':')) {
    if (/^en\b|^en_/.test(locale)) return 'en'
    if (/^zh/.test(locale)) return chineseOf(locale)
  }
  return 'system'
}

const chineseOf = (locale: string): Language => (/^zh_(TW|HK|MO)|hant/i.test(locale) ? 'zh-Hant' : 'zh-Hans')

/** The first of POSIX's three that is set decides: Chinese as written there, else English. C names no language. */
function localeOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language | undefined {
  const locale = LC_ALL || LC_MESSAGES || LANG || 'C'
  if (/^(C|POSIX)\b/.test(locale)) return undefined
  return /^zh/.test(locale) ? chineseOf(locale) : 'en'
}
