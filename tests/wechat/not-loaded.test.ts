import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { expect, onTestFinished, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const isLibrary = (path: string) => /^(wechaty|file-box)|node_modules\/(wechaty|file-box|memory-card)/.test(path)

/** Everything the bundle of this file imports, and how. */
async function importsOf(entry: string, outdir: string) {
  const { metafile } = await build({
    entryPoints: [join(root, entry)],
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['wechaty', 'file-box', '@takumi-rs/core'],
    outdir,
    banner: {
      js: "import{createRequire as _createRequire}from'node:module';const require=_createRequire(import.meta.url);",
    },
    metafile: true,
    logLevel: 'silent',
  })
  return Object.values(metafile.inputs).flatMap(({ imports }) => imports)
}

async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'wechat-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

test('nothing the program loads at its start loads wechaty: it is imported once, when WeChat is started', async () => {
  const folder = await temporaryFolder()
  const own = (await importsOf('adapters/wechat/wechat.ts', folder)).filter(({ path }) => isLibrary(path))
  expect(own.map(({ path, kind }) => [path, kind])).toEqual([
    ['wechaty', 'dynamic-import'],
    ['file-box', 'dynamic-import'],
  ])
  const program = (await importsOf('adapters/start.ts', folder)).filter(({ path }) => isLibrary(path))
  expect(program.filter(({ kind }) => kind !== 'dynamic-import')).toEqual([])
})

test('nor the renderer of pictures: it is imported once, with the first picture', async () => {
  const program = await importsOf('adapters/start.ts', await temporaryFolder())
  const renderer = program.filter(({ path }) => path.includes('@takumi-rs'))
  expect(renderer.map(({ kind }) => kind)).toEqual(['dynamic-import'])
})

test('built, and without the optional packages, it says how to install them', async () => {
  const folder = await temporaryFolder()
  await importsOf('adapters/wechat/wechat.ts', folder)
  // Looked for from a folder that does not exist: above the temporary one, there may be packages.
  const nowhere = `export const resolve = (name, context, next) =>
    next(name, name === 'wechaty' ? { ...context, parentURL: 'file:///nowhere/bot/start.js' } : context)`
  const program = `
    import { register } from 'node:module'
    register('data:text/javascript,' + ${JSON.stringify(encodeURIComponent(nowhere))})
    const { createWeChat } = await import(${JSON.stringify(pathToFileURL(join(folder, 'wechat.js')).href)})
    const platform = createWeChat({ puppet: 'wechaty-puppet-mock', onTrouble() {}, show() {} })
    await platform.start(async () => {}).catch(({ name, message }) => console.log(name + ': ' + message))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    cwd: folder,
  })
  expect(stdout).toBe(
    'SettingsError: WECHATY_PUPPET: wechaty itself is not installed; run npm install --include=optional, or unset WECHATY_PUPPET\n',
  )
})

test('built, it draws the login code', async () => {
  const folder = await temporaryFolder()
  await importsOf('adapters/wechat/login.ts', folder)
  const program = `
    const { showLogin } = await import(${JSON.stringify(pathToFileURL(join(folder, 'login.js')).href)})
    const bot = { on: (event, listener) => event === 'scan' && listener('https://login.example/1', 2) }
    showLogin({ ScanStatus: { 2: 'Waiting' } }, bot, (text) => console.log(text))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    cwd: folder,
  })
  expect(stdout).toMatch(/[▀▄█]{10}/u)
})
