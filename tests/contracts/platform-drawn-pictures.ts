import { expect, test } from 'vitest'
import type { Language } from '../../src/index.ts'
import { readPng } from '../pictures/png.ts'
import { choicesOf, labelled, textOf, wording } from './labels.ts'
import type { Chat, PlatformUnderTest, Seen } from './stage.ts'
import { namesInPitch, opened, pitch, tokenOf } from './under-test.ts'

const pictureIn = (seen: readonly Seen[]) => seen.flatMap(({ picture }) => (picture ? [readPng(picture)] : []))

/** Made for phones: as wide as they show it, and not so long that they shrink it to a thread. */
function expectPicture(seen: readonly Seen[]): void {
  const found = pictureIn(seen)
  expect(found).toHaveLength(1)
  for (const { width, height } of found) {
    expect(width).toBe(1080)
    expect(height).toBeGreaterThan(1000)
    expect(height).toBeLessThan(3 * width)
  }
}

/** With the picture stands a word about it, or at a terminal all that it shows. */
const expectWords = (seen: readonly Seen[], language?: Language) =>
  expect(
    [wording('card-caption', language), wording('card-title', language)].filter((words) =>
      textOf(seen).includes(words),
    ),
  ).not.toEqual([])

const noDrawing = { isPossible: async () => false, draw: async () => new Uint8Array() }

export function drawnPictureContract(platform: PlatformUnderTest): void {
  const ann = async () => (await opened(platform)).person('ann').private
  const judged = async (chat: Chat, offer = pitch, yes = wording('choice-yes')) => {
    await chat.say(offer)
    return chat.press(yes)
  }

  test('a card asked for by its button is a picture, with a word about it and the ways on', async () => {
    const chat = await ann()
    const card = await chat.press(labelled(await judged(chat), 'card'))
    expectPicture(card)
    expectWords(card)
    expect(textOf(card)).not.toMatch(namesInPitch)
    expect(textOf(await chat.press(labelled(card, 'more')))).toContain('2680')
  })

  test('by command and in words, in English and Traditional Chinese', async () => {
    const [english, hant] = [await ann(), await ann()]
    await judged(english, 'They ask 2,680 to join and pay 800 for each friend I bring', wording('choice-yes', 'en'))
    const card = await english.say('send me the card')
    expectPicture(card)
    expectWords(card, 'en')
    expect(textOf(card)).not.toMatch(/\p{Script=Han}{4}/u)
    await judged(hant, '繳2680元入會，每介紹一位新會員獎600元', wording('choice-yes', 'zh-Hant'))
    expectPicture(await hant.say('/card'))
  })

  test('before the verdict there is none; that is said, and the question stands', async () => {
    const chat = await ann()
    expect(pictureIn(await chat.say('/card'))).toEqual([])
    await chat.say(pitch)
    const early = await chat.say('/card')
    expect(pictureIn(early)).toEqual([])
    expect(textOf(early)).toContain(wording('not-yet'))
    expect(textOf(await chat.press(wording('choice-yes')))).toContain('第七条')
  })

  test('the money picture asks for the figure that is missing, takes it in words, and is drawn', async () => {
    const chat = await ann()
    await judged(chat, '要先交钱入会，下面的人再拉也有钱')
    const asked = await chat.say('/money')
    expect(pictureIn(asked)).toEqual([])
    expect(choicesOf(asked)).toEqual([wording('choice-unknown')])
    const reward = await chat.say('2680')
    expect(choicesOf(reward)).toEqual([wording('choice-unknown')])
    const money = await chat.say('600元')
    expectPicture(money)
    expect(textOf(money)).toContain('5')
    expect(textOf(money)).toContain('80%')
  })

  test('"I don\'t know" to that figure loses nothing', async () => {
    const chat = await ann()
    await judged(chat, '要先交钱入会，下面的人再拉也有钱')
    await chat.say('/money')
    const unknown = await chat.say(wording('choice-unknown'))
    expect(textOf(unknown)).toContain(wording('money-missing'))
    expectPicture(await chat.press(labelled(unknown, 'card')))
  })

  test('where nothing can be drawn, the words are told', async () => {
    const chat = (await opened(platform, noDrawing)).person('ann').private
    const card = await chat.press(labelled(await judged(chat), 'card'))
    expect(pictureIn(card)).toEqual([])
    expect(textOf(card)).toContain(wording('card-title'))
    expect(textOf(card)).toContain('每推荐一个人奖励800元')
    expect(textOf(card)).not.toMatch(namesInPitch)
    expect(choicesOf(card)).toContain(wording('choice-more'))
  })

  test.skipIf(!platform.has.groups)('in a group a card is refused kindly, and given in private', async () => {
    const stage = await opened(platform)
    await stage.found('family', ['ann', 'bob', 'eve'])
    const group = stage.person('bob').in('family')
    await group.say(pitch, { mention: true })
    const refused = await group.say('/card', { mention: true })
    expect(pictureIn(refused)).toEqual([])
    expect(textOf(refused)).toContain(wording('group-in-private'))
    const chat = stage.person('bob').private
    await chat.say(`/start ${await tokenOf(refused, () => group.press(wording('choice-private')))}`)
    await chat.press(wording('choice-yes'))
    expectPicture(await chat.say('/card'))
  })
}
