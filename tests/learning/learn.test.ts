import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FeatureList, mix } from '../../src/reading/learned/features.ts'
import { createLearnedReader } from '../../src/reading/learned/learned.ts'
import { meaningsOf } from '../../src/reading/learned/lexicon.ts'
import { pack, unpack } from '../../src/reading/learned/packed.ts'
import { parse } from '../../src/reading/learned/parse.ts'
import { clausesIn, stem, tokensOf } from '../../src/reading/learned/tokens.ts'
import { weightsOf } from '../../src/reading/learned/weights.ts'
import { widthOf } from '../../src/reading/learned/whole.ts'
import { statementOf } from '../../src/reading/statement.ts'
import { knowledge } from '../ground.ts'
import { assembled, codeFile } from './assemble.ts'
import type { ExampleText } from './examples.ts'
import { learn, type Settings } from './learn.ts'
import { prepare } from './prepare.ts'

const meanings = meaningsOf(knowledge.lexicon)
const settings: Settings = {
  atLeast: 1,
  statementAtLeast: 1,
  rounds: 20,
  rate: 0.2,
  decay: 1,
  sparing: 0.01,
  least: 0,
}
const line = (text: string, ...statements: string[]): ExampleText => ({
  id: text,
  text,
  whole: false,
  offers: false,
  says: statements.map((statement) => ({ statement, start: 0, end: text.length })),
})
const taught = [
  line('交2680元就能加入', 'entry_fee'),
  line('入会费先交三千八', 'entry_fee'),
  line('pay $500 to become a member', 'entry_fee'),
  line('拉一个朋友进来返300', 'pay_per_recruit'),
  line('每介绍一位会员奖励五百', 'pay_per_recruit'),
  line('earn $100 for every friend who joins', 'pay_per_recruit'),
  line('今天买菜花了80元'),
  line('朋友介绍了一家好吃的饭馆'),
  line('my friend paid for lunch today'),
]
const table = () =>
  learn(
    taught.flatMap((one) => prepare(one, meanings).examples),
    settings,
  )
/** Trusts each clause as it is. */
const trusting = (count: number) =>
  Array.from({ length: count }, (_, i) => Array.from({ length: widthOf(count) }, (_, k) => (k === i ? 4 : 0)))

test('a statement is worth looking for that could stand with the help of signals for others that could', () => {
  const statements = ['a', 'b', 'c']
  const clauses = {
    ...table(),
    statements,
    bias: [-12, -12, -12],
    features: new Uint32Array(),
    begins: Uint32Array.of(0),
  }
  const count = statements.length
  /** Each stands at -3 by itself; a signal for `a` speaks for `b`, one for `b` for itself, and none for `c`. */
  const row = (...signals: number[]) => [...Array.from({ length: 2 * count }, () => 0), ...signals, 0, -3]
  const whole = [row(0, 0, 0), row(1.5, 1, 0), row(0, 0, 0)]
  const text = '入会费2680元,拉一个朋友进来返300,下面的团队也有提成'
  const { worth } = createLearnedReader({ from: '', clauses, whole }).weigh(parse(text, meanings))
  expect(worth(new Set(['a', 'b', 'c', 'd']), -3.5)).toEqual(new Set(['a', 'b', 'c', 'd']))
  expect(worth(new Set(['a', 'b', 'c', 'd']), -1)).toEqual(new Set(['d']))
  expect(worth(new Set(['b', 'c']), -2.5)).toEqual(new Set(['b']))
  expect(worth(new Set(['a', 'b']), -2.9), 'what falls lends no help').toEqual(new Set(['b']))
  expect(worth(new Set(['a', 'b']), -1.9)).toEqual(new Set())
})

describe('learning', () => {
  const clauses = table()
  const read = createLearnedReader({ from: '', clauses, whole: trusting(clauses.statements.length) })
  const statements = (text: string) => read.weigh(parse(text, meanings)).weighed(new Set()).map(statementOf)

  test('holds for other amounts and other words of like meaning', () => {
    expect(statements('缴9800元成为会员,明天就开通账号')).toContain('entry_fee')
    expect(statements('邀请一个亲戚进来奖200,上不封顶')).toContain('pay_per_recruit')
  })

  test('sees nothing in a message that speaks of other things', () => {
    expect(statements('今天和同学去吃饭,花了80元')).toEqual([])
  })

  test('names the clause that says it', () => {
    const text = '你好,缴9800元成为会员,拉朋友进来奖200'
    const fee = read
      .weigh(parse(text, meanings))
      .weighed(new Set())
      .find((one) => one.fact === 'entry_fee')
    expect(fee && text.slice(fee.start, fee.end)).toBe('缴9800元成为会员')
  })

  test('gives the same from the same examples', () => {
    expect(table()).toEqual(clauses)
  })

  test('is packed and unpacked without loss', () => {
    const learned = { from: 'abc', clauses, whole: trusting(clauses.statements.length) }
    const again = unpack(pack(learned))
    expect(again.clauses.features).toEqual(clauses.features)
    expect(again.clauses.steps).toEqual(clauses.steps)
    expect(again.clauses.which).toEqual(clauses.which)
    expect(again.clauses.begins).toEqual(clauses.begins)
    expect(again).toMatchObject({ from: 'abc', whole: learned.whole })
    expect(() => unpack(pack(learned).slice(0, -3))).toThrow(/npm run learn/)
  })
})

