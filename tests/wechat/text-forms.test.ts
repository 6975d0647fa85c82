import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readInlineQuote } from '../../adapters/wechat/inline-quote.ts'
import { withoutFirstMention, withoutMentions } from '../../adapters/wechat/mention.ts'
import { quoting } from './mock-world.ts'

describe('a mention', () => {
  test.each([
    ['@小助手\u2005这是骗局吗', '这是骗局吗'],
    ['@小助手 这是骗局吗', '这是骗局吗'],
    ['＠小助手，这是骗局吗', '这是骗局吗'],
    ['这是骗局吗@小助手', '这是骗局吗'],
    ['@小助手\u2005', ''],
    ['@小助手\u2005@小助手\u2005是', '是'],
    ['问 @小助手\u2005一下', '问 一下'],
    ['@防骗 管家 是', '是'],
    ['@a.b* 是', '是'],
  ])('%j is taken out', (text, rest) => {
    expect(withoutMentions(text, ['小助手', '防骗 管家', 'a.b*', '小'])).toEqual({ text: rest, named: true })
  })

  test.each(['小助手 是', '@小助手二号 是', '@ 小助手', '@', 'mail@example.org', '@axb* 是'])('%j is none', (text) => {
    expect(withoutMentions(text, ['小助手', 'a.b*', ''])).toEqual({ text, named: false })
  })

  test('whose name is not known ends where U+2005 says', () => {
    expect(withoutFirstMention('@我家 管家\u2005是')).toBe('是')
    expect(withoutFirstMention('a@b.c 是')).toBe('a@b.c 是')
  })
})

describe('a quote inside a text', () => {
  test.each([
    ['WeChat’s own dashes', quoting('eve', '入会费2680元', '真的吗')],
    ['full-width dashes', '「eve：入会费2680元」\n－－－－－－－－－\n真的吗'],
    ['long dashes', '「eve：入会费2680元」\r\n——————\r\n真的吗'],
    ['dashes without spaces', '「eve:入会费2680元」\n---------------\n真的吗'],
  ])('is taken apart: %s', (_, text) => {
    expect(readInlineQuote(text)).toEqual({ text: '真的吗', name: 'eve', words: '入会费2680元' })
  })

  test('may have lines, quotes and colons in it', () => {
    expect(readInlineQuote(quoting('eve', '第一：\n「真的」\n第二', '一\n二'))).toEqual({
      text: '一\n二',
      name: 'eve',
      words: '第一：\n「真的」\n第二',
    })
  })

  test.each([
    '「」',
    '「eve：入会费」',
    '「eve：入会费\n- - - - - -\n是',
    'x「eve：入会费」\n- - - - - -\n是',
    '「a：b」\n--\n是',
  ])('%j is none', (text) => expect(readInlineQuote(text)).toBeUndefined())
})

test('no text makes these throw, and what is left of it was in it', () => {
  const text = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('@', '小助手', '\u2005', '「', '」', '：', '\n- - - - - -\n'),
      ),
    )
    .map((all) => all.join(''))
  fc.assert(
    fc.property(text, (one) => {
      const quote = readInlineQuote(one)
      for (const part of quote ? [quote.name, quote.words] : []) expect(one.includes(part)).toBe(true)
      const { text: rest, named } = withoutMentions(one, ['小助手'])
      expect(named ? rest.length < one.length : rest === one).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})
