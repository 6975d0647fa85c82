import { expect, test } from 'vitest'
import { choicesOf, labelled, textOf, wording } from './labels.ts'
import type { PlatformUnderTest, Seen } from './stage.ts'
import { opened, pitch } from './under-test.ts'

const yes = wording('choice-yes')
const no = wording('choice-no')

export function privateContract(platform: PlatformUnderTest): void {
  const ann = async () => (await opened(platform)).person('ann').private

  test('an offer is read, one question asked with its choices, and the answer brings the verdict with its article', async () => {
    const chat = await ann()
    const asked = await chat.say(pitch)
    expect(textOf(asked)).toContain('2680')
    expect(choicesOf(asked)).toEqual([yes, no, wording('choice-unknown')])
    const judged = await chat.press(yes)
    expect(textOf(judged)).toContain('第七条')
    expect(textOf(judged)).toContain('照你说的')
    expect(choicesOf(judged)).toContain(wording('choice-more'))
    expect(textOf(await chat.press(labelled(judged, 'more')))).toContain('2680')
  })

  test('the same in English', async () => {
    const chat = await ann()
    const asked = await chat.say('They ask 2,680 to join and pay 800 for each friend I bring')
    expect(choicesOf(asked)).toContain(wording('choice-unknown', 'en'))
    const judged = await chat.press(wording('choice-yes', 'en'))
    expect(textOf(judged)).toContain('As you describe it')
    expect(textOf(judged)).not.toMatch(/\p{Script=Han}{4}/u)
  })

  test('answers in words and by number do what the choices do', async () => {
    const [words, number] = [await ann(), await ann()]
    await words.say(pitch)
    await number.say(pitch)
    const [said, counted] = [await words.say('有'), await number.say('1')]
    expect(textOf(said)).toContain('第七条')
    expect(textOf(counted)).toContain('第七条')
  })

  test('back takes the last answer back and asks again', async () => {
    const chat = await ann()
    const asked = await chat.say(pitch)
    const question = asked.at(-1)?.text.split('\n\n').at(-1)?.split('\n')[0] ?? ''
    await chat.press(yes)
    const again = await chat.say('/back')
    expect(textOf(again)).toContain(wording('back-done'))
    expect(textOf(again)).toContain(question)
    expect(choicesOf(again)).toContain(no)
    expect(choicesOf(await chat.press(no)).length).toBeGreaterThan(0)
  })

  test('why is told, and the question asked again', async () => {
    const chat = await ann()
    const asked = await chat.say(pitch)
    const why = await chat.say('/why')
    expect(textOf(why)).not.toBe(textOf(asked))
    expect(choicesOf(why)).toContain(yes)
    expect(textOf(await chat.press(yes))).toContain('第七条')
  })

  test('the language can be chosen, and what follows is in it', async () => {
    const chat = await ann()
    await chat.say(pitch)
    const names = await chat.say('/language')
    expect(choicesOf(names)).toEqual([
      wording('language-name'),
      wording('language-name', 'zh-Hant'),
      wording('language-name', 'en'),
    ])
    const chosen = await chat.press(wording('language-name', 'en'))
    expect(choicesOf(chosen)).toContain(wording('choice-yes', 'en'))
    expect(textOf(await chat.say('/help'))).toContain(wording('help', 'en').slice(0, 20))
  })

  test('/start greets, and where an offer is open it shows where that stands', async () => {
    const chat = await ann()
    const greeted = await chat.say('/start')
    expect(textOf(greeted).length).toBeGreaterThan(20)
    expect(choicesOf(greeted)).toHaveLength(3)
    await chat.say(pitch)
    expect(choicesOf(await chat.say('/start'))).toContain(yes)
  })

  test.skipIf(platform.has.numbered)(
    'a choice of a question that has passed changes nothing and shows the one that is open',
    async () => {
      const chat = await ann()
      const greeted = await chat.say('/start')
      await chat.say(pitch)
      const shown = await chat.press(labelled(greeted, 'help', languageOf(greeted)))
      expect(choicesOf(shown)).toContain(yes)
      expect(textOf(await chat.press(yes))).toContain('第七条')
    },
  )

  test('an update delivered three times is answered once', async () => {
    const chat = await ann()
    const asked = await chat.say(pitch, { times: 3 })
    expect(new Set(asked.map(({ text }) => text)).size).toBe(asked.length)
    await chat.say('/back')
    expect(textOf(await chat.say('/show'))).not.toContain('2680')
  })

  test.skipIf(platform.has.alone)('what two people say at the same time does not mix', async () => {
    const stage = await opened(platform)
    const [one, other] = [stage.person('ann').private, stage.person('bob').private]
    const [first, second] = await Promise.all([one.say(pitch), other.say('交1999元，拉一个人返500')])
    expect(textOf(first)).toContain('2680')
    expect(textOf(first)).not.toContain('1999')
    expect(textOf(second)).toContain('1999')
    expect(textOf(second)).not.toContain('2680')
    expect(textOf(await one.say('/show'))).not.toContain('1999')
  })

  test("somebody else's words are a claim, and are answered", async () => {
    const chat = await ann()
    const asked = await chat.say('公司不收入会费，推荐一个人奖励800元', { forwarded: true })
    expect(choicesOf(asked)).toContain(yes)
    const own = textOf(await (await opened(platform)).person('bob').private.say('公司不收入会费，推荐一个人奖励800元'))
    expect(textOf(asked)).not.toBe(own)
  })

  test('what is too long for one message is cut between lines, and nothing of it is lost', async () => {
    const chat = await ann()
    const texts = manyClaims()
    for (const text of texts) await chat.say(text)
    const shown = await chat.say('/export')
    for (const { text } of shown) expect(text.length).toBeLessThanOrEqual(platform.longest)
    const lines = shown.flatMap(({ text }) => text.split('\n'))
    const json = lines.slice(lines.indexOf('{'), lines.lastIndexOf('}') + 1).filter((line) => line !== '')
    const exported: unknown = JSON.parse(json.join('\n'))
    // A line that had been cut would not come out the same. Platforms trim what begins a message.
    expect(json.map((line) => line.trim())).toEqual(
      JSON.stringify(exported, null, 2)
        .split('\n')
        .map((line) => line.trim()),
    )
    for (const text of texts) expect(json.join('\n')).toContain(text.slice(0, 8))
    if (Number.isFinite(platform.longest)) {
      expect(json.join('\n').length).toBeGreaterThan(platform.longest)
      expect(shown.length).toBeGreaterThan(1)
    }
  })

  test('on /delete nothing of it stays, and the next message begins anew', async () => {
    const stage = await opened(platform)
    const chat = stage.person('ann').private
    await chat.say(pitch)
    expect(await stage.kept()).toBe(1)
    expect(textOf(await chat.say('/delete'))).toContain(wording('deleted'))
    await expect.poll(() => stage.kept()).toBe(0)
    expect(textOf(await chat.say('/show'))).not.toContain('2680')
  })
}

const languageOf = (seen: readonly Seen[]) => (/\p{Script=Han}/u.test(textOf(seen)) ? 'zh-Hans' : 'en')

/** So many different words about one offer that all that is kept of them takes more than one message anywhere. */
const manyClaims = () =>
  Array.from({ length: 10 }, (_, n) =>
    Array.from({ length: 6 }, (_, m) => `入会费${2000 + n * 100 + m}元，推荐一个人奖励${500 + n * 20 + m}元。`).join(
      '',
    ),
  )