describe('tokens', () => {
  const kinds = (text: string) => {
    const { ids, length } = tokensOf(text)
    return [...ids.slice(0, length)]
  }

  test.each([
    ['交2680元', '交39800元'],
    ['hk$5,800', '$20'],
    ['rm 300', '三千块'],
    ['20%', '3个点'],
    ['recruits', 'recruiting'],
    ['two', 'three'],
  ])('%s and %s are alike', (one, other) => {
    expect(kinds(one)).toEqual(kinds(other))
  })

  test.each([
    ['5%', '5元'],
    ['拉', '推'],
    ['join', 'joint'],
  ])('%s and %s are not', (one, other) => {
    expect(kinds(one)).not.toEqual(kinds(other))
  })

  test('a clause ends at a comma, a line, a mark between words, and a space between Chinese words', () => {
    const text = '入会费:2680,拉人返现 躺赚·快来\njoin now. earn more'
    const tokens = tokensOf(text)
    const clauses = clausesIn(text, tokens).map(({ start, end }) =>
      text.slice(tokens.starts[start], tokens.ends[end - 1]),
    )
    expect(clauses).toEqual(['入会费:2680', '拉人返现', '躺赚', '快来', 'join now', 'earn more'])
  })

  test('clauses stay bounded', () => {
    const text = '拉'.repeat(1000)
    for (const { start, end } of clausesIn(text, tokensOf(text))) expect(end - start).toBeLessThanOrEqual(36)
  })

  test('forms of an English word share a stem', () => {
    expect(['recruit', 'recruits', 'recruited', 'recruiting'].map(stem)).toEqual(Array(4).fill('recruit'))
    expect(stem("friend's")).toBe('friend')
  })
})

describe('sums', () => {
  test('are made by what sums.wat assembles to', async () => {
    expect(readFileSync(codeFile, 'utf8'), 'run npm run learn').toBe(await assembled())
  })

  const hashed = (number: number) => mix(1, number)
  const lists = fc.record({
    statements: fc.integer({ min: 1, max: 70 }),
    rows: fc.uniqueArray(
      fc.record({
        feature: fc.nat().map(hashed),
        weights: fc.dictionary(fc.nat(69).map(String), fc.integer({ min: -127, max: 127 })),
      }),
      { selector: ({ feature }) => feature, maxLength: 60 },
    ),
    others: fc.array(fc.nat().map(hashed), { maxLength: 40 }),
    times: fc.integer({ min: 1, max: 80 }),
  })

  test('add up the weights of the features there are, and nothing for all others', () => {
    fc.assert(
      fc.property(lists, ({ statements, rows, others, times }) => {
        const sorted = rows.toSorted((a, b) => a.feature - b.feature)
        const weighed = sorted.map(({ weights }) =>
          Object.entries(weights).filter(([place]) => Number(place) < statements),
        )
        const weights = weightsOf({
          statements: Array.from({ length: statements }, (_, i) => String(i)),
          bias: Array.from({ length: statements }, () => 0),
          step: 1,
          features: Uint32Array.from(sorted, ({ feature }) => feature),
          begins: Uint32Array.from([0, ...weighed.map((_, i) => weighed.slice(0, i + 1).flat().length)]),
          which: Uint8Array.from(weighed.flat(), ([place]) => Number(place)),
          steps: Int8Array.from(weighed.flat(), ([, step]) => step),
        })
        const list = new FeatureList()
        const known = new Set(rows.map(({ feature }) => feature))
        for (let i = 0; i < times; i++) for (const { feature } of rows) list.add(feature)
        for (const one of others) if (!known.has(one)) list.add(one)
        const due = Array.from({ length: statements }, (_, place) =>
          rows.reduce((sum, row) => sum + times * (row.weights[place] ?? 0), 0),
        ).map((sum) => Math.max(-0x8000, Math.min(0x7fff, sum)))
        weights.add(list, 'own')
        const isWithin = rows.length * times * 127 < 0x7fff
        if (isWithin) expect([...weights.own.subarray(0, statements)]).toEqual(due)
        weights.add(list, 'own', -1)
        if (isWithin) expect([...weights.own]).toEqual([...weights.own].fill(0))
      }),
    )
  })

  test('of clauses are scored, and the best one of each statement is kept', () => {
    const weights = weightsOf({
      statements: ['a', 'b'],
      bias: [-1, 0.5],
      step: 1,
      features: Uint32Array.from([7, 9]),
      begins: Uint32Array.from([0, 1, 3]),
      which: Uint8Array.from([0, 0, 1]),
      steps: Int8Array.from([4, -2, 3]),
    })
    const clause = (at: number, ...features: number[]) => {
      const list = new FeatureList()
      for (const one of features) list.add(one)
      weights.own.fill(0)
      weights.add(list, 'own')
      weights.keep(at, 0.5, 1, 1)
    }
    weights.begin()
    clause(0, 9)
    clause(1, 7, 7)
    clause(2, 8)
    expect([...weights.best.scores]).toEqual([3, 2])
    expect([...weights.best.clauses]).toEqual([1, 0])
    weights.begin()
    clause(0)
    expect([...weights.best.scores]).toEqual([-1, 0.5])
  })
})
