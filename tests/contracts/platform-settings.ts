import { expect, test } from 'vitest'
import { choicesOf, labelled, textOf, verdictWords, wording } from './labels.ts'
import type { Chat, PlatformUnderTest } from './stage.ts'
import { namesInPitch, opened, pitch } from './under-test.ts'

const ask = { mention: true } as const
const others = '加盟交1999元，发展一个下线返500元，赶紧上车'

export function settingsContract(platform: PlatformUnderTest): void {
  async function group() {
    const stage = await opened(platform)
    await stage.found('friends', ['ann', 'bob', 'eve'])
    const [admin, bob, eve] = (['ann', 'bob', 'eve'] as const).map((name) => stage.person(name).in('friends'))
    if (!admin || !bob || !eve) throw new Error('expected three people')
    return { stage, admin, bob, eve }
  }
  const panel = (chat: Chat) => chat.say('/settings', ask)
  const change = async (chat: Chat, id: string) => chat.press(labelled(await panel(chat), id))

  test('are shown to an admin, with what can be set', async () => {
    const { admin } = await group()
    const shown = await panel(admin)
    for (const id of ['set-watching', 'set-verdicts', 'set-language', 'set-quiet']) labelled(shown, id)
  })

  test('are for admins: a member is refused kindly, and cannot press them either', async () => {
    const { admin, bob } = await group()
    const refused = await panel(bob)
    expect(textOf(refused)).not.toBe('')
    expect(choicesOf(refused)).toEqual([])
    const before = await panel(admin)
    expect(textOf(await bob.press(labelled(before, 'set-watching')))).not.toBe('')
    expect(choicesOf(await panel(admin))).toEqual(choicesOf(before))
    expect(await bob.say(pitch)).toEqual([])
  })

  test('watching, turned on, gives one quiet reply to a pitch, once, and none to anything else', async () => {
    const { admin, bob, eve } = await group()
    const before = labelled(await panel(admin), 'set-watching')
    expect(await bob.say(pitch)).toEqual([])
    await change(admin, 'set-watching')
    expect(labelled(await panel(admin), 'set-watching')).not.toBe(before)
    expect(await bob.say('今晚吃什么？我请客，人均80元')).toEqual([])
    const spoken = await bob.say(pitch)
    expect(spoken).toHaveLength(1)
    expect(textOf(spoken)).not.toMatch(verdictWords)
    expect(textOf(spoken)).not.toMatch(namesInPitch)
    expect(await eve.say(pitch)).toEqual([])
    expect(await bob.say(pitch, { forwarded: true })).toEqual([])
    expect(await eve.say(others)).toHaveLength(1)
    await change(admin, 'set-watching')
    expect(labelled(await panel(admin), 'set-watching')).toBe(before)
    expect(await eve.say('入门费3980元，每人必须拉两个人')).toEqual([])
  })

  test('a reminder does not follow the ones who were told', async () => {
    const { admin, bob } = await group()
    await change(admin, 'set-watching')
    expect(await bob.say(pitch, { times: 3 })).toHaveLength(1)
  })

  test('verdicts are told in the group once an admin has turned them on', async () => {
    const { admin, bob } = await group()
    await change(admin, 'set-verdicts')
    await bob.press(labelled(await bob.say(pitch, ask), 'here'))
    const answered = await bob.press(wording('choice-yes'))
    expect(textOf(answered)).toMatch(/第七条/u)
    expect(textOf(answered)).toMatch(verdictWords)
    expect(textOf(answered)).not.toMatch(namesInPitch)
  })

  test('the language of the group is the one its admin chose', async () => {
    const { admin, bob } = await group()
    const english = wording('language-name', 'en')
    let shown = choicesOf(await panel(admin))
    const place = shown.indexOf(labelled([{ text: '', choices: shown }], 'set-language'))
    // Each press goes to the next language, and the labels with it.
    for (let left = 5; left > 0 && !shown[place]?.includes(english); left--)
      shown = choicesOf(await admin.press(shown[place] ?? ''))
    const answer = await bob.say(pitch, ask)
    expect(labelled(answer, 'here', 'en')).toBeDefined()
  })

  test('end when the bot is taken out: added again it begins with none', async () => {
    const { stage, admin, bob } = await group()
    const fresh = choicesOf(await panel(admin))
    await change(admin, 'set-watching')
    expect(choicesOf(await panel(admin))).not.toEqual(fresh)
    await stage.remove('friends')
    await stage.found('friends', ['ann', 'bob', 'eve'])
    expect(choicesOf(await panel(admin))).toEqual(fresh)
    expect(await bob.say(pitch)).toEqual([])
  })
}
