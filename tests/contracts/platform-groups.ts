import { describe, expect, test } from 'vitest'
import { choicesOf, labelled, textOf, verdictWords, wording } from './labels.ts'
import type { Chat, PlatformUnderTest, Seen } from './stage.ts'
import { namesInPitch, opened, pitch, tokenOf } from './under-test.ts'

const yes = wording('choice-yes')
const ask = { mention: true } as const

/** Nothing that could be held against someone in the group. */
function expectDiscreet(seen: readonly Seen[]): void {
  const text = textOf(seen)
  expect(text).not.toMatch(verdictWords)
  expect(text).not.toMatch(namesInPitch)
  expect(text).not.toContain('入会费2680元')
}

export function groupContract(platform: PlatformUnderTest): void {
  /** Ann, its admin, Bob and Eve in a group with the bot. */
  async function group() {
    const stage = await opened(platform)
    const greeting = await stage.found('friends', ['ann', 'bob', 'eve'])
    const [ann, bob, eve] = [stage.person('ann'), stage.person('bob'), stage.person('eve')]
    const inside = { ann: ann.in('friends'), bob: bob.in('friends'), eve: eve.in('friends') }
    return { stage, greeting, ann, bob, eve, inside }
  }
  const goOnHere = async (chat: Chat) => chat.press(labelled(await chat.say(pitch, ask), 'here'))

  test('the bot greets once when it is added, in one message', async () => {
    const { greeting, inside } = await group()
    expect(greeting).toHaveLength(1)
    expect(textOf(greeting).length).toBeGreaterThan(20)
    expect(await inside.bob.say('大家好')).toEqual([])
  })

  test('unaddressed it says nothing, whatever is written', async () => {
    const { stage, inside } = await group()
    const kept = await stage.kept()
    for (const text of ['今晚吃什么', pitch, '这是传销吗？', '1', yes, '为什么'])
      expect(await inside.bob.say(text), text).toEqual([])
    expect(await inside.bob.say(pitch, { forwarded: true })).toEqual([])
    expect(await stage.kept()).toBe(kept)
  })

  test('addressed it answers in one short message, without verdict, name or quote', async () => {
    const { inside } = await group()
    const answer = await inside.bob.say(pitch, ask)
    expect(answer).toHaveLength(1)
    expect(textOf(answer)).toContain('第七条')
    expect(textOf(answer).length).toBeLessThan(Math.min(platform.longest, 700))
    expectDiscreet(answer)
    expect(labelled(answer, 'here')).toBeDefined()
    expect(labelled(answer, 'private')).toBeDefined()
  })

  test('a question about a message of another member is about that message', async () => {
    const { inside } = await group()
    await inside.eve.say(pitch)
    const answer = await inside.bob.say('这个靠谱吗', { mention: true, replyTo: pitch })
    expect(answer).toHaveLength(1)
    expect(textOf(answer)).toContain('第七条')
    expectDiscreet(answer)
  })

  test('a message in a group delivered three times is answered once', async () => {
    const { inside } = await group()
    expect(await inside.bob.say(pitch, { mention: true, times: 3 })).toHaveLength(1)
  })

  test('danger is answered with where to turn, and no details', async () => {
    const { inside } = await group()
    const answer = await inside.bob.say('我手机被收了出不去', ask)
    expect(textOf(answer)).toContain('110')
    expect(answer).toHaveLength(1)
  })

  describe('the way to a private chat', () => {
    test('takes the offer along', async () => {
      const { bob, inside } = await group()
      const answer = await inside.bob.say(pitch, ask)
      const token = await tokenOf(answer, () => inside.bob.press(labelled(answer, 'private')))
      expect(token).toMatch(/^[\w-]{16,64}$/)
      const taken = await bob.private.say(`/start ${token}`)
      expect(textOf(taken)).toContain('2680')
      expect(choicesOf(taken)).toContain(yes)
      expect(textOf(await bob.private.press(yes))).toContain('照你说的')
      expect(textOf(await bob.private.say('/show'))).toContain('800')
    })

    test('is for the one who asked: another member is refused kindly, and it stays good', async () => {
      const { bob, eve, inside } = await group()
      const answer = await inside.bob.say(pitch, ask)
      const token = await tokenOf(answer, () => inside.bob.press(labelled(answer, 'private')))
      const refused = await eve.private.say(`/start ${token}`)
      expect(textOf(refused)).not.toBe('')
      expect(textOf(refused)).not.toMatch(/2680|第七条/u)
      expect(textOf(await eve.private.say('/show'))).not.toContain('2680')
      expect(textOf(await bob.private.say(`/start ${token}`))).toContain('2680')
    })

    test('leads somewhere once: a second time there is nothing left to take', async () => {
      const { bob, inside } = await group()
      const answer = await inside.bob.say(pitch, ask)
      const token = await tokenOf(answer, () => inside.bob.press(labelled(answer, 'private')))
      await bob.private.say(`/start ${token}`)
      await bob.private.say('/delete')
      expect(textOf(await bob.private.say(`/start ${token}`))).not.toContain('2680')
    })
  })

  describe('going on in the group', () => {
    test('is for the asker alone: a press by another is refused kindly and changes nothing', async () => {
      const { inside } = await group()
      const answer = await inside.bob.say(pitch, ask)
      const here = labelled(answer, 'here')
      const refused = await inside.eve.press(here)
      expect(textOf(refused)).not.toBe('')
      expect(choicesOf(refused)).not.toContain(yes)
      if (platform.has.asides) expect(refused.every(({ aside }) => aside)).toBe(true)
      expect(choicesOf(await inside.bob.press(here))).toContain(yes)
    })

    test('asks one question at a time, and only the asker’s answers count', async () => {
      const { inside } = await group()
      const asked = await goOnHere(inside.bob)
      expect(choicesOf(asked)).toContain(yes)
      expectDiscreet(asked)
      const refused = await inside.eve.press(yes)
      expect(textOf(refused)).not.toBe('')
      expect(choicesOf(refused)).not.toContain(wording('choice-unknown'))
      expect(await inside.eve.say('是')).toEqual([])
      const answered = await inside.bob.press(yes)
      expect(answered.length).toBeGreaterThan(0)
      expect(textOf(answered)).not.toBe(textOf(refused))
      expectDiscreet(answered)
    })

    test('leaves other members free to ask for themselves', async () => {
      const { inside } = await group()
      await goOnHere(inside.bob)
      const other = await inside.eve.say('交1999元，拉一个人返500', ask)
      expect(other).toHaveLength(1)
      expect(labelled(other, 'here')).toBeDefined()
      expect((await inside.bob.press(yes)).length).toBeGreaterThan(0)
    })
  })

  test('what is said in the group is not known in private without the way there', async () => {
    const { bob, inside } = await group()
    await inside.bob.say(pitch, ask)
    expect(textOf(await bob.private.say('/show'))).not.toContain('2680')
  })

  test('taken out of the group and added again, it greets anew', async () => {
    const { stage, greeting } = await group()
    await stage.remove('friends')
    const again = await stage.found('friends', ['ann', 'bob', 'eve'])
    expect(again.map(({ text }) => text)).toEqual(greeting.map(({ text }) => text))
  })
}
