import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import manifest from '../../../package.json' with { type: 'json' }
import { botOn, keys } from './bot-on.ts'

/** Keeps a store as this version writes it: once for each release, before it (npm run keep:store). */
const folder = fileURLToPath(new URL(manifest.version, import.meta.url))
await rm(folder, { recursive: true, force: true })
const bot = await botOn(folder, keys.waiting)
const pitch = '交2680元入会费就能开店，名额有限'
const say = async (key: string, update: string, text: string) =>
  (await bot.submit(key, update, { kind: 'private', text })).delivered

await say(keys.interview, '1', pitch)
await say(keys.concluded, '1', 'joining fee is 800, 150 for every person you sign up, you must recruit two people')
const asked = { kind: 'group', user: '4', mentioned: true, text: '这个靠谱吗', quoted: pitch } as const
await (await bot.submit(keys.group, '1', asked)).delivered
// Its replies cannot be sent, and wait for the next start.
await bot.submit(keys.waiting, '1', { kind: 'private', text: '這個要先交3000元入會費，拉一個人給500' })
await bot.stop()
