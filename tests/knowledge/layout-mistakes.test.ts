import { describe, expect, test } from 'vitest'
import { files } from '../ground.ts'
import { edited, mistakesIn, swap } from './broken.ts'

const alone = [
  'documents.yaml',
  'warnings.yaml',
  'interview.yaml',
  'speech/alerts.yaml',
  'speech/speech.yaml',
  'speech/ways.yaml',
  'wording/zh.ftl',
  'wording/en.ftl',
  'wording/zh-hant.yaml',
]
const folders = ['facts/', 'laws/', 'cases/', 'advice/', 'signals/', 'speech/answers/']

describe('a part of knowledge that is missing', () => {
  test.each(alone)('%s', (place) => {
    expect(mistakesIn(files.filter(({ path }) => path !== place))).toContain(
      `knowledge/${place}: is missing; it has to be there`,
    )
  })
  test.each(folders)('%s', (place) => {
    expect(mistakesIn(files.filter(({ path }) => !path.startsWith(place)))).toContain(
      `knowledge/${place}: has no .yaml file; at least one has to be there`,
    )
  })
  test.each(['zh', 'en'])('signals in %s', (language) => {
    expect(mistakesIn(files.filter(({ path }) => !path.startsWith(`signals/${language}/`)))).toBe(
      `knowledge/signals/: no file has \`language: ${language}\`; expected signals in zh and en`,
    )
  })
  test.each(['danger', 'self_harm', 'money_sent'])('the alert %s', (id) => {
    const without = edited('speech/alerts.yaml', (text) => {
      const parts = text.split(/^(?=- id: )/m)
      return parts.filter((part) => !part.startsWith(`- id: ${id}\n`)).join('')
    })
    expect(mistakesIn(without)).toBe(`knowledge/speech/alerts.yaml: the alert "${id}" is missing; it has to be there`)
  })
  test('the patterns of an alert in one language', () => {
    const without = edited('speech/alerts.yaml', swap(/^ {4}en: \|\n(?: {6}.*\n)+/m, ''))
    expect(mistakesIn(without)).toMatch(/^knowledge\/speech\/alerts\.yaml:\d+: 0\.patterns\.en: /)
  })
  test('what people say for a command', () => {
    const without = edited(
      'speech/speech.yaml',
      swap(/^ {2}stop:\n {4}zh: \|\n(?: {6}.*\n)+/m, '  stop:\n    zh: ""\n'),
    )
    expect(mistakesIn(without)).toMatch(/^knowledge\/speech\/speech\.yaml:\d+: commands\.stop\.zh: at least one line$/)
  })
})

describe('a file that is empty', () => {
  const yaml = files.map(({ path }) => path).filter((path) => path.endsWith('.yaml'))
  test.each(yaml)('%s', (path) => {
    expect(mistakesIn(edited(path, () => ''))).toContain(`knowledge/${path}`)
    if (path !== 'wording/zh-hant.yaml') expect(mistakesIn(edited(path, () => '[]\n'))).toContain(`knowledge/${path}`)
  })
  test.each(['wording/zh.ftl', 'wording/en.ftl'])('%s', (path) => {
    expect(mistakesIn(edited(path, () => ''))).toContain(`knowledge/${path}: the message choice-yes is missing`)
  })
})

describe('a file that nobody reads', () => {
  const cases = [
    ['fact/extra.yaml', 'documents.yaml, facts/*.yaml, laws/*.yaml'],
    ['facts/extra.ftl', 'facts/*.yaml'],
    ['warning.yaml', 'warnings.yaml'],
    ['speech/alert.yaml', 'speech/alerts.yaml, speech/speech.yaml'],
    ['wording/fr.ftl', 'wording/zh.ftl, wording/en.ftl, wording/zh-hant.yaml'],
  ] as const
  test.each(cases)('%s', (path, expected) => {
    const message = mistakesIn([...files, { path, text: '[]' }])
    expect(message).toMatch(new RegExp(`^knowledge/${path.replace('.', '\\.')}: nobody reads this file; expected `))
    expect(message).toContain(expected)
  })
})
