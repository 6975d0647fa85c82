import { expect, test } from 'vitest'
import { fuzzTerminal } from './fuzz-terminal.ts'

const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 31))

test(`${fuzzTerminal.name}: ${fuzzTerminal.holds} (FAULT_SEED=${seed})`, { timeout: 300_000 }, async () => {
  const { broken } = await fuzzTerminal.run(fuzzTerminal.sizes.short, seed)
  expect(broken).toEqual([])
})
