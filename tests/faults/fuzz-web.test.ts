import { expect, test } from 'vitest'
import { fuzzWeb } from './fuzz-web.ts'

const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31))

test(`${fuzzWeb.name}: ${fuzzWeb.holds} (FAULT_SEED=${seed})`, { timeout: 300_000 }, async () => {
  const { broken } = await fuzzWeb.run(fuzzWeb.sizes.short, seed)
  expect(broken).toEqual([])
})
