import { describe, expect, test } from 'vitest'
import { plain } from '../../src/reading/normalise.ts'
import { knowledge } from '../ground.ts'
import { edited, lineAt, mistakesIn, swap } from '../knowledge/broken.ts'
import { answered, finder, outside, paraphrases, scoreQuestions } from './score.ts'

describe('questions about the law', () => {
  test('there are at least 60, and two paraphrases for each', () => {
    expect(knowledge.questions.length).toBeGreaterThanOrEqual(60)
    for (const { id } of knowledge.questions)
      expect(
        paraphrases
          .filter(({ want }) => want === id)
          .map(({ half }) => half)
          .sort(),
        id,
      ).toEqual(['seen', 'unseen'])
    expect(outside.length).toBe(40)
  })

  test('no paraphrase stands among the ways to ask', () => {
    const known = new Set(
      knowledge.questions.flatMap(({ title, phrasings }) =>
        [title.zh, title.en, ...phrasings.zh, ...phrasings.en].map(plain),
      ),
    )
    expect(paraphrases.filter(({ text }) => known.has(plain(text)))).toEqual([])
  })

  // Below what is reached today, so that a change for the worse is seen; the figures themselves are `npm run score`.
  test.each(['seen', 'unseen', 'fresh', 'blind'] as const)(
    'the %s ones are found, and what lies outside is not',
    (half) => {
      const { right, wrong, unknown } = scoreQuestions(half)
      expect(right).toBeGreaterThanOrEqual(0.92)
      expect(wrong).toBeLessThanOrEqual(0.03)
      expect(unknown).toBeGreaterThanOrEqual(0.9)
    },
  )

  test('asked by its title, each is found under its own law', () => {
    for (const { id, title, laws } of knowledge.questions)
      for (const text of [title.zh, title.en]) {
        const { topics, sure } = finder(text, laws[0] ?? 'cn')
        expect(topics[0]?.id, text).toBe(id)
        expect(sure, text).toBeGreaterThanOrEqual(0.5)
      }
  })

  test('a place decides the law, and a place that is not known has no answer', () => {
    expect(finder('what is the penalty', 'hk').topics[0]?.laws).toContain('hk')
    expect(finder('中国香港最高刑罚是什么', 'cn').topics[0]?.laws).toEqual(['hk'])
    expect(finder('Is MLM legal in the US?', 'cn').topics[0]?.id).toBe('us-law')
    expect(finder('can you tell us what team pay is', 'cn').topics[0]?.id).toBe('team-pay')
    expect(answered('is mlm legal in japan')).toBeUndefined()
    expect(answered('日本的传销合法吗')).toBeUndefined()
  })

  test.each([
    ['在哪里举报', 'tw', 'tw-report'],
    ['判几年', 'hk', 'hk-penalty'],
    ['冷静期几天', 'my', 'my-cooling-off'],
    ['is mlm legal', 'sg', 'sg-law'],
    // Where that law has nothing on it, what Mainland China's has is told as that.
    ['96110是什么', 'us', 'anti-fraud-line'],
    ['how do I keep evidence', 'hk', 'evidence'],
    // A city or a country points to its law.
    ['Is MLM legal in Germany?', 'cn', 'eu-law'],
    ['在高雄要跟谁检举', 'cn', 'tw-report'],
  ])('what the law of the person or of the place has on it comes first: %s, %s', (text, own, want) => {
    const { topics, sure } = finder(text, own)
    expect(topics[0]?.id).toBe(want)
    expect(sure).toBeGreaterThanOrEqual(0.5)
  })

  test('articles and cases are found by their names', () => {
    expect(answered('《禁止传销条例》第二十四条')).toBe('cn order-444 art. 24')
    expect(answered('合肥警方破获的微信商城案')).toBe('case hefei-mall')
  })

  test('Traditional and Simplified ask the same', () => {
    for (const [one, other] of [
      ['团队计酬算犯罪吗', '團隊計酬算犯罪嗎'],
      ['传销和非法集资有什么区别', '傳銷和非法集資有什麼區別'],
    ] as const)
      expect(finder(one, 'cn')).toEqual(finder(other, 'cn'))
  })

  test.each(['', ' ', '?', '🙂', '\ud800', 'a'.repeat(5000), '龙'.repeat(5000), '(((('])('%j asks nothing', (text) => {
    expect(answered(text)).toBeUndefined()
  })
})

describe('a mistake in a question is told with its place', () => {
  const file = 'questions/definition.yaml'
  test('a citation that leads nowhere', () => {
    expect(mistakesIn(edited(file, swap('article: "7(3)"', 'article: "7(9)"')))).toContain('no article "7(9)"')
  })
  test('an answer too long for anyone to read', () => {
    const message = mistakesIn(edited(file, swap('给东西、给别的好处也算给钱。', '长'.repeat(121))))
    expect(message).toContain('a text of 8 to 120 characters')
    expect(message).toContain(`${file}:${lineAt(file, '给东西、给别的好处也算给钱。')}`)
  })
  test('an answer without English', () => {
    expect(mistakesIn(edited(file, swap('      en: Goods and other benefits count as reward too.\n', '')))).toContain(
      'questions.2.more.en',
    )
  })
  test('a way to ask that asks two things', () => {
    expect(mistakesIn(edited(file, swap('        什么是入门费\n', '        什么是拉人头\n')))).toContain(
      '"什么是拉人头" already asks "headcount-pay"',
    )
  })
  test('a law that does not exist', () => {
    expect(mistakesIn(edited(file, swap('laws: [cn]', 'laws: [xx]')))).toContain('questions.0.laws.0')
  })
  test('a question that stands twice', () => {
    expect(mistakesIn(edited(file, swap('id: in-kind', 'id: entry-fee')))).toContain('"entry-fee" stands twice')
  })
})
