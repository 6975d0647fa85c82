import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, SettingsError } from '../../adapters/settings.ts'

const web = { host: '127.0.0.1', port: 3000 }
const token = `123456:${'secret-'.repeat(6)}`
const webhook = { TELEGRAM_WEBHOOK_URL: 'https://bot.example/hook', TELEGRAM_WEBHOOK_SECRET: 'hidden_hidden_hidden' }

test('without any, conversations are kept under the working directory, and the page is for this machine', () => {
  expect(readSettings({})).toEqual({ dataDir: resolve('data'), colour: true, web })
})

test('what is set is taken; what is empty is not set', () => {
  expect(readSettings({ DATA_DIR: '/var/lib/bot', LANGUAGE: 'en', LAW: 'cn', NO_COLOR: '1', PATH: '/bin' })).toEqual({
    dataDir: '/var/lib/bot',
    language: 'en',
    law: 'cn',
    colour: false,
    web,
  })
  expect(readSettings({ DATA_DIR: '', LANGUAGE: '', LAW: '', NO_COLOR: '' })).toEqual(readSettings({}))
  expect(readSettings({ TERM: 'dumb' }).colour).toBe(false)
})

test('every mistake is named with its variable, its value and the mend', () => {
  const mistake = () => readSettings({ DATA_DIR: 'a\0b', LANGUAGE: 'klingon', LAW: 'China!' })
  expect(mistake).toThrow(SettingsError)
  expect(mistake).toThrow(
    [
      'DATA_DIR is "a\\u0000b"; expected the path of a folder',
      'LANGUAGE is "klingon"; expected one of zh-Hans, zh-Hant, en',
      'LAW is "China!"; expected the short name of a law, such as cn',
    ].join('\n'),
  )
})

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh-Hans'],
  [{ LANG: 'zh_SG' }, 'zh-Hans'],
  [{ LANG: 'zh_TW.UTF-8' }, 'zh-Hant'],
  [{ LANG: 'zh_HK' }, 'zh-Hant'],
  [{ LANG: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'de_AT.UTF-8' }, 'en'],
  [{ LC_ALL: 'zh_TW', LC_MESSAGES: 'en_US', LANG: 'de_DE' }, 'zh-Hant'],
  [{ LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'de_DE' }, 'zh-Hans'],
  [{ LANG: 'C.UTF-8' }, undefined],
  [{ LANG: 'POSIX' }, undefined],
  [{}, undefined],
])('the language of the system is told apart from the one set: %j', (env, locale) => {
  expect(readSettings(env)).toMatchObject({ ...(locale && { locale }) })
  expect(readSettings(env)).not.toHaveProperty('language')
  if (locale === undefined) expect(readSettings(env)).not.toHaveProperty('locale')
})

test.each([
  ['zh_CN:zh', 'zh-Hans'],
  ['zh_TW:zh', 'zh-Hant'],
  ['en_GB:en', 'en'],
  ['zh_HK.UTF-8', 'zh-Hant'],
  ['de_AT:de:en', 'en'],
  ['fr_FR:fr', undefined],
  ['C.UTF-8', undefined],
])('LANGUAGE as systems set it is understood: %s', (LANGUAGE, language) => {
  expect(readSettings({ LANGUAGE }).language).toBe(language)
})

test('the page is served where HOST and PORT say', () => {
  for (const HOST of ['0.0.0.0', '::1', 'localhost', 'bot.example'])
    expect(readSettings({ HOST, PORT: '0' }).web).toEqual({ host: HOST, port: 0 })
  expect(readSettings({ HOST: '', PORT: '' }).web).toEqual(web)
})

test.each([
  ['https://bot.example', 'https://bot.example'],
  ['https://Bot.example:443/', 'https://bot.example'],
  ['http://box.lan:8080', 'http://box.lan:8080'],
])('the page is known under its public address: %s', (PUBLIC_URL, publicUrl) => {
  expect(readSettings({ PUBLIC_URL }).web).toEqual({ ...web, publicUrl })
})

test('Telegram and WeChat are there where they are set', () => {
  expect(readSettings({})).not.toHaveProperty('telegram')
  expect(readSettings({})).not.toHaveProperty('wechat')
  expect(readSettings({ TELEGRAM_BOT_TOKEN: token }).telegram).toEqual({ token })
  expect(readSettings({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: 'http://localhost:8081/' }).telegram).toEqual({
    token,
    apiRoot: 'http://localhost:8081',
  })
  expect(readSettings({ TELEGRAM_BOT_TOKEN: token, ...webhook }).telegram).toEqual({
    token,
    webhook: { url: 'https://bot.example/hook', secret: 'hidden_hidden_hidden' },
  })
  for (const WECHATY_PUPPET of ['wechaty-puppet-service', '@juzi/wechaty-puppet-service'])
    expect(readSettings({ WECHATY_PUPPET }).wechat).toEqual({ puppet: WECHATY_PUPPET })
})

