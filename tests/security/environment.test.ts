import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSettings } from '../../adapters/settings.ts'

const sources = ['src', 'adapters'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|mjs)$/.test(name))
    .map((name) => join(folder, name)),
)
const having = (pattern: RegExp) => sources.filter((path) => pattern.test(readFileSync(path, 'utf8'))).sort()

describe('secrets come from the environment alone', () => {
  test('it is read at the start, and by the process that reads pictures, which is given no secret', () => {
    expect(having(/process\.env\b/)).toEqual([
      'adapters/pictures/child.ts',
      'adapters/pictures/worker.ts',
      'adapters/start.ts',
    ])
    const [, given = ''] = /\benv: \{([^}]*)\}/.exec(readFileSync('adapters/pictures/child.ts', 'utf8')) ?? []
    expect(given).not.toMatch(/TOKEN|SECRET|\.\.\./)
  })
  test('no option of the command line takes one, and no file is read for one', () => {
    expect(readFileSync('adapters/terminal/program.ts', 'utf8')).not.toMatch(/option\([^)]*(?:token|secret|password)/i)
    expect(having(/dotenv|loadEnvFile/)).toEqual([])
  })
  test.each(['TELEGRAM_BOT_TOKEN', 'TELEGRAM_WEBHOOK_SECRET'])('%s is not shown where it cannot be used', (name) => {
    const wrong = 'wrong secret: with spaces!'
    const url = 'https://bot.example/hook'
    const token = '123456789:abcdefghijklmnopqrstuvwxyz012345678'
    const env = {
      TELEGRAM_BOT_TOKEN: token,
      TELEGRAM_WEBHOOK_URL: url,
      TELEGRAM_WEBHOOK_SECRET: 'right',
      [name]: wrong,
    }
    const message = (() => {
      try {
        readSettings(env)
      } catch (error) {
        return error instanceof Error ? error.message : ''
      }
      return undefined
    })()
    expect(message).toContain(name)
    expect(message).not.toContain(wrong)
  })
})
