import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { colours, tones } from '../../adapters/pictures/draw-node.ts'
import { createDrawing } from '../../adapters/pictures/draw-picture.ts'
import type { CardPicture, Picture } from '../../src/index.ts'
import { toTraditional } from '../../src/wording/speaker.ts'
import { files, knowledge } from '../ground.ts'
import { charactersOf } from './glyphs.ts'
import { pictureAfter, pictures } from './offers.ts'
import { readPng } from './png.ts'

const drawing = createDrawing((message) => {
  throw new Error(message)
})
const drawn = async (picture: Picture) => readPng(await drawing.draw(picture))

/** What stands on a margin of so many pixels left and right is the ground alone. */
const MARGIN = 40

async function expectInside(picture: Picture): Promise<void> {
  const { width, height, at } = await drawn(picture)
  const ground = at(0, 0).join()
  for (let y = 0; y < height; y += 3)
    for (let x = 0; x < MARGIN; x += 3) {
      if (at(x, y).join() !== ground || at(width - 1 - x, y).join() !== ground)
        throw new Error(`something stands on the margin at line ${y}`)
    }
}

const card = pictures.find((one): one is CardPicture => one.kind === 'card')
if (!card) throw new Error('no card')
const wordy = '每推荐一个人奖励800元，再往下三代都有提成，'.repeat(4)

describe('a picture', () => {
  test.each(pictures.map((one) => [one.kind, one.language, one] as const))('%s in %s', async (_, __, picture) => {
    const { width, height } = await drawn(picture)
    expect(width).toBe(1080)
    expect(height).toBeGreaterThan(1000)
    expect(height).toBeLessThan(3000)
    await expectInside(picture)
  })

  test.each([
    ['a long headline', { headline: wordy }],
    ['long quotes', { quotes: [wordy, 'for each friend you bring in '.repeat(6)] }],
    ['a word without end', { quotes: ['a'.repeat(400)], headline: 'X'.repeat(200) }],
    ['long names of elements', { elements: [{ name: wordy, state: 'met', told: wordy }] }],
    ['nothing quoted', { quotes: [] }],
  ] satisfies [string, Partial<CardPicture>][])('with %s stays inside', async (_, more) => {
    await expectInside({ ...card, ...more })
  })

  test.each([
    ['交1元入会，拉一个人奖100元', '有', '/money'],
    ['交99999999元入会，拉一个人奖1元', '有', '/money'],
    ['要交钱入会，拉一个人奖3000元', '有', '/money', '3000'],
  ])('of extreme figures stays inside: %s', async (...said) => expectInside(pictureAfter(...said)))

  test('is the same when it is drawn again', async () => {
    const [one, again] = [await drawing.draw(card), await drawing.draw(structuredClone(card))]
    expect(Buffer.from(one).equals(Buffer.from(again))).toBe(true)
  })
})

describe('where nothing can be drawn', () => {
  const failing = (error: Error) => {
    const troubles: string[] = []
    const made = createDrawing(
      (message) => void troubles.push(message),
      () => Promise.reject(error),
    )
    return { made, troubles }
  }
  test('because it was left out, nobody is alarmed', async () => {
    const missing = Object.assign(new Error('not found'), { code: 'ERR_MODULE_NOT_FOUND' })
    const { made, troubles } = failing(missing)
    expect(await made.isPossible()).toBe(false)
    await expect(made.draw(card)).rejects.toThrow()
    expect(troubles).toEqual([])
  })

  test('because it is broken, that is said once', async () => {
    const { made, troubles } = failing(new Error('no such machine'))
    expect([await made.isPossible(), await made.isPossible()]).toEqual([false, false])
    expect(troubles).toHaveLength(1)
  })
})

describe('the font', () => {
  const file = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'
  const has = charactersOf(createRequire(import.meta.url).resolve(file))
  const traditional = toTraditional(knowledge.traditional)
  // What stands in the other files is read, and never said.
  const said = files.filter(({ path }) => !/^(?:signals|reading|speech\/(?!card-words))/.test(path))
  const all = said.map(({ text }) => text).join('')

  test.each([
    ['Simplified and English', all],
    ['Traditional', traditional(all)],
  ])('has every character the bot says in %s', (_, text) => {
    const missing = [...new Set(text)].filter(
      (one) => /\S/u.test(one) && !/\p{Emoji_Presentation}/u.test(one) && !has(one),
    )
    expect(missing).toEqual([])
  })
})

describe('contrast', () => {
  const light = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const { ground, surface, ink, inkSoft, accent, mark, markInk } = colours
  const pairs = [
    [ink, ground],
    [inkSoft, ground],
    [inkSoft, surface],
    [accent, ground],
    [accent, '#e2f1ee'],
    [markInk, mark],
    ...Object.values(tones).flatMap(({ strong, soft }) => [
      [ink, soft],
      [strong, soft],
      [strong, surface],
      [surface, strong],
    ]),
  ]
  test.each(pairs)('%s can be read on %s', (on = '', under = '') => {
    const [dark = 0, bright = 0] = [light(on), light(under)].sort((a, b) => a - b)
    expect((bright + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(4.5)
  })
})
