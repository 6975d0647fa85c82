import { expect, test } from 'vitest'
import { run } from './built-program.ts'

test('help tells every command, with examples and settings', async () => {
  const { code, out, err } = await run(['--help'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  for (const word of [
    'chat',
    'serve',
    'read',
    'judge',
    'knowledge',
    'Examples',
    '--json',
    'DATA_DIR',
    'LANGUAGE',
    "the system's locale",
    'LAW',
  ])
    expect(out).toContain(word)
})

test.each(['chat', 'serve', 'read', 'judge', 'knowledge'])('%s has help of its own', async (command) => {
  const { code, out } = await run([command, '--help'])
  expect(code).toBe(0)
  expect(out).toContain(`Usage: bot ${command}`)
})

test('serve tells the settings of every platform', async () => {
  const { out } = await run(['serve', '--help'])
  for (const name of ['HOST', 'PORT', 'BOT_TOKEN', 'API_ROOT', 'WEBHOOK_URL', 'WEBHOOK_SECRET', 'WECHATY_PUPPET'])
    expect(out).toContain(name)
})

test.each([[['jugde']], [['read', '--jsn']], [['knowledge', 'more']]])(
  '%j says what is wrong and where help is',
  async (args) => {
    const { code, out, err } = await run(args)
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/^error: /)
    expect(err).toContain('bot --help')
  },
)

test('a setting that cannot be used is named, and nothing starts', async () => {
  const { code, out, err } = await run(['chat', '--json'], { LANGUAGE: 'klingon', LAW: '?' })
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toBe(
    'LANGUAGE is "klingon"; expected one of zh-Hans, zh-Hant, en\nLAW is "?"; expected the short name of a law, such as cn\n',
  )
})
