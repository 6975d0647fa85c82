import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, SettingsError } from '../../adapters/settings.ts'

test('without any, conversations are kept under the working directory', () => {
  expect(readSettings({})).toEqual({ dataDir: resolve('data'), colour: true })
})

test('what is set is taken; what is empty is not set', () => {
  expect(readSettings({ DATA_DIR: '/var/lib/bot', LANGUAGE: 'en', LAW: 'cn', NO_COLOR: '1', PATH: '/bin' })).toEqual({
    dataDir: '/var/lib/bot',
    language: 'en',
    law: 'cn',
    colour: false,
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
