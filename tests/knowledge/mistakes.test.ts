import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/index.ts'
import { edited, lineAt, mistakesIn, swap } from './broken.ts'

describe('a mistake in knowledge is told with its file, its line and what was expected', () => {
  test('a file that is no YAML', () => {
    expect(mistakesIn(edited('warnings.yaml', (text) => `${text}\n- [`))).toMatch(
      /^knowledge\/warnings\.yaml:\d+: not readable as YAML/,
    )
  })
  test('a misspelt key', () => {
    const message = mistakesIn(edited('laws/cn.yaml', swap('\nthresholds:', '\nthreshholds:')))
    expect(message).toContain('knowledge/laws/cn.yaml')
    expect(message).toContain('threshholds')
  })
  test('an empty text, at its line', () => {
    const message = mistakesIn(edited('laws/cn.yaml', swap(/en: Levels/, 'en: ""')))
    expect(message).toBe(
      `knowledge/laws/cn.yaml:${lineAt('laws/cn.yaml', 'en: Levels')}: elements.3.name.en: a text that is not empty`,
    )
  })
  test('a paragraph beyond the end of its document', () => {
    expect(mistakesIn(edited('warnings.yaml', swap(/paragraph: \[?\d+[^}]*/, 'paragraph: 999 ')))).toMatch(
      /has \d+ paragraphs, not 999/,
    )
  })
  test('an article that the law does not list', () => {
    expect(mistakesIn(edited('facts/plan.yaml', swap(/article: "?[^"}]+"?/, 'article: "77"')))).toContain(
      'no article "77" among the articles of cn',
    )
  })
  test('a case about an unknown fact', () => {
    expect(mistakesIn(edited('cases/police.yaml', swap('facts:', 'facts:\n    stolen: true')))).toContain(
      '"stolen" is not a boolean fact',
    )
  })
  test('an id that stands twice', () => {
    expect(mistakesIn(edited('warnings.yaml', (text) => `${text}\n${text}`))).toContain('stands twice')
  })
  test('a signal beside an unknown fact', () => {
    const message = mistakesIn(
      edited('signals/en/plan.yaml', swap('beside: [pay_per_recruit,', 'beside: [pay_per_head,')),
    )
    const line = lineAt('signals/en/plan.yaml', 'beside: [pay_per_recruit,')
    expect(message).toBe(`knowledge/signals/en/plan.yaml:${line}: "pay_per_head" is not a boolean fact of facts/`)
  })
})

describe('a pattern that is no regular expression', () => {
  const cases = [
    ['inquiries', 'speech/speech.yaml', 'inquiries:\n  zh: |', '    (unclosed'],
    ['evasions', 'speech/speech.yaml', 'evasions:\n  zh: |', '    )'],
    ['danger', 'speech/alerts.yaml', '- id: danger\n  patterns:\n    zh: |', '      [z-a]'],
    ['unless', 'speech/alerts.yaml', '  unless:\n    zh: |', '      a{2,1}'],
    ['signal', 'signals/zh/plan.yaml', 'patterns: |', '      (?<=unclosed'],
    ['unless of a signal', 'signals/en/plan.yaml', 'unless: |', '      *nothing'],
    ['macro', 'signals/en/plan.yaml', 'patterns: |', '      {nosuchmacro} each'],
  ] as const
  test.each(cases)('%s, in %s', (_, path, place, pattern) => {
    const message = mistakesIn(edited(path, swap(place, `${place}\n${pattern}`)))
    const line = lineAt(path, place) + place.split('\n').length
    expect(message.startsWith(`knowledge/${path}:${line}: `), message).toBe(true)
    expect(message).toContain(`expected a regular expression, not ${pattern.trim()}`)
    expect(message.split('\n')).toHaveLength(1)
  })
})

test('the engine does not start with a signal that is no regular expression', () => {
  const broken = edited('signals/zh/plan.yaml', swap('patterns: |', 'patterns: |\n      (unclosed'))
  expect(() => createEngine(broken)).toThrow('expected a regular expression, not (unclosed')
})