test.each([
  [{ HOST: 'http://127.0.0.1' }, 'HOST is "http://127.0.0.1"; expected the name or address'],
  [{ PORT: '70000' }, 'PORT is "70000"; expected a number from 0 to 65535'],
  [{ PORT: '-1' }, 'PORT is "-1"; expected a number from 0 to 65535'],
  [{ PORT: '80a' }, 'PORT is "80a"; expected a number from 0 to 65535'],
  ...[
    'bot.example',
    'ftp://bot.example',
    'https://bot.example/page',
    'https://bot.example/?a',
    'https://me@bot.example',
  ].map((PUBLIC_URL): [Record<string, string>, string] => [
    { PUBLIC_URL },
    `PUBLIC_URL is "${PUBLIC_URL}"; expected the https address under which people reach the page, without a path`,
  ]),
  [{ TELEGRAM_BOT_TOKEN: 'hidden' }, 'TELEGRAM_BOT_TOKEN is set, but not as it should be; expected the token that'],
  [{ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: 'ftp://x' }, 'TELEGRAM_API_ROOT is "ftp://x"; expected the address'],
  [
    { TELEGRAM_BOT_TOKEN: token, ...webhook, TELEGRAM_WEBHOOK_URL: 'http://bot.example' },
    'TELEGRAM_WEBHOOK_URL is "http://bot.example"; expected an https address',
  ],
  ...['https://bot.example', 'https://bot.example/', 'https://bot.example/api/x', 'https://bot.example/:a*'].map(
    (TELEGRAM_WEBHOOK_URL): [Record<string, string>, string] => [
      { TELEGRAM_BOT_TOKEN: token, ...webhook, TELEGRAM_WEBHOOK_URL },
      'TELEGRAM_WEBHOOK_URL is "https://bot.example',
    ],
  ),
  [
    { TELEGRAM_BOT_TOKEN: token, ...webhook, TELEGRAM_WEBHOOK_SECRET: 'hidden!' },
    'TELEGRAM_WEBHOOK_SECRET is set, but not as it should be; expected 16 to 256 letters',
  ],
  [
    { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: webhook.TELEGRAM_WEBHOOK_URL },
    'TELEGRAM_WEBHOOK_SECRET is missing; ',
  ],
  [
    { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: webhook.TELEGRAM_WEBHOOK_SECRET },
    'TELEGRAM_WEBHOOK_URL is missing; set it beside TELEGRAM_WEBHOOK_SECRET',
  ],
  [webhook, 'TELEGRAM_BOT_TOKEN is missing; set it beside TELEGRAM_WEBHOOK_URL'],
  [{ TELEGRAM_API_ROOT: 'http://localhost' }, 'TELEGRAM_BOT_TOKEN is missing; set it beside TELEGRAM_API_ROOT'],
  [{ WECHATY_PUPPET: '../evil.js' }, 'WECHATY_PUPPET is "../evil.js"; expected the name of a package'],
  [{ WECHATY_PUPPET: 'a b' }, 'WECHATY_PUPPET is "a b"; expected the name of a package'],
])('a mistake in a platform’s settings is one line with the variable and the mend, and no secret: %j', (env, says) => {
  const mistake = () => readSettings(env)
  expect(mistake).toThrow(SettingsError)
  expect(mistake).toThrow(says)
  expect(mistake).not.toThrow(/hidden|secret-|\n/)
})

const restate = { url: 'http://127.0.0.1:8080', adminUrl: 'http://127.0.0.1:9070', host: '127.0.0.1', port: 9080 }
const key = 'publickeyv1_2G8dCQhArfvGpzPw5Vx2ALciR4xCLHfS5YaT93XjNxX9'

test('a Restate server is enough by its address; what is not said is where it is by itself', () => {
  expect(readSettings({ RESTATE_URL: 'http://127.0.0.1:8080' }).restate).toEqual(restate)
  expect(
    readSettings({
      RESTATE_URL: 'https://restate.example',
      RESTATE_ADMIN_URL: 'http://restate.example:7070/',
      RESTATE_HOST: '0.0.0.0',
      RESTATE_PORT: '9081',
      RESTATE_SERVICE_URL: 'http://bots.internal:9080',
      RESTATE_IDENTITY_KEYS: `${key},${key}`,
    }).restate,
  ).toEqual({
    url: 'https://restate.example',
    adminUrl: 'http://restate.example:7070',
    host: '0.0.0.0',
    port: 9081,
    serviceUrl: 'http://bots.internal:9080',
    identityKeys: [key, key],
  })
})

test.each([
  [{ RESTATE_URL: 'restate:8080' }, 'RESTATE_URL is "restate:8080"; expected the address where a Restate server'],
  [{ RESTATE_URL: 'http://restate:8080/path' }, 'RESTATE_URL is "http://restate:8080/path"; expected the address'],
  [{ RESTATE_PORT: '9080' }, 'RESTATE_URL is missing; set it beside RESTATE_PORT, or unset RESTATE_PORT'],
  [{ RESTATE_URL: restate.url, RESTATE_PORT: '0' }, 'RESTATE_PORT is "0"; expected a number from 1 to 65535'],
  [{ RESTATE_URL: restate.url, RESTATE_HOST: '0.0.0.0' }, 'RESTATE_SERVICE_URL is missing; with RESTATE_HOST=0.0.0.0'],
  [{ RESTATE_URL: restate.url, RESTATE_IDENTITY_KEYS: 'key' }, 'RESTATE_IDENTITY_KEYS is "key"; expected public keys'],
  [{ RESTATE_URL: restate.url, WECHATY_PUPPET: 'wechaty-puppet-service' }, 'WECHATY_PUPPET is set beside RESTATE_URL'],
])('what Restate cannot be used with is named: %j', (env, message) => {
  expect(() => readSettings(env)).toThrow(message)
})
