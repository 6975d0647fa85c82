import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createVeil } from '../../src/reading/veil.ts'
import { namesInPitch } from '../contracts/under-test.ts'
import { knowledge } from '../ground.ts'
import { labelled } from './labelled.ts'

const veil = createVeil(knowledge)

test.each([
  ['每推荐一个人奖励800元', '每推荐一个人奖励800元'],
  ['每介紹一位新會員獎600元', '每介紹一位新會員獎600元'],
  ['跟着李姐每拉一个人返500', '跟着…每拉一个人返500'],
  ['加入安利交2680元', '加入…交2680元'],
  ['Join Amway for $299 and refer two', 'Join … for $299 and refer two'],
  ['RM1,500 to join', 'RM1,500 to join'],
])('%s is shown as %s', (quote, shown) => expect(veil(quote)).toBe(shown))

test.each(['金鼎国际的王秀兰老师', 'NovaLife Global', '微信abc123456', '加', '13800138000', '🔥🔥', ''])(
  '%s leaves nothing to show',
  (quote) => expect(veil(quote)).toBe(''),
)

/** Invented, or made of common characters and words; none may come through. */
const names = [
  '完美',
  '王总',
  '陈老师',
  '美好家园',
  '天安',
  '金鼎国际',
  '小红',
  '联创',
  'NovaLife',
  'iStar88',
  'Forever Green',
  'Auntie Mei',
  'Пирамида',
]
const frames = [
  '加入NAME交2680元',
  'NAME每推荐一个人奖励800元',
  '跟着NAME拉一个人返500',
  'join NAME for $299 and pay',
  'you pay NAME $50 for each friend',
]

test.each(names)('the name %s is never shown, wherever it stands', (name) => {
  for (const frame of frames) expect(veil(frame.replace('NAME', name))).not.toContain(name)
})

test('nothing but listed words, amounts and punctuation comes through, whatever is put in', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom(...frames), (name, frame) => {
      const shown = veil(frame.replace('NAME', () => name))
      expect(shown).not.toMatch(/[@#<>"“”「」《》【】\p{Extended_Pictographic}\u202e]/u)
      expect(shown).not.toMatch(namesInPitch)
    }),
    { numRuns: 500 },
  ))

test('most quotes still tell what they tell', () => {
  const decisive = new Set(['entry_fee', 'purchase_to_join', 'pay_per_recruit'])
  const rows = ['fresh-seen.yaml', 'second-seen.yaml'].flatMap(labelled)
  const quotes = rows.flatMap(({ text, evidence }) =>
    evidence.filter(({ fact }) => decisive.has(fact)).map(({ start, end }) => text.slice(start, end)),
  )
  const shown = quotes.filter((quote) => veil(quote) !== '')
  expect(shown.length / quotes.length).toBeGreaterThan(2 / 3)
})
