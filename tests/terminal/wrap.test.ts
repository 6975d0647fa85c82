import { expect, test } from 'vitest'
import { wrap } from '../../adapters/terminal/wrap.ts'

test('English breaks between words, and marks stay with the word they belong to', () => {
  expect(wrap('a fee (of ¥2,680) to join, “if you like”.', 12)).toBe('a fee (of\n¥2,680) to\njoin, “if\nyou like”.')
})

test('Chinese breaks between words of two columns a character, and no line begins with a closing mark', () => {
  const text = '依据：《禁止传销条例》第七条，“拉人头有奖励”；还要先交两千六百八十元入会费。'
  const lines = wrap(text, 12).split('\n')
  expect(lines.join('')).toBe(text)
  expect(lines.filter((line) => line.length > 6)).toEqual([])
  expect(lines.filter((line) => /^[，。；》”]/.test(line) || /[《“]$/.test(line))).toEqual([])
})

test('what fits, and its line ends, stay as they are; what cannot be broken is not', () => {
  expect(wrap('one\n\n  two', 12)).toBe('one\n\n  two')
  expect(wrap('x'.repeat(20), 12)).toBe('x'.repeat(20))
  expect(wrap('{\n  "quote": "one two three four"\n}', 12)).toBe('{\n  "quote": "one two three four"\n}')
  expect(wrap('any text', Number.POSITIVE_INFINITY)).toBe('any text')
})
