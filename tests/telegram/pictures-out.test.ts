import { expect, test } from 'vitest'
import type { Outgoing } from '../../adapters/platform.ts'
import { pictured, undrawn, words } from '../pictures/drawn.ts'
import { readPng } from '../pictures/png.ts'
import { tooMany } from './fake-bot-api.ts'
import { badRequest, Refusal } from './fake-refusal.ts'
import { listening } from './listening.ts'

async function speaking() {
  const all = await listening()
  const user = String(all.ann.chat.id)
  const key = JSON.stringify(['telegram', user, user])
  const send = (reply: Outgoing) => all.telegram.send(key, reply, { update: 'm.1.', index: 0 })
  return { ...all, send }
}
const button = { inline_keyboard: [[{ text: '为什么' }]] }

test('a picture is uploaded as a photo, with its caption and the buttons under it', async () => {
  const { ann, api, send } = await speaking()
  await send(pictured)
  expect(ann.shown).toMatchObject([{ text: '结论卡片。', markup: button }])
  const [{ picture } = { picture: undefined }] = ann.shown
  expect(readPng(picture ?? new Uint8Array()).width).toBe(1080)
  const [call] = api.callsOf('sendPhoto')
  expect(call?.parameters.photo).toMatchObject({ name: 'card-abc.png' })
})

test('a caption that is too long for one goes on in messages, with the buttons under the last', async () => {
  const { ann, send } = await speaking()
  const { image } = pictured
  if (!image) throw new Error('no picture')
  await send({ ...pictured, image: { ...image, caption: '公司要求交入会费2680元。'.repeat(100) } })
  expect(ann.shown).toHaveLength(2)
  expect(ann.shown[0]?.picture).toBeDefined()
  expect(ann.shown.map(({ markup }) => markup !== undefined)).toEqual([false, true])
})

test.each([
  badRequest('IMAGE_PROCESS_FAILED'),
  badRequest('PHOTO_INVALID_DIMENSIONS'),
  badRequest('not enough rights to send photos to the chat'),
  new Refusal(413, 'Request Entity Too Large'),
])('where the photo is refused, its words are sent: %s', async (refusal) => {
  const { ann, api, send } = await speaking()
  api.plan('sendPhoto', refusal)
  await send(pictured)
  expect(ann.shown).toMatchObject([{ text: words, markup: button }])
  expect(ann.shown[0]?.picture).toBeUndefined()
})

test('where it cannot be drawn, its words are sent', async () => {
  const { ann, api, send } = await speaking()
  await send(undrawn)
  expect(ann.shown).toMatchObject([{ text: words, markup: button }])
  expect(api.callsOf('sendPhoto')).toEqual([])
})

test('where Telegram is busy or broken, it is the photo that is tried again', async () => {
  const { ann, api, send } = await speaking()
  api.plan('sendPhoto', tooMany(1))
  await expect(send(pictured)).rejects.toMatchObject({ hope: { after: 1000 } })
  api.plan('sendPhoto', new Refusal(500, 'Internal Server Error'))
  await expect(send(pictured)).rejects.toThrow('500')
  await send(pictured)
  expect(ann.shown).toHaveLength(1)
  expect(ann.shown[0]?.picture).toBeDefined()
})

test('a person who blocked the bot is gone, picture or not', async () => {
  const { api, send } = await speaking()
  api.plan('sendPhoto', new Refusal(403, 'Forbidden: bot was blocked by the user'))
  await expect(send(pictured)).rejects.toMatchObject({ hope: 'gone' })
})
