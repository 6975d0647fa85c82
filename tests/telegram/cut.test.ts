import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cut } from '../../adapters/cut.ts'

const dense = (text: string) => text.replace(/\s+/gu, '')
const text = fc
  .array(
    fc.constantFrom(
      '句子。',
      'A sentence. ',
      '问?',
      '💰',
      '\n',
      ' ',
      '长'.repeat(30),
      'word ',
      '“引用。”',
      '2.5',
      '\ud83d',
      'e\u0301',
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(''))
const most = fc.integer({ min: 2, max: 60 })

test('pieces fit, are not blank, and nothing but white space is lost', () => {
  fc.assert(
    fc.property(text, most, (whole, size) => {
      const pieces = cut(whole, size)
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(size)
        expect(piece.trim()).not.toBe('')
      }
      expect(dense(pieces.join(''))).toBe(dense(whole))
    }),
  )
})

test('no character is cut in two', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), most, (whole, size) => {
      for (const piece of cut(whole, size)) expect(piece).not.toMatch(/\p{Surrogate}/u)
    }),
  )
})

test('what fits stays whole', () => {
  expect(cut(' 一句。两句。 ', 8)).toEqual(['一句。两句。'])
  expect(cut('', 10)).toEqual([])
})

test.each([
  ['after a sentence', '第一句话。第二句话。第三', 11, ['第一句话。第二句话。', '第三']],
  ['behind what closes a quotation', '他说：“来吧。”我没去。', 8, ['他说：“来吧。”', '我没去。']],
  ['not inside a number', 'Pay 2.5 now and more. Then go', 24, ['Pay 2.5 now and more.', 'Then go']],
  ['after a line where no sentence ends', '第一行\n第二行\n第三行', 8, ['第一行\n第二行', '第三行']],
  ['between words where no line ends', 'one two three', 8, ['one two', 'three']],
  ['anywhere where nothing ends', 'abcdefgh', 3, ['abc', 'def', 'gh']],
  ['around a character of two units', 'ab💰', 3, ['ab', '💰']],
])('is cut %s', (_, whole, size, pieces) => {
  expect(cut(whole, size)).toEqual(pieces)
})

test('a size no character fits in is refused', () => {
  expect(() => cut('x', 1)).toThrow(RangeError)
})
