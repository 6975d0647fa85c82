import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { PuppetMock } from 'wechaty-puppet-mock'
import { SettingsError } from '../../adapters/settings.ts'
import { loadPuppet } from '../../adapters/wechat/puppet.ts'

const missing = (name: string) =>
  Object.assign(new Error(`Cannot find package '${name}' imported from /bot/dist`), { code: 'ERR_MODULE_NOT_FOUND' })

async function refusal(loading: Promise<unknown>): Promise<string> {
  const error = await loading.then(
    () => undefined,
    (cause: unknown) => cause,
  )
  expect(error).toBeInstanceOf(SettingsError)
  const message = error instanceof Error ? error.message : ''
  expect(message).not.toContain('\n')
  expect(message.length).toBeLessThan(400)
  return message
}

test('any installed puppet is loaded by its name', async () => {
  const { puppet, bot } = await loadPuppet({ puppet: 'wechaty-puppet-mock' })
  expect(puppet).toBeInstanceOf(PuppetMock)
  await bot.start()
  await bot.stop()
})

test('a puppet that is not installed is named with the mend', async () => {
  expect(await refusal(loadPuppet({ puppet: 'wechaty-puppet-nowhere' }))).toBe(
    'WECHATY_PUPPET: wechaty-puppet-nowhere is not installed; npm install it, or unset WECHATY_PUPPET',
  )
})

test('a puppet that misses something of its own is not called missing itself', async () => {
  const load = () => Promise.reject(missing('puppeteer'))
  expect(await refusal(loadPuppet({ puppet: 'wechaty-puppet-broken' }, load))).toMatch(
    /broken could not be loaded.*puppeteer/,
  )
})

test('a package that is no puppet is called that', async () => {
  for (const module of [{}, { default: () => {} }, { default: class {} }, undefined, { default: { default: 'x' } }])
    expect(await refusal(loadPuppet({ puppet: 'left-pad' }, async () => module))).toContain('left-pad is no puppet')
})

test('a puppet in the older module format is found', async () => {
  const { puppet } = await loadPuppet({ puppet: 'old' }, async () => ({ default: { default: PuppetMock } }))
  expect(puppet).toBeInstanceOf(PuppetMock)
})

test('a puppet without its token says which, on one line, and nothing else is written', async () => {
  vi.stubEnv('WECHATY_PUPPET_SERVICE_TOKEN', undefined)
  const written = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => {
    vi.unstubAllEnvs()
    written.mockRestore()
  })
  expect(await refusal(loadPuppet({ puppet: 'wechaty-puppet-service' }))).toMatch(
    /^WECHATY_PUPPET: wechaty-puppet-service needs a setting of its own: .*WECHATY_PUPPET_SERVICE_TOKEN not found$/,
  )
  expect(written).not.toHaveBeenCalled()
})

test('without wechaty, how to install it is said', async () => {
  const without = () => Promise.reject(missing('wechaty'))
  expect(await refusal(loadPuppet({ puppet: 'wechaty-puppet-mock' }, undefined, without))).toBe(
    'WECHATY_PUPPET: wechaty itself is not installed; run npm install --include=optional, or unset WECHATY_PUPPET',
  )
})

test('the login is kept where only this user can read it, and read again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wechat-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const loginFile = join(folder, 'wechat-login')
  const open = async () => {
    const puppet = new PuppetMock()
    const { bot } = await loadPuppet({ puppet, loginFile })
    await bot.init()
    return puppet.memory
  }
  const memory = await open()
  await memory.set('cookie', 'secret')
  await memory.save()
  const file = `${loginFile}.memory-card.json`
  expect(await readFile(file, 'utf8')).toContain('secret')
  expect((await stat(file)).mode & 0o077).toBe(0)
  expect(await (await open()).get('cookie')).toBe('secret')
})

test('the library writes no log of its own', async () => {
  const { library } = await loadPuppet({ puppet: new PuppetMock() })
  expect(library.log.level()).toBe('silent')
})
