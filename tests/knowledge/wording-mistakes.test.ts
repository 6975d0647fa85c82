import { describe, expect, test } from 'vitest'
import { type MessageId, messages } from '../../src/knowledge/messages.ts'
import { edited, lineAt, mistakesIn, swap } from './broken.ts'

describe('a mistake in the wording', () => {
  test('a translation that is missing', () => {
    expect(mistakesIn(edited('wording/en.ftl', swap(/^choice-yes = .*\n/m, '')))).toBe(
      [
        `knowledge/wording/zh.ftl:${lineAt('wording/zh.ftl', 'choice-yes =')}: choice-yes has no translation in wording/en.ftl`,
        'knowledge/wording/en.ftl: the message choice-yes is missing; expected it without variables',
      ].join('\n'),
    )
  })
  test.each(Object.keys(messages) as MessageId[])('%s, missing in both languages', (id) => {
    const one = new RegExp(`^${id} =.*\\n(?: .*\\n)*`, 'm')
    const both = edited('wording/en.ftl', swap(one, '')).map((file) =>
      file.path === 'wording/zh.ftl' ? { ...file, text: swap(one, '')(file.text) } : file,
    )
    expect(mistakesIn(both).match(/the message \S+ is missing/g)).toEqual([
      `the message ${id} is missing`,
      `the message ${id} is missing`,
    ])
  })
  test('a variable that the code never gives', () => {
    const line = lineAt('wording/en.ftl', 'understood-line =')
    expect(
      mistakesIn(edited('wording/en.ftl', swap(/^understood-line = /m, 'understood-line = { $fact } '))),
    ).toContain(
      `knowledge/wording/en.ftl:${line}: understood-line uses $fact, which it is never given; expected it with no variables but $line`,
    )
  })
  test('a variable inside a selector that the code never gives', () => {
    const chosen = 'stale =\n    { $count ->\n        [one] one\n       *[other] more\n    }\nold = '
    expect(mistakesIn(edited('wording/en.ftl', swap(/^stale = /m, chosen)))).toContain(
      'stale uses $count, which it is never given; expected it without variables',
    )
  })
  test('a variable that the translation forgot', () => {
    const forgotten = swap(/(?<=^question-claim =\n(?:.*\n)?.*)\{ \$quote \}/m, 'so')
    expect(mistakesIn(edited('wording/en.ftl', forgotten))).toMatch(
      /^knowledge\/wording\/zh\.ftl:\d+: question-claim uses \$quote, its translation in wording\/en\.ftl does not$/,
    )
  })
  test('a message that is not valid Fluent', () => {
    expect(
      mistakesIn(edited('wording/en.ftl', swap('help-unknown =', 'choice-broken = { $\nhelp-unknown ='))),
    ).toContain('the message choice-broken is not valid Fluent')
  })
  test('a message that stands twice', () => {
    expect(mistakesIn(edited('wording/en.ftl', (text) => `${text}\nstale = Again.\n`))).toMatch(
      /^knowledge\/wording\/en\.ftl:\d+: the message stale stands twice/,
    )
  })
})
