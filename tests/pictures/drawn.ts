import { createDrawing } from '../../adapters/pictures/draw-picture.ts'
import type { Image, Outgoing } from '../../adapters/platform.ts'
import { pictures } from './offers.ts'

/** The real drawing; what goes wrong fails the test. */
export const drawing = createDrawing((message) => {
  throw new Error(message)
})

const [card] = pictures
if (!card) throw new Error('no picture')

export const words = '这是传销吗？\n照你说的，对得上。'
const image: Image = { name: 'card-abc.png', caption: '结论卡片。', png: () => drawing.draw(card) }
const choices = [{ id: 'more', label: '为什么' }]

/** A reply with a real picture, as platforms are given it. */
export const pictured: Outgoing = { text: words, choices, image }
/** The same where it cannot be drawn. */
export const undrawn: Outgoing = { ...pictured, image: { ...image, png: async () => undefined } }
