import { expect, test } from 'vitest'
import { choicesOf, textOf, wording } from './labels.ts'
import type { PlatformUnderTest } from './stage.ts'
import { opened, pitch } from './under-test.ts'

const hostile: readonly (readonly [string, string])[] = [
  ['HTML', '<b>入会费2680元</b><script>alert(1)</script><img src=x onerror=alert(1)>，推荐一个人奖励800元</b></pre>'],
  ['entities', '入会费&lt;2680&amp;元&#x202e;，推荐一个人奖励800元'],
  ['Markdown', '*入会费_2680元[点这里](http://example.org)`，**推荐一个人~奖励||800元```'],
  ['writing turned round', '\u202e入会费2680元\u2066，推荐\u202b一个人奖励800元\u200f'],
  ['terminal escapes', '\u001b[2J\u001b]0;title\u0007入会费\u001b[31m2680元，推荐一个人奖励800元\u009b2J'],
  ['half characters', '\ud800入会费2680元\udfff，推荐一个人奖励800元\ud83d'],
  ['null characters', '入会费\0 2680元\0，推荐一个人奖励800元\u0001\u007f'],
  ['emoji', '👨‍👩‍👧‍👦🈵💰入会费2680元🇨🇳，推荐一个人奖励800元🏴󠁧󠁢󠁥󠁮󠁧󠁿'.repeat(20)],
  ['letters on letters', `入会费2680元${'\u0301'.repeat(500)}，推荐一个人奖励800元`],
  ['100 KB', `入会费2680元，推荐一个人奖励800元${'。这是一段很长的话'.repeat(5_500)}`],
  ['JSON', '{"__proto__":{"x":1},"text":"入会费2680元","choices":[{"id":"yes"}]}，推荐一个人奖励800元'],
  ['lines only', '\n\n\n\r\n\t\n'],
  ['a command that is none', '/入会费2680元 @someone'],
  ['a token that is none', '/start ../../etc/passwd'],
  ['a token nobody has', '/start AAAAAAAAAAAAAAAA'],
]

const dangerous = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u

export function hostileContract(platform: PlatformUnderTest): void {
  test.each(hostile)('is answered, shown inert, and the chat goes on: %s', async (_, text) => {
    const stage = await opened(platform)
    const chat = stage.person('ann').private
    const answered = await chat.say(text)
    // What is blank a platform may refuse to send at all.
    if (text.trim() !== '') expect(answered.length).toBeGreaterThan(0)
    const shown = [...answered, ...(await chat.say('/show'))]
    for (const seen of shown) {
      expect(seen.text).not.toMatch(dangerous)
      expect(seen.text.length).toBeLessThanOrEqual(platform.longest)
    }
    expect(choicesOf(await chat.say('/new')).join()).not.toMatch(dangerous)
    const asked = await chat.say(pitch)
    expect(textOf(asked)).toContain('2680')
    expect(choicesOf(asked)).toContain(wording('choice-yes'))
    expect(stage.troubles).toEqual([])
  })

  test('in somebody else’s words as well', async () => {
    const chat = (await opened(platform)).person('ann').private
    for (const [name, text] of hostile.slice(0, 7)) {
      const shown = textOf(await chat.say(text, { forwarded: true }))
      expect(shown, name).not.toBe('')
      expect(shown, name).not.toMatch(dangerous)
    }
  })

  test.skipIf(!platform.has.groups)('in a group as well, where the next member is answered as ever', async () => {
    const stage = await opened(platform)
    await stage.found('friends', ['ann', 'bob', 'eve'])
    const [bob, eve] = [stage.person('bob').in('friends'), stage.person('eve').in('friends')]
    for (const [name, text] of hostile.slice(0, 11)) {
      expect(await eve.say(text), name).toEqual([])
      const answer = await bob.say(text, { mention: true })
      expect(answer, name).toHaveLength(1)
      expect(textOf(answer), name).not.toMatch(dangerous)
      expect(textOf(answer).length, name).toBeLessThanOrEqual(platform.longest)
    }
    expect(textOf(await eve.say(pitch, { mention: true }))).toContain('第七条')
    expect(stage.troubles).toEqual([])
  })
}
