import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { createKeptPictures } from '../../adapters/terminal/kept-pictures.ts'
import { temporaryFolder } from '../hosting/temporary-folder.ts'
import { pictured } from '../pictures/drawn.ts'
import { readPng } from '../pictures/png.ts'
import { run } from './built-program.ts'

const answer = z.object({ replies: z.array(z.object({ text: z.string(), image: z.string().optional() })) })
const line = (more: object) => `${JSON.stringify({ chat: 'c', user: 'ann', kind: 'private', ...more })}\n`
const offer = [{ text: '入会费2680元，每推荐一个人奖励800元' }, { choice: 'yes' }]

async function chat(args: readonly string[], env: Record<string, string>, ...lines: object[]) {
  const { out, err } = await run(['chat', '--json', ...args], { ...env, LANGUAGE: 'zh-Hans' }, lines.map(line).join(''))
  const replies = out
    .split('\n')
    .filter(Boolean)
    .flatMap((one) => answer.parse(JSON.parse(one)).replies)
  return { err, images: replies.flatMap(({ image }) => image ?? []), replies }
}

test('a program gets the path of the picture, in a folder of its owner alone, and /delete removes it', async () => {
  const DATA_DIR = await temporaryFolder()
  const { images, err } = await chat([], { DATA_DIR }, ...offer, { text: '/card' }, { text: '/money' })
  expect(err).toBe('')
  expect(images).toHaveLength(2)
  for (const image of images) {
    expect(image.startsWith(join(DATA_DIR, 'pictures'))).toBe(true)
    expect(readPng(readFileSync(image)).width).toBe(1080)
    expect([statSync(image).mode & 0o777, statSync(dirname(image)).mode & 0o777]).toEqual([0o600, 0o700])
  }
  await chat([], { DATA_DIR }, { text: '/delete' })
  expect(readdirSync(join(DATA_DIR, 'pictures'))).toEqual([])
})

test('with --memory it stands in a temporary folder, and is deleted as well', async () => {
  const DATA_DIR = await temporaryFolder()
  const { images } = await chat(['--memory'], { DATA_DIR }, ...offer, { text: '/card' })
  expect(readPng(readFileSync(images[0] ?? '')).width).toBe(1080)
  expect(readdirSync(DATA_DIR)).toEqual([])
  const { images: gone } = await chat(['--memory'], { DATA_DIR }, ...offer, { text: '/card' }, { text: '/delete' })
  expect(existsSync(gone[0] ?? '')).toBe(false)
})

test('pictures go with the age at which conversations go', async () => {
  const folder = await temporaryFolder()
  const files = createKeptPictures(folder)
  const [old = '', fresh = ''] = [await files.keep('a', pictured.image), await files.keep('b', pictured.image)]
  const days = (count: number) => new Date(Date.now() - count * 24 * 3_600_000)
  utimesSync(old, days(31), days(31))
  utimesSync(fresh, days(29), days(29))
  await files.tidy()
  expect([existsSync(old), existsSync(fresh)]).toEqual([false, true])
})

test('where no picture can be written, the words are told', async () => {
  const DATA_DIR = await temporaryFolder()
  mkdirSync(DATA_DIR, { recursive: true })
  writeFileSync(join(DATA_DIR, 'pictures'), 'in the way')
  const { images, replies } = await chat([], { DATA_DIR }, ...offer, { text: '/card' })
  expect(images).toEqual([])
  expect(replies.at(-1)?.text).toContain('每推荐一个人奖励800元')
})
