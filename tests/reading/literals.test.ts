import { expect, test } from 'vitest'
import { indexLiterals } from '../../src/reading/index-of-literals.ts'
import { required } from '../../src/reading/literals.ts'
import { Trie } from '../../src/reading/trie.ts'

const wordsOf = (pattern: string) => required(pattern, 'zh').literals.map(({ words }) => words)

test.each<[string, string[][]]>([
  ['拉人(?:返|奖)现', [['拉人返现', '拉人奖现']]],
  ['交[^,]{0,6}会费', [['交'], ['会费']]],
  ['(?:先)?交(?:钱|费)', [['交钱', '交费']]],
  ['(?:加入)?[^,]{1,3}(?:会员|代理)+', [['会员', '代理']]],
  ['(?=会员)级别(?!高)', [['级别']]],
  ['(?:会员|.)', []],
])('%s asks for these words, in this order', (pattern, words) => {
  expect(wordsOf(pattern)).toEqual(words)
})

test('words stand no further apart than the pattern lets them', () => {
  const [first, second] = required('(?:先)?交[^,]{0,6}(?:入)?会费', 'zh').literals
  expect(first).toMatchObject({ words: ['交'], from: 0, to: 1 })
  expect(second).toMatchObject({ words: ['会费'], from: 1, to: 9 })
})

test('a figure is asked for where every way through the pattern has one', () => {
  expect(required('交{money}入会', 'zh').figures).toEqual([{ from: 1, to: 6 }])
  expect(required('交(?:\\d{2,4}|[三四五六]千)元', 'zh').figures).toEqual([{ from: 1, to: 1 }])
  expect(required('交(?:\\d{2,4}|几百|钱)元', 'zh').figures).toEqual([])
  expect(required('交\\d?元', 'zh').figures).toEqual([])
})

test('strings are found wherever they stand, within one another too', () => {
  const index = indexLiterals(
    new Map([
      ['拉', [1]],
      ['拉人', [2]],
      ['人头', [3]],
      ['refer', [4]],
    ]),
  )
  const found: (readonly [number, number])[] = []
  index.scan('先拉人头,再 refer 拉', (numbers, at) => found.push(...numbers.map((one) => [one, at] as const)))
  expect(found).toEqual([
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 7],
    [1, 13],
  ])
  expect(() => indexLiterals(new Map([['', [1]]]))).toThrow(/empty/)
})

test('a trie keeps thousands of sequences apart, and has a bound', () => {
  const trie = new Trie<number>()
  const sequences = Array.from({ length: 5000 }, (_, i) => [(i % 70) + 1, Math.floor(i / 70) + 1, 65_535 - i])
  const nodeOf = (symbols: readonly number[]) => symbols.reduce((node, symbol) => trie.next(node, symbol), 0)
  for (const [i, one] of sequences.entries()) trie.change(one, () => i)
  const nodes = sequences.map(nodeOf)
  expect(new Set(nodes).size).toBe(sequences.length)
  expect(nodes.map((node) => trie.at(node))).toEqual([...sequences.keys()])
  expect(trie.next(0, 71)).toBe(0)
  for (const one of sequences) trie.change(one, (before = Number.NaN) => before + 1)
  expect(sequences.map(nodeOf)).toEqual(nodes)
  expect(nodes.map((node) => trie.at(node))).toEqual(sequences.map((_, i) => i + 1))
  const full = new Trie<true>()
  expect(() => {
    for (let i = 0; i < 70_000; i++) full.change([(i % 65_000) + 1, Math.floor(i / 65_000) + 1], () => true)
  }).toThrow(/65,535/)
})
