import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** Clocks, chance, waiting, the environment and the outside, each planted in the engine. */
const impure = [
  'Date.now()',
  'new Date()',
  'performance.now()',
  'console.error(1)',
  'process.env',
  'setTimeout(() => {}, 1)',
  'setInterval(() => {}, 1)',
  'setImmediate(() => {})',
  'queueMicrotask(() => {})',
  "fetch('http://localhost')",
  'crypto.randomUUID()',
  'globalThis.Date',
  'Buffer.alloc(1)',
  "require('x')",
  'Math.random()',
  "Math['random']()",
] as const
const pure = ['Math.max(1, 2)', 'Math.floor(1.5)', '[1].sort()'] as const

const rules = new Set(['lint/style/noRestrictedGlobals', 'plugin'])
let folder: string
let caught: Set<string>
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'purity-'))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const [i, code] of impure.entries()) {
    write(`src/verdict/impure-${i}.ts`, `export const found = ${code}\n`)
    write(`adapters/web/impure-${i}.ts`, `export const found = ${code}\n`)
  }
  for (const [i, code] of pure.entries()) write(`src/verdict/pure-${i}.ts`, `export const found = ${code}\n`)
  write('src/verdict/taken-apart.ts', 'const { random } = Math\nexport const found = random()\n')
  write('.gitignore', 'node_modules\n')
  for (const path of ['biome.json', 'tests/structure/no-randomness.grit']) cpSync(join(root, path), join(folder, path))
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const run = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'], {
    cwd: folder,
    encoding: 'utf8',
  })
  const { diagnostics } = JSON.parse(run.stdout) as {
    diagnostics: { category: string; location: { path: string | { file: string } } }[]
  }
  caught = new Set(
    diagnostics
      .filter(({ category }) => rules.has(category))
      .map(({ location: { path } }) => (typeof path === 'string' ? path : path.file)),
  )
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the engine is pure', () => {
  test.each(impure.map((code, i) => [code, i] as const))('%s is caught', (_, i) => {
    expect([...caught]).toContain(`src/verdict/impure-${i}.ts`)
  })
  test('chance taken out of Math is caught', () => expect([...caught]).toContain('src/verdict/taken-apart.ts'))
  test('nothing else is', () => {
    expect([...caught].filter((path) => path.includes('/pure-') || path.startsWith('adapters/'))).toEqual([])
  })
})
