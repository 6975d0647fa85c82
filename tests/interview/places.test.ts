import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyWords } from '../faults/hostile-words.ts'
import { knowledge } from '../ground.ts'
import { read } from './recorded-answers.ts'

const flag = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'
const quoteOf = (reply: string, asked: string) => {
  const answer = read(reply, asked)
  return answer && reply.slice(answer.start, answer.end)
}

test('a yes is quoted with the marks that belong to its last character', () => {
  expect(quoteOf(`要${flag}`, 'entry_fee')).toBe(`要${flag}`)
  expect(quoteOf(`４－５，要${flag}，真的`, 'entry_fee')).toBe(`要${flag}`)
})

test('a yes after a correction is quoted as far as it goes', () => {
  expect(quoteOf('wait no yes she did', '')).toBe('wait no yes')
  expect(quoteOf('no, i mean yes absolutely right', '')).toBe('i mean yes')
})

test('a long clause is quoted up to 24 units, or one more that belongs to the last character', () => {
  const wide = '\u{10000}'
  expect(quoteOf(`I don't know${wide.repeat(10)}`, '')).toBe(`I don't know${wide.repeat(6)}`)
  expect(quoteOf(`I do not know${wide.repeat(10)}`, '')).toBe(`I do not know${wide.repeat(6)}`)
})

test('no quote begins or ends within a character', () => {
  const asked = fc.constantFrom('', ...knowledge.booleans.map(({ id }) => id))
  const said = fc.tuple(
    fc.constantFrom('', '要', '没有', 'yes ', 'no '),
    anyWords,
    fc.constantFrom('', '要', '不用', ' yes'),
  )
  fc.assert(
    fc.property(asked, said, (fact, words) => {
      const reply = words
        .join('')
        .replace(/\p{Surrogate}/gu, '\ufffd')
        .slice(0, 400)
        .replace(/\p{Surrogate}/gu, '')
      expect(quoteOf(reply, fact) ?? '').not.toMatch(/\p{Surrogate}/u)
    }),
    { numRuns: 2_000 },
  )
})
