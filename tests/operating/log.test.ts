import { expect, test } from 'vitest'
import { Undelivered } from '../../adapters/hosting/host.ts'
import { createPlainLog } from '../../adapters/operating/log.ts'
import { createServiceLog } from '../../adapters/operating/service-log.ts'
import { withoutSecrets } from '../../adapters/operating/without-secrets.ts'

const written = () => {
  const lines: string[] = []
  return { lines, write: (line: string) => void lines.push(line) }
}

test('a service writes one line of JSON for each, with level, time and message', () => {
  const { lines, write } = written()
  const log = createServiceLog(write)
  log.note('started', { platforms: ['web'] })
  log.detail('too much to tell')
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    platforms: ['web'],
    msg: 'started',
  })
  expect(lines[0]).toMatch(/[^\n]\n$/)
})

test('of a cause it tells kind, code and places, and never the message, which may repeat what someone wrote', () => {
  const { lines, write } = written()
  const log = createServiceLog(write)
  const told = (cause: unknown) => {
    log.trouble('it went wrong', cause)
    return JSON.parse(lines.at(-1) ?? '')
  }
  expect(
    told(Object.assign(new TypeError('王金丝雀 paid\n    at once (/her/bank.ts:1:2)'), { code: 'ENOSPC' })),
  ).toEqual({
    level: 'error',
    time: expect.any(String),
    cause: 'TypeError',
    code: 'ENOSPC',
    at: expect.arrayContaining([expect.stringMatching(/log\.test\.ts:\d+:\d+$/)]),
    msg: 'it went wrong',
  })
  try {
    JSON.parse('王金丝雀 paid')
  } catch (error) {
    expect(told(error)).toMatchObject({ cause: 'SyntaxError' })
  }
  const renamed = new Error('王金丝雀 paid\n    at once (/her/bank.ts:1:2)')
  renamed.message = 'another'
  renamed.name = '王金丝雀'
  expect(told(Object.assign(renamed, { code: '王金丝雀 paid' }))).toMatchObject({ cause: 'Error' })
  expect(told(new Undelivered('Telegram answered 400', 'never'))).toMatchObject({ reason: 'Telegram answered 400' })
  told('王金丝雀 paid')
  told(undefined)
  expect(lines.join('')).not.toMatch(/王金丝雀|paid|bank/)
})

test('LOG_LEVEL says how much, for a service and for a person', () => {
  for (const create of [createServiceLog, createPlainLog]) {
    const told = (level: Parameters<typeof create>[1]) => {
      const { lines, write } = written()
      const log = create(write, level)
      log.fatal('a')
      log.trouble('b')
      log.note('c')
      log.detail('d')
      return lines.length
    }
    expect([told('silent'), told('fatal'), told('error'), told('warn'), told('info'), told('debug')]).toEqual([
      0, 1, 2, 2, 3, 4,
    ])
  }
})

test('for a person it is words', () => {
  const { lines, write } = written()
  const log = createPlainLog(write, 'info')
  log.trouble('a picture could not be drawn', Object.assign(new Error('no'), { code: 'ENOENT' }))
  log.note('started', { platforms: ['web', 'telegram'] })
  expect(lines).toEqual(['bot: a picture could not be drawn (ENOENT)\n', 'bot: started platforms=web,telegram\n'])
})

test('no secret of the environment is written, whatever brings it along', () => {
  const { lines, write } = written()
  const secrets = {
    TELEGRAM_BOT_TOKEN: '123:abcdefgh"ij',
    WECHATY_PUPPET_SERVICE_TOKEN: 'puppet_0123',
    SHORT_TOKEN: 'ab',
  }
  const log = createServiceLog(withoutSecrets({ ...secrets, HOME: '/home/somebody' }, write))
  log.trouble('https://api/bot123:abcdefgh"ij/getMe: puppet_0123 of /home/somebody is about')
  expect(lines.join('')).toContain('https://api/bot[secret]/getMe: [secret] of /home/somebody is about')
})
