import { expect, test } from 'vitest'
import { choicesOf, textOf, wording } from './labels.ts'
import type { PlatformUnderTest } from './stage.ts'
import { opened, pitch } from './under-test.ts'

const yes = wording('choice-yes')

export function sendingContract(platform: PlatformUnderTest): void {
  test('told to wait, a reply comes later, and other people do not wait', async () => {
    const stage = await opened(platform)
    const order: string[] = []
    const talk = async (name: string) => {
      const shown = await stage.person(name).private.say(pitch)
      order.push(name)
      return shown
    }
    stage.trouble('busy', 1, 'ann')
    const [late, first] = await Promise.all([talk('ann'), talk('bob')])
    expect(choicesOf(late)).toContain(yes)
    expect(choicesOf(first)).toContain(yes)
    expect(order).toEqual(['bob', 'ann'])
    expect(stage.troubles).toEqual([])
  })

  test('what fails twice is delivered once', async () => {
    const stage = await opened(platform)
    stage.trouble('down', 2, 'ann')
    const asked = await stage.person('ann').private.say(pitch)
    expect(choicesOf(asked)).toContain(yes)
    expect(new Set(asked.map(({ text }) => text)).size).toBe(asked.length)
    expect(stage.troubles).toEqual([])
  })

  test('what fails for good is given up, and the next reply is not', async () => {
    const stage = await opened(platform)
    const chat = stage.person('ann').private
    stage.trouble('down', 1000, 'ann')
    expect(await chat.say(pitch)).toEqual([])
    expect(stage.troubles.join()).toMatch(/given up/)
    stage.trouble('down', 0, 'ann')
    expect(textOf(await chat.say('/show'))).toContain('2680')
  })

  test('what is refused is given up, and the chat goes on', async () => {
    const stage = await opened(platform)
    const chat = stage.person('ann').private
    stage.trouble('refuses', 1000, 'ann')
    expect(await chat.say(pitch)).toEqual([])
    stage.trouble('refuses', 0, 'ann')
    expect(stage.troubles.join()).toMatch(/given up/)
    expect(stage.troubles.join()).not.toContain('2680')
    expect(textOf(await chat.say('/show'))).toContain('2680')
    expect(choicesOf(await chat.say('/start'))).toContain(yes)
  })

  test('where the bot can speak no longer, what it kept ends quietly, and a later message begins anew', async () => {
    const stage = await opened(platform)
    const chat = stage.person('ann').private
    await chat.say(pitch)
    stage.trouble('gone', 1000, 'ann')
    expect(await chat.say('/show')).toEqual([])
    await expect.poll(() => stage.kept()).toBe(0)
    expect(stage.troubles).toEqual([])
    stage.trouble('gone', 0, 'ann')
    expect(textOf(await chat.say('/show'))).not.toContain('2680')
    expect(choicesOf(await chat.say(pitch))).toContain(yes)
  })

  test.skipIf(!platform.has.groups)(
    'in a group the bot may no longer write to, what it kept ends as well',
    async () => {
      const stage = await opened(platform)
      await stage.found('friends', ['ann', 'bob'])
      const bob = stage.person('bob').in('friends')
      await bob.say(pitch, { mention: true })
      expect(await stage.kept()).toBeGreaterThan(0)
      stage.trouble('gone', 1000)
      expect(await bob.say('交1999元，拉一个人返500', { mention: true })).toEqual([])
      await expect.poll(() => stage.kept()).toBe(0)
      expect(stage.troubles).toEqual([])
      stage.trouble('gone', 0)
      expect(textOf(await bob.say(pitch, { mention: true }))).toContain('第七条')
    },
  )
}
