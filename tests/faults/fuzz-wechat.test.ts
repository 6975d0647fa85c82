import { expect, test } from 'vitest'
import { fuzzWeChat } from './fuzz-wechat.ts'

const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31))

test(`${fuzzWeChat.name}: ${fuzzWeChat.holds} (FAULT_SEED=${seed})`, { timeout: 300_000 }, async () => {
  const { broken } = await fuzzWeChat.run(fuzzWeChat.sizes.short, seed)
  expect(broken).toEqual([])
})
