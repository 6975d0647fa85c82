import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** A file planted against each rule, beside the places it must not reach. */
const planted: Readonly<Record<string, { readonly path: string; readonly text: string }>> = {
  'src-is-pure': { path: 'src/verdict/clock.ts', text: `import 'node:fs'` },
  'src-uses-text-libraries-only': { path: 'src/reading/library.ts', text: `import 'commander'` },
  'src-knows-no-adapter': { path: 'src/dialogue/outside.ts', text: `import '../../adapters/web/page.ts'` },
  'adapters-use-the-one-door': { path: 'adapters/web/deep.ts', text: `import '../../src/verdict/inner.ts'` },
  'adapters-do-not-know-each-other': { path: 'adapters/terminal/other.ts', text: `import '../web/page.ts'` },
  'nothing-uses-tests': { path: 'adapters/web/tests.ts', text: `import '../../tests/some.ts'` },
  'knowledge-knows-no-other-room': { path: 'src/knowledge/up.ts', text: `import '../verdict/inner.ts'` },
  'verdict-and-reading-rest-on-knowledge': { path: 'src/verdict/sideways.ts', text: `import '../reading/inner.ts'` },
  'questions-rest-on-knowledge': { path: 'src/questions/up.ts', text: `import '../dialogue/inner.ts'` },
  'interview-and-wording-rest-on-the-verdict': {
    path: 'src/wording/sideways.ts',
    text: `import '../reading/inner.ts'`,
  },
  'money-rests-on-the-verdict': { path: 'src/money/sideways.ts', text: `import '../reading/inner.ts'` },
  'only-the-door-opens-the-dialogue': { path: 'src/interview/up.ts', text: `import '../dialogue/inner.ts'` },
  'no-cycles': { path: 'src/reading/one.ts', text: `import './two.ts'` },
}
const ground = [
  'adapters/web/page.ts',
  'src/verdict/inner.ts',
  'src/reading/inner.ts',
  'src/dialogue/inner.ts',
  'tests/some.ts',
  'src/index.ts',
]

let folder: string
let report: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'structure-'))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), `${text}\nexport {}\n`)
  }
  for (const path of ground) write(path, '')
  for (const { path, text } of Object.values(planted)) write(path, text)
  write('src/reading/two.ts', `import './one.ts'`)
  writeFileSync(join(folder, 'tsconfig.json'), '{}')
  writeFileSync(join(folder, 'package.json'), '{"type":"module","dependencies":{"commander":"*"}}')
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const config = join(root, '.dependency-cruiser.cjs')
  report = spawnSync(process.execPath, [cruiser, '--config', config, 'src', 'adapters'], {
    cwd: folder,
    encoding: 'utf8',
  }).stdout
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('a violation of the structure is caught', () => {
  test.each(Object.entries(planted))('%s', (rule, { path }) => {
    expect(report.split('\n').filter((line) => line.includes(path) && line.includes(`${rule}:`))).not.toEqual([])
  })
})
