export const languages = ['zh-Hans', 'zh-Hant', 'en'] as const
export type Language = (typeof languages)[number]

/**
 * Systems set LANGUAGE too, to a list such as `zh_TW:zh` or `de_AT:de`: the first language of it that the bot
 * speaks, or `system` for none. Without a country or a list it was meant for the bot.
 */
export function systemLanguage(value: string): Language | 'system' | undefined {
  if (!/^[a-z]{2,3}([_.@:][\w.@:-]*)$|^C(\.|$)|^POSIX$/.test(value)) return undefined
  for (const locale of value.split(':')) {
    if (/^en\b|^en_/.test(locale)) return 'en'
    if (/^zh/.test(locale)) return chineseOf(locale)
  }
  return 'system'
}

const chineseOf = (locale: string): Language => (/^zh_(TW|HK|MO)|hant/i.test(locale) ? 'zh-Hant' : 'zh-Hans')

/** The first of POSIX's three that is set decides: Chinese as written there, else English. C names no language. */
export function localeOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language | undefined {
  const locale = LC_ALL || LC_MESSAGES || LANG || 'C'
  if (/^(C|POSIX)\b/.test(locale)) return undefined
  return /^zh/.test(locale) ? chineseOf(locale) : 'en'
}
