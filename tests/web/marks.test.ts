import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markedPieces } from '../../adapters/web/page/marks.ts'

const marked = (text: string, quotes: readonly string[]) =>
  markedPieces(text, quotes).flatMap((piece) => (piece.marked ? [piece.text] : []))

test('every place where a quote stands is marked, and what overlaps is marked as one', () => {
  expect(marked('交2680元入会，再交2680元', ['交2680元', '2680元入会'])).toEqual(['交2680元入会', '交2680元'])
  expect(marked('Join for 2,680', ['join for'])).toEqual([])
  expect(marked('anything', ['', ' '])).toEqual([])
})

test('the pieces are the text, and each quote in it lies within marks', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '费', '𠮷'), maxLength: 30 })
  fc.assert(
    fc.property(letters, fc.array(letters, { maxLength: 5 }), (text, quotes) => {
      const pieces = markedPieces(text, quotes)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      const marks = pieces.flatMap((piece) => (piece.marked ? [piece.text] : []))
      for (const quote of quotes)
        if (quote !== '' && text.includes(quote)) expect(marks.some((mark) => mark.includes(quote))).toBe(true)
    }),
  )
})
