import { describe, expect, test } from 'vitest'
import { isFigureTold } from '../../src/knowledge/figure-told.ts'
import { type Edit, edited, lineAt, mistakesIn, swap } from './broken.ts'

const path = 'cases/cn-regulators.yaml'
const inCases = (edit: Edit) => mistakesIn(edited(path, edit))
const at = (place: string, within = '') => `knowledge/${path}:${lineAt(path, place, within)}: `

describe('a mistake in a case is told at its own line', () => {
  test('a status that nobody knows', () => {
    expect(inCases(swap('status: reduced', 'status: softened'))).toBe(
      `${at('status: reduced')}6.status: a status: one of told, final, settled, pending, reduced, withdrawn, archetype`,
    )
  })
  test('a law that is none of the eight', () => {
    expect(inCases(swap('law: cn', 'law: fr'))).toBe(
      `${at('law: cn')}0.law: a law: one of cn, hk, tw, sg, my, us, uk, eu`,
    )
  })
  test('a fact that is not in the catalogue', () => {
    expect(inCases(swap('    stock_risk: false', '    stock: false'))).toBe(
      `${at('    stock_risk: false')}"stock" is not a boolean fact of facts/`,
    )
  })
  test('a figure that no source gives', () => {
    expect(inCases(swap('gives: [fine, confiscated, price_to_join, levels, headcount]', 'gives: [fine]'))).toContain(
      `${at('figures:')}no citation gives confiscated; expected it in \`gives\` of a source that can be read`,
    )
  })
  test('a source that gives a figure the case does not have', () => {
    expect(inCases(swap('gives: [levels]', 'gives: [levels, victims]'))).toBe(
      `${at('gives: [levels]')}"victims" is not among the figures of cn-comb-membership`,
    )
  })
  test('a figure whose source cannot be looked up', () => {
    const message = inCases(swap(/\n {6}address: https:\/\/fcxfcx.com.*\n/, '\n'))
    expect(message).toContain('no citation gives levels')
    expect(message).toContain('a case that is final needs { authority, year } with a number or an address')
  })
  test('a figure that is told otherwise than it is given', () => {
    expect(inCases(swap('confiscated: 39500000', 'confiscated: 35900000'))).toBe(
      [
        `${at('figures:')}35900000 is not told in zh; expected it in told or decided`,
        `${at('figures:')}35900000 is not told in en; expected it in told or decided`,
      ].join('\n'),
    )
  })
  test.each([1869, 2061])('the year %i', (year) => {
    expect(inCases(swap('year: 2016', `year: ${year}`))).toBe(
      `${at('year: 2016')}the year ${year}; expected one from 1970 to 2026`,
    )
  })
  test('a finding in a case that was dropped', () => {
    expect(inCases(swap('status: withdrawn\n  outcome: unclear', 'status: withdrawn\n  outcome: pyramid'))).toBe(
      `${at('outcome: unclear', 'status: withdrawn')}nothing was found in a case that is withdrawn; expected the outcome unclear`,
    )
  })
  test('a name in a title', () => {
    const message = inCases(swap('en: A WeChat mall where', 'en: The YUNZAI ZHIJIAN mall where'))
    expect(message).toMatch(/:\d+: the title names "Yunzai Zhijian"; expected what kind of plan it was$/)
  })
  test('a told case that no document tells, and a typical one that an authority decided', () => {
    expect(
      mistakesIn(
        edited('cases/told.yaml', swap('- { document: joy-and-sorrow, paragraph: 31 }', '- { law: cn, article: "2" }')),
      ),
    ).toContain('a case that is told needs the { document, paragraph } that tells it')
    expect(mistakesIn(edited(path, swap('status: withdrawn\n', 'status: archetype\n')))).toContain(
      'an archetype was decided by no authority; expected another status',
    )
  })
  test('an article of a law without a file', () => {
    expect(inCases(swap('- { law: cn, article: "7(2)" }', '- { law: fr, article: "14" }'))).toContain(
      'no law "fr" in laws/',
    )
  })
})

describe('a figure is told', () => {
  const told = [
    [39500000, 'zh', '没收约3950万元'],
    [39500000, 'en', 'about CNY 39.5 million confiscated'],
    [1223000000, 'zh', '销售12.23亿元'],
    [1223000000, 'en', 'CNY 1.223 billion in two years'],
    [500000, 'zh', '案值50多万元'],
    [114959, 'en', '114,959 people'],
    [114959, 'zh', '共有114959人'],
    [29.95, 'en', 'USD 29.95 to 429.95'],
    [8, 'zh', '342人、8级'],
  ] as const
  test.each(told)('%d in %s: %s', (value, language, text) => expect(isFigureTold(value, language, text)).toBe(true))
  const other = [
    [39500000, 'zh', '没收约3950元'],
    [500000, 'zh', '罚150万元'],
    [5000, 'en', 'CNY 5,000.50'],
    [5000, 'en', 'CNY 25,000'],
    [8, 'zh', '罚80元，8.5级，18级，8万元'],
    [8, 'en', '8 million'],
    [29.95, 'en', 'USD 29095'],
    [1000, 'en', ''],
  ] as const
  test.each(other)('not %d in %s: %s', (value, language, text) =>
    expect(isFigureTold(value, language, text)).toBe(false),
  )
})
