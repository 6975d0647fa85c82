import {
  chmod,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bothFiles, each, filesOf, lineOf, openFolder } from './diary-files.ts'
import { temporaryFolder } from './temporary-folder.ts'

test.each<[string, (file: string) => Promise<void>]>([
  ['empty', (file) => writeFile(file, '')],
  ['cut', async (file) => truncate(file, (await stat(file)).size - 20)],
  ['filled with zeros', async (file) => writeFile(file, Buffer.alloc((await stat(file)).size))],
  ['no text', (file) => writeFile(file, Buffer.from([0xff, 0xfe, 0x00, 0xd8]))],
  ['another JSON', (file) => writeFile(file, '[]')],
  ['null', (file) => writeFile(file, 'null')],
  ['of a later format', async (file) => writeFile(file, (await lineOf(file)).replace('"format":1', '"format":2'))],
  ['with a state of another form', async (file) => writeFile(file, (await lineOf(file)).replace('"said"', '"sung"'))],
  ["another conversation's", async (file) => writeFile(file, (await lineOf(file)).replace('"key":"a"', '"key":"b"'))],
])('a file that is %s is kept aside, its person is told, and the rest goes on', async (_, damage) => {
  const folder = await temporaryFolder()
  const before = await openFolder(folder)
  await before.say('a', 'hello')
  const files = await bothFiles(folder)
  await before.say('other', 'unharmed')
  await each(files, damage)
  const damaged = await Promise.all(files.map((file) => readFile(file)))

  const { host, say, got, troubles } = await openFolder(folder)
  await host.start()
  await say('a', 'still there?', 'u2')
  expect(got).toEqual(['a/u2:0 what we said was lost', 'a/u2:1 1: still there?', 'a/u2:2 go on'])
  expect(troubles).toEqual([expect.stringContaining('.unreadable-')])
  const aside = (await filesOf(folder)).filter((name) => name.includes('.unreadable-'))
  expect(await Promise.all(aside.sort().map((name) => readFile(name)))).toEqual(damaged.reverse())
  expect(await host.peek('a')).toEqual({ said: ['still there?'] })
  expect(await host.peek('other')).toEqual({ said: ['unharmed'] })
  await host.stop()
})

test.each<[string, (file: string) => Promise<unknown>]>([
  ['damaged', (file) => truncate(file, 20)],
  ['gone', (file) => rm(file)],
])('a conversation whose file is %s goes on from its copy, and its person is told once', async (_, harm) => {
  const folder = await temporaryFolder()
  const before = await openFolder(folder)
  await before.say('a', 'hello')
  const [file, copy] = await bothFiles(folder)
  const whole = await lineOf(copy)
  await harm(file)

  const { host, say, got, troubles } = await openFolder(folder)
  await host.start()
  await say('a', 'nothing to say')
  expect(await lineOf(file)).toBe(whole.replace(/}$/, ',"restored":true}'))
  await say('a', 'again')
  await say('a', 'and again')
  expect(got.map((line) => line.replace(/.*:\d /, ''))).toEqual([
    'what we said was restored',
    '2: again',
    'go on',
    '3: and again',
    'go on',
  ])
  expect(troubles).toEqual([expect.stringContaining('copy')])
  await host.stop()
})

test('what was written before files were sealed is read', async () => {
  const folder = await temporaryFolder()
  await (await openFolder(folder)).say('a', 'hello')
  const [file, copy] = await bothFiles(folder)
  await writeFile(file, await lineOf(file))
  await rm(copy)
  const { host, say } = await openFolder(folder)
  await say('a', 'again')
  expect(await host.peek('a')).toEqual({ said: ['hello', 'again'] })
  await bothFiles(folder)
})

