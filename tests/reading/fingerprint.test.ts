import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fingerprint, isNearCopy } from '../../src/reading/fingerprint.ts'

const alike = (one: string, other: string) => isNearCopy(fingerprint(one), fingerprint(other))
const pitch = '交2680元入会费，推荐一个人返800，团队三代都有提成，名额有限，今晚截止'

describe('a fingerprint', () => {
  test.each([
    ['other figures', pitch.replace('2680', '3980').replace('800', '1000')],
    ['emoji and spaces', `🔥🔥🔥 ${[...pitch].join(' ')} 💰`],
    ['Traditional characters', '交2680元入會費，推薦一個人返800，團隊三代都有提成，名額有限，今晚截止'],
    ['a line added', `${pitch}\n加我微信详聊`],
    ['full-width figures', pitch.replace('2680', '２６８０')],
  ])('is near with %s', (_, other) => expect(alike(pitch, other)).toBe(true))
  test('is not near for a pitch in other words', () => {
    expect(alike(pitch, '投资矿机每天返利1%，保本保息，邀请好友再拿10%奖励，三十天回本')).toBe(false)
  })
  test('of any text is 64 hexadecimal digits, and near itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => {
        expect(fingerprint(text)).toMatch(/^[0-9a-f]{64}$/)
        expect(alike(text, text)).toBe(true)
      }),
    )
  })
})
