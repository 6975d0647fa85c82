import { expect, test } from 'vitest'
import { fuzzTelegram } from './fuzz-telegram.ts'

const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31))

test(`${fuzzTelegram.name}: ${fuzzTelegram.holds} (FAULT_SEED=${seed})`, { timeout: 300_000 }, async () => {
  const { broken } = await fuzzTelegram.run(fuzzTelegram.sizes.short, seed)
  expect(broken).toEqual([])
})