/** How to make a file one that the system does not give out, and what then tells it from others. */
const closed: Record<string, { close: (file: string) => Promise<void>; mark: (file: string) => Promise<unknown> }> = {
  'a folder': {
    async close(file) {
      await rm(file)
      await mkdir(file)
      await writeFile(join(file, 'inside'), 'of a folder')
    },
    mark: (file) => readFile(join(file, 'inside'), 'utf8'),
  },
  'a link to itself': {
    async close(file) {
      await rm(file)
      await symlink(file, file)
    },
    mark: async (file) => typeof (await readlink(file)),
  },
  ...(process.platform === 'linux' && {
    'on a bad sector': {
      async close(file) {
        await rm(file)
        await symlink('/proc/self/mem', file)
      },
      mark: (file) => readlink(file),
    },
  }),
  ...(process.getuid?.() !== 0 && {
    "another user's": { close: (file) => chmod(file, 0), mark: async (file) => (await stat(file)).mode & 0o777 },
  }),
}

test.each(Object.keys(closed))(
  'a file that is %s is kept aside, its person is told, and the rest goes on',
  async (kind) => {
    const { close, mark } = closed[kind] ?? expect.unreachable()
    const folder = await temporaryFolder()
    const before = await openFolder(folder)
    await before.say('a', 'hello')
    const files = await bothFiles(folder)
    await before.say('other', 'unharmed')
    await each(files, close)
    const marked = await mark(files[0])

    const { host, say, got, troubles } = await openFolder(folder)
    await host.start()
    await say('a', 'still there?', 'u2')
    expect(got).toEqual(['a/u2:0 what we said was lost', 'a/u2:1 1: still there?', 'a/u2:2 go on'])
    expect(troubles).toEqual([expect.stringContaining('.unreadable-')])
    const aside = await readdir(join(folder, 'set-aside'))
    expect(aside).toHaveLength(2)
    for (const name of aside) expect(await mark(join(folder, 'set-aside', name))).toEqual(marked)
    expect(await host.peek('a')).toEqual({ said: ['still there?'] })
    expect(await host.peek('other')).toEqual({ said: ['unharmed'] })
    await host.forget('a')
    expect(await readdir(join(folder, 'set-aside'))).toEqual([])
    await host.stop()
  },
)

test('what can be neither read nor kept aside rejects for its person only, and stays as it is', async () => {
  const folder = await temporaryFolder()
  const { host, say } = await openFolder(folder)
  await say('a', 'hello')
  const files = await bothFiles(folder)
  const [file] = files
  await each(files, (one) => rm(one))
  await each(files, (one) => mkdir(one))
  await rm(join(folder, 'set-aside'), { recursive: true })
  await writeFile(join(folder, 'set-aside'), '')
  await expect(host.submit('a', 'u2', { text: 'still there?' })).rejects.toThrow('ENOTDIR')
  expect((await lstat(file)).isDirectory()).toBe(true)
  await say('b', 'hello')
  expect(await host.peek('b')).toEqual({ said: ['hello'] })
})

test('what was set aside is never overwritten, even in the same millisecond', async () => {
  const folder = await temporaryFolder()
  const now = Date.now()
  const { say } = await openFolder(folder, { now: () => now })
  for (const n of [1, 2, 3]) {
    await say('a', `message ${n}`)
    const files = (await filesOf(folder)).filter((name) => /\.json(\.copy)?$/.test(name))
    await each(files, (file) => writeFile(file, `damage ${n}`))
  }
  await say('a', 'last')
  const aside = (await filesOf(folder)).filter((name) => name.includes('.unreadable-'))
  const texts = await Promise.all(aside.map((name) => readFile(name, 'utf8')))
  expect(texts.sort()).toEqual([1, 1, 2, 2, 3, 3].map((n) => `damage ${n}`))
})

test('an unreadable file is not passed over in silence by a message that gets no reply', async () => {
  const folder = await temporaryFolder()
  const { say, got } = await openFolder(folder)
  await say('a', 'hello')
  await each(await bothFiles(folder), (file) => writeFile(file, 'damage'))
  got.length = 0
  await say('a', 'nothing to say')
  await say('a', 'now')
  expect(got[0]).toBe('a/now:0 what we said was lost')
})
