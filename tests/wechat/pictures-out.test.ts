import { expect, test } from 'vitest'
import { pictured, undrawn, words } from '../pictures/drawn.ts'
import { readPng } from '../pictures/png.ts'
import { ann, bot, key, origin } from './speaking.ts'

test('a picture comes first, then what is said of it with its choices', async () => {
  const { world, platform } = await bot()
  await platform.send(key, pictured, origin())
  const [first, second, ...rest] = world.sentTo(ann)
  expect(rest).toEqual([])
  expect(readPng(first?.picture ?? new Uint8Array()).width).toBe(1080)
  expect(second?.text).toBe('结论卡片。\n\n1. 为什么')
})

test('where it cannot be drawn, its words are sent', async () => {
  const { world, platform } = await bot()
  await platform.send(key, undrawn, origin())
  expect(world.saidTo(ann)).toEqual([`${words}\n\n1. 为什么`])
})

test('a puppet that sends no pictures sends the words', async () => {
  const { world, platform } = await bot()
  world.puppet.onSend = (_, text) => {
    if (text.endsWith('.png')) throw new Error('unsupported')
  }
  await platform.send(key, pictured, origin())
  expect(world.saidTo(ann)).toEqual([`${words}\n\n1. 为什么`])
})

test('where WeChat says that this is too fast, the picture is tried again', async () => {
  const { world, platform } = await bot()
  let left = 1
  world.puppet.onSend = () => {
    if (left-- > 0) throw new Error('操作过于频繁，请稍后再试')
  }
  const from = origin()
  await expect(platform.send(key, pictured, from)).rejects.toMatchObject({ hope: { after: 200 } })
  await platform.send(key, pictured, from)
  expect(world.sentTo(ann).map(({ picture }) => picture !== undefined)).toEqual([true, false])
})
