import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { KnowledgeError, type KnowledgeFile } from '../../src/knowledge/source.ts'
import { files } from '../ground.ts'

/** The real knowledge with one file changed. */
const edited = (path: string, edit: (text: string) => string): KnowledgeFile[] =>
  files.map((file) => (file.path === path ? { path, text: edit(file.text) } : file))

function mistakesIn(changed: readonly KnowledgeFile[]): string {
  try {
    loadKnowledge(changed)
  } catch (error) {
    if (error instanceof KnowledgeError) return error.message
    throw error
  }
  throw new Error('the mistake was not noticed')
}

/** Replaces the first place only, and says so when there is none. */
const swap = (from: string | RegExp, to: string) => (text: string) => {
  const changed = text.replace(from, to)
  if (changed === text) throw new Error(`nothing to change: ${from}`)
  return changed
}

const lineAt = (text: string, place: string) => text.slice(0, text.indexOf(place)).split('\n').length
const law = files.find(({ path }) => path === 'laws/cn.yaml')?.text ?? ''

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
      `knowledge/laws/cn.yaml:${lineAt(law, 'en: Levels')}: elements.3.name.en: a text that is not empty`,
    )
  })
  test('a translation that is missing', () => {
    expect(mistakesIn(edited('wording/en.ftl', swap(/^choice-yes = .*\n/m, '')))).toMatch(
      /knowledge\/wording\/zh\.ftl:\d+: choice-yes has no translation in wording\/en\.ftl/,
    )
  })
  test('a variable that the translation forgot', () => {
    expect(
      mistakesIn(
        edited(
          'wording/en.ftl',
          swap('question-claim =\n    They say { $quote }.', 'question-claim =\n    They say so.'),
        ),
      ),
    ).toMatch(/question-claim uses \$quote, its translation/)
  })
  test('a message that is not valid Fluent', () => {
    expect(
      mistakesIn(edited('wording/en.ftl', swap('help-unknown =', 'choice-broken = { $\nhelp-unknown ='))),
    ).toContain('the message choice-broken is not valid Fluent')
  })
  test('a fact in both polarities of a threshold', () => {
    const message = mistakesIn(
      edited(
        'laws/cn.yaml',
        swap('- { all: [price, pay_per_recruit] }', '- { all: [price, { no: recruit_required }] }'),
      ),
    )
    expect(message).toMatch(/knowledge\/laws\/cn\.yaml:\d+: recruit_required stands both as itself and denied/)
  })
  test('a threshold over a fact that does not exist', () => {
    expect(
      mistakesIn(edited('laws/cn.yaml', swap('all: [price, pay_per_recruit, {', 'all: [price, pay_per_head, {'))),
    ).toContain('"pay_per_head" is neither a boolean fact nor a definition')
  })
  test('a definition that contains itself', () => {
    expect(mistakesIn(edited('laws/cn.yaml', swap(/price: .*entry_fee/, 'price: { any: [price, entry_fee')))).toMatch(
      /contains itself|not readable/,
    )
  })
  test('a grey that does not contain pyramid', () => {
    const message = mistakesIn(edited('laws/cn.yaml', swap(/ +- \{ all: \[price, recruit_required\] \}\n/, '')))
    expect(message).toContain('meet pyramid but not grey')
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
  test('a file that is not there', () => {
    expect(mistakesIn(files.filter(({ path }) => path !== 'interview.yaml'))).toContain(
      'knowledge/interview.yaml: is missing',
    )
  })
})
