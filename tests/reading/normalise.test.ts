import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise, plain } from '../../src/reading/normalise.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom('拉', ' ', '2', '人', '️', '⃣', 'Ａ', '㈱', '🔥', '\u202e', '\ud83d', 'λ', '會', 'o', '㎏', '\n'),
    )
    .map((parts) => parts.join('')),
)

test('every place has a place in the text as given, in order', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const { text: plainText, toOriginal } = normalise(text)
      let last = 0
      for (let i = 0; i < plainText.length; i++) {
        const [start, end] = toOriginal(i, i + 1)
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        last = start
      }
      expect(toOriginal(0, plainText.length)[1]).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 2000 },
  )
})

test('plain small Latin text stays as it is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,6}$/), (text) => {
      const normal = normalise(text)
      expect(normal.text).toBe(text)
      expect(normal.toOriginal(0, text.length)).toEqual([0, text.length])
    }),
  )
})

const forms: Readonly<Record<string, string>> = {
  '入 会 9️⃣8️⃣0': '入会980',
  '推 2 人 回 本': '推2人回本',
  '激 活 码 388': '激活码388',
  '1 2 8 0': '1280',
  拉1個返3OO: '拉1个返300',
  'J0in 4 $49': 'join 4 $49',
  'p/recru1t x9 l3vels': 'p/recruit x9 levels',
  '月 λ 10w': '月入10w',
  '①②③': '123',
  'ＨＫ＄５，８００': 'hk$5,800',
  入會費: '入会费',
  '传\u200b销': '传销',
  '传\u202e销\u202c': '传销',
  𝐣𝐨𝐢𝐧: 'join',
  fr33: 'free',
  '宝🐴创业': '宝妈创业',
  '➕V': '+v',
  'm\u0301oney': 'money',
  // Digits that are digits stay.
  mp3: 'mp3',
  '2w8': '2w8',
  b2b: 'b2b',
  '10w': '10w',
  covid19: 'covid19',
  // Spaces between words of several characters are punctuation.
  '名额有限 只要两人': '名额有限 只要两人',
}

test.each(Object.entries(forms))('%s', (text, expected) => expect(normalise(text).text).toBe(expected))

test.each([
  ['x 入 会 9️⃣8️⃣0!', '入会980', '入 会 9️⃣8️⃣0'],
  ['来拉1個返3OO吧', '拉1个返300', '拉1個返3OO'],
  ['𝐣𝐨𝐢𝐧 us', 'join', '𝐣𝐨𝐢𝐧'],
  ['推\u200b荐 奖', '推荐', '推\u200b荐'],
])('%s leads back', (text, part, original) => {
  const normal = normalise(text)
  const at = normal.text.indexOf(part)
  expect(text.slice(...normal.toOriginal(at, at + part.length))).toBe(original)
})

test('plain words have no punctuation or emoji at their ends', () => {
  expect(plain('「不是!」👍')).toBe('不是')
  expect(plain('  Yes.  ')).toBe('yes')
  expect(plain('🤷')).toBe('')
  expect(plain("don't know…")).toBe("don't know")
})
