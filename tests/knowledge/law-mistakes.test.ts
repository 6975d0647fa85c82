import { describe, expect, test } from 'vitest'
import { type Edit, edited, lineAt, mistakesIn, swap } from './broken.ts'

const line = (place: string, within = '') => lineAt('laws/cn.yaml', place, within)
const inLaw = (edit: Edit) => mistakesIn(edited('laws/cn.yaml', edit))

describe('a mistake in a law is told at its own line', () => {
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
    ).toBe(
      `knowledge/laws/cn.yaml:${line('when:', 'thresholds:')}: "pay_per_head" is neither a boolean fact nor a definition of this law`,
    )
  })

  test('a definition that contains itself', () => {
    expect(mistakesIn(edited('laws/cn.yaml', swap(/price: .*entry_fee/, 'price: { any: [price, entry_fee')))).toBe(
      `knowledge/laws/cn.yaml:${line('price: {')}: the definition "price" contains itself`,
    )
  })

  test('a grey that does not contain pyramid', () => {
    const message = mistakesIn(edited('laws/cn.yaml', swap(/ +- \{ all: \[price, recruit_required\] \}\n/, '')))
    expect(message).toContain('meet pyramid but not grey')
  })

  test('an element over a fact that does not exist', () => {
    expect(inLaw(swap('    when: multi_level\n', '    when: many_levels\n'))).toBe(
      `knowledge/laws/cn.yaml:${line('when: multi_level')}: "many_levels" is neither a boolean fact nor a definition of this law`,
    )
  })
  test('a mark of other fraud that does not exist', () => {
    expect(inLaw(swap('fact: prepaid_task', 'fact: prepaid_tasks'))).toBe(
      `knowledge/laws/cn.yaml:${line('fact: prepaid_task')}: "prepaid_tasks" is neither a boolean fact nor a definition of this law`,
    )
  })
  test('a definition over a fact that does not exist', () => {
    expect(inLaw(swap('price: { any: [entry_fee,', 'price: { any: [joining_fee,'))).toBe(
      `knowledge/laws/cn.yaml:${line('price: {')}: "joining_fee" is neither a boolean fact nor a definition of this law`,
    )
  })
  test('a definition that nothing uses', () => {
    expect(inLaw(swap('definitions:\n', 'definitions:\n  stock: stock_risk\n'))).toBe(
      `knowledge/laws/cn.yaml:${line('price: {')}: nothing uses the definition "stock"; expected it in some expression`,
    )
  })
  test('a definition that hides a fact', () => {
    expect(inLaw(swap('definitions:\n', 'definitions:\n  multi_level: stock_risk\n'))).toBe(
      `knowledge/laws/cn.yaml:${line('price: {')}: the definition "multi_level" hides the fact of the same name; expected another name`,
    )
  })
  test.each([
    ['a fact that is no number', 'entry_fee'],
    ['a fact that does not exist', 'tiers'],
  ])('a number of the criminal storey that is %s', (_, name) => {
    expect(inLaw(swap('numbers: { headcount: 30, levels: 3 }', `numbers: { headcount: 30, ${name}: 3 }`))).toBe(
      `knowledge/laws/cn.yaml:${line('numbers: {')}: "${name}" is not a number of facts/; expected one of levels, headcount`,
    )
  })
  test('a threshold that a fact in favour of the offer meets', () => {
    const changed = inLaw(
      swap('{ all: [price, recruit_required] }', '{ all: [price, recruit_required] }\n        - licensed'),
    )
    expect(changed).toBe(
      `knowledge/laws/cn.yaml:${line('  grey:\n', 'thresholds:')}: "licensed" speaks for the offer (incriminating: false); expected { no: licensed }`,
    )
  })
  test('a threshold that turns on the denial of a fact against the offer', () => {
    const changed = inLaw(
      swap('{ all: [price, recruit_required] }', '{ all: [price, recruit_required] }\n        - { no: stock_risk }'),
    )
    expect(changed).toContain('"stock_risk" speaks against the offer (incriminating: true); expected it not denied')
  })
  test('a mark of other fraud that speaks for the offer', () => {
    expect(inLaw(swap('fact: prepaid_task', 'fact: licensed'))).toBe(
      `knowledge/laws/cn.yaml:${line('fact: prepaid_task')}: "licensed" speaks for the offer; expected a fact with incriminating: true`,
    )
  })
  test('a fact whose side was turned', () => {
    const turned = mistakesIn(edited('facts/other-fraud.yaml', swap('incriminating: true', 'incriminating: false')))
    const wrong = '"investment_return" speaks for the offer; expected a fact with incriminating: true'
    expect(turned).toContain(`knowledge/laws/cn.yaml:${line('fact: investment_return')}: ${wrong}`)
    expect(turned).toContain(`knowledge/laws/hk.yaml:${lineAt('laws/hk.yaml', 'fact: investment_return')}: ${wrong}`)
  })
  test('a scope over a fact that does not exist', () => {
    const scoped = edited('laws/tw.yaml', swap('scope:', 'scope:\n  # remark'))
    expect(() => mistakesIn(scoped)).toThrow('the mistake was not noticed')
    const wrong = edited(
      'laws/tw.yaml',
      swap(/when: \{ any: \[multi_level, recruit_required\] \}\n {2}outside/, 'when: tiers_of_people\n  outside'),
    )
    expect(mistakesIn(wrong)).toContain('"tiers_of_people" is neither a boolean fact nor a definition of this law')
  })
  test('a scope that a fact in favour of the offer opens', () => {
    const wrong = edited(
      'laws/tw.yaml',
      swap(
        /when: \{ any: \[multi_level, recruit_required\] \}\n {2}outside/,
        'when: { any: [multi_level, real_product] }\n  outside',
      ),
    )
    expect(mistakesIn(wrong)).toContain('real_product stands both as itself and denied; one polarity only')
  })
  test('a defence that rests on what speaks against the offer', () => {
    const wrong = edited(
      'laws/hk.yaml',
      swap('when: { all: [real_product, fair_price, retail_sales] }', 'when: { all: [real_product, stock_risk] }'),
    )
    expect(mistakesIn(wrong)).toMatch(
      /knowledge\/laws\/hk\.yaml:\d+: "stock_risk" as it stands here speaks against the offer; a defence needs what speaks for it/,
    )
  })
  test('a fact that is asked about without a reason in that law', () => {
    const wrong = edited('laws/hk.yaml', swap(/ {2}fair_price:\n(?: {4}.*\n)+/, ''))
    expect(mistakesIn(wrong)).toBe(
      `knowledge/laws/hk.yaml:${lineAt('laws/hk.yaml', 'asks:')}: nothing says why this law asks about "fair_price"; expected it with an article of hk`,
    )
  })
  test('a reason for asking what decides nothing', () => {
    const wrong = edited('laws/hk.yaml', swap('asks:\n  entry_fee:', 'asks:\n  licensed:'))
    expect(mistakesIn(wrong)).toContain('"licensed" decides nothing under this law, so it is never asked')
  })
  test('a source that is not sure enough for users', () => {
    expect(mistakesIn(edited('laws/hk.yaml', swap('certainty: seen', 'certainty: memory-medium')))).toContain(
      'articles.0.source.certainty',
    )
  })
  test('advice that cites one law and is told under another', () => {
    const wrong = edited('advice/any.yaml', swap('laws: [cn]', 'laws: [cn, hk]'))
    expect(mistakesIn(wrong)).toContain('cites one law and is told under others; expected `laws` with that law alone')
    expect(mistakesIn(edited('advice/any.yaml', swap('laws: [cn]', 'laws: [xx]')))).toContain(
      '"xx" is not a law of laws/',
    )
  })
  test('an article that stands twice', () => {
    expect(inLaw(swap('- id: "6"', '- id: "2"'))).toContain('the id "2" stands twice among the articles')
  })
  test('an article of an instrument that the law does not list', () => {
    expect(inLaw(swap('instrument: order-444', 'instrument: order-445'))).toContain(
      'article 2 names the instrument "order-445", which the law does not list',
    )
  })
})
