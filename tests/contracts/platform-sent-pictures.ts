import { beforeAll, expect, test } from 'vitest'
import type { Sample } from '../pictures/sample.ts'
import { drawAll } from '../pictures/sample-files.ts'
import { samples } from '../pictures/samples.ts'
import { choicesOf, labelled, textOf, wording } from './labels.ts'
import type { PlatformUnderTest, Seen } from './stage.ts'
import { opened, pitch } from './under-test.ts'

const named = (name: string) => {
  const found = samples.find((one) => one.name === name)
  if (!found) throw new Error(`there is no sample ${name}`)
  return found
}
/** More of what the poster offers. */
const levels: Sample = {
  name: 'levels',
  language: 'zh-Hans',
  layout: 'notice',
  font: 'sans',
  lines: ['# 会员奖励', '您介绍的人再介绍别人，您还可以拿到第二代、第三代的提成。'],
  shows: { multi_level: '第三代' },
}
const drawn = [named('health club poster on red'), levels, named('wellness flyer')]
const where = (picture: number, line: number) => `（第${picture}张图第${line}行）`
const isPlain = (seen: readonly Seen[], reason: Parameters<typeof wording>[0]) => {
  expect(textOf(seen)).toContain(wording(reason))
  expect(textOf(seen)).toContain(wording('picture-paste').split('\n')[0])
}

/** What people send as a picture, read by the real reader in its own process. */
export function sentPictureContract(platform: PlatformUnderTest): void {
  const yes = wording('choice-yes')
  const ann = async () => (await opened(platform)).person('ann').private
  let [poster, more, flyer]: Buffer[] = []
  const file = (one: Buffer | undefined) => {
    if (!one) throw new Error('not drawn')
    return one
  }
  beforeAll(async () => {
    ;[poster, more, flyer] = await drawAll(drawn)
  }, 60_000)

  test('a poster is read with quotes that have their place, and goes on as text does, to the verdict', async () => {
    const chat = await ann()
    const asked = await chat.picture(file(poster))
    expect(textOf(asked)).toContain(`“入会费2680元”${where(1, 3)}`)
    expect(choicesOf(asked)).toEqual([yes, wording('choice-no'), wording('choice-unknown')])
    const judged = await chat.press(yes)
    expect(textOf(judged)).toContain('第七条')
    expect(textOf(await chat.press(labelled(judged, 'more')))).toContain(where(1, 3))
  })

  test('several are one offer, each quote with the number of its picture', async () => {
    const chat = await ann()
    const told = textOf(await chat.picture(file(poster), file(more)))
    expect(told).toContain('（第1张图第')
    expect(told).toContain('（第2张图第')
    const shown = textOf(await chat.say('/show'))
    expect(shown).toContain('（第1张图第')
    expect(shown).toContain('（第2张图第')
  })

  test('one in English is answered in English', async () => {
    const asked = await (await ann()).picture(file(flyer))
    expect(textOf(asked)).toContain('picture 1, line')
    expect(choicesOf(asked)).toContain(wording('choice-unknown', 'en'))
  })

  test('what is no picture, is broken or too large is answered plainly, and the conversation goes on', async () => {
    const chat = await ann()
    await chat.say(pitch)
    isPlain(await chat.picture(Buffer.from('not at all')), 'picture-not-a-picture')
    isPlain(await chat.picture(file(poster).subarray(0, file(poster).length >> 1)), 'picture-broken')
    isPlain(await chat.picture(Buffer.concat([file(poster), Buffer.alloc(10_000_001)])), 'picture-bytes')
    expect(textOf(await chat.press(yes))).toContain('第七条')
  })
}
