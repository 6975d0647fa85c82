import fc from 'fast-check'
import { expect, test } from 'vitest'
import { languageOf } from '../../src/reading/language.ts'
import { mask } from '../../src/reading/mask.ts'
import { findQuantities } from '../../src/reading/numbers.ts'
import { createReader } from '../../src/reading/read.ts'
import { knowledge } from '../ground.ts'

const { read } = createReader(knowledge)
const long = (unit: string) => unit.repeat(Math.ceil(100_000 / unit.length))

const hostile: Readonly<Record<string, string>> = {
  nothing: '',
  digits: long('7'),
  'digits and points': long('0.0,'),
  'Chinese numerals': long('一百万'),
  brackets: long('(').slice(50_000) + long(')').slice(50_000),
  'one emoji': long('🔥'),
  'mixed bidi': long('\u202e拉\u2066a\u2069'),
  'lone surrogates': long('\ud800'),
  'one character': long('拉'),
  'one word': long('recruit '),
  commas: long('入会费,'),
  'gaps everywhere': long('入 会 '),
  'a pitch without a full stop': long('入会费2680拉一个人奖600'),
  'a pitch in lines': long('Join for $599, earn $100 for every friend you sign up\n'),
  zalgo: long('a\u0300\u0301\u0302'),
  prototype: '__proto__ constructor toString',
  ansi: '\u001b[31m入会费2680\u001b[0m',
}

test.each(Object.entries(hostile))('%s', (_, text) => {
  for (const { quote, start, end } of read(text).evidence) expect(text.slice(start, end)).toBe(quote)
  expect(mask(text)).toHaveLength(text.length)
  expect(findQuantities(text).every(({ value }) => Number.isFinite(value))).toBe(true)
})

test('what was read before leaves no trace', () => {
  const pitches = [
    '交2680元入会,拉一个朋友进来返300,下面七代都有提成',
    'Pay $599 to join and earn $100 for every friend you sign up',
  ]
  const alone = pitches.map((text) => createReader(knowledge).read(text))
  expect(alone.map(({ concern }) => concern)).toEqual(['pyramid', 'pyramid'])
  for (const text of Object.values(hostile)) {
    read(text)
    expect(pitches.map((pitch) => read(pitch))).toEqual(alone)
  }
})

test('any text is read, and quoted rightly', () => {
  const parts = fc.constantFrom(
    ...[
      '入会费',
      '2680',
      ' ',
      '拉',
      '一个',
      '人',
      '奖',
      '600',
      ',',
      '。',
      '不',
      '🔥',
      '\ud83d',
      'join',
      ' for ',
      '$99',
      'recruit',
      '3',
    ],
    ...[' friends', '团队', '业绩', '提成', '\n', '%', '会', '員'],
  )
  const anyPitch = fc.oneof(
    fc.array(parts, { maxLength: 40 }).map((all) => all.join('')),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(anyPitch, (text) => {
      const reading = read(text)
      for (const { quote, start, end } of reading.evidence) {
        expect(text.slice(start, end)).toBe(quote)
        expect(quote.length).toBeGreaterThan(0)
      }
      expect(read(text)).toEqual(reading)
    }),
    { numRuns: 1500 },
  )
})

test.each([
  ['入会费2680,拉两个人', 'zh-Hans'],
  ['入會費兩千,拉兩個人', 'zh-Hant'],
  ['Join my team for $99', 'en'],
  ['兼职 staff 200/天日结 +V 报名 Friday sharp please', 'mixed'],
  ['12345 🔥', 'mixed'],
  ['', 'mixed'],
  ['NT$12,000 就能加入', 'zh-Hans'],
])('language of %s', (text, expected) => expect(languageOf(text)).toBe(expected))
