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
  utimes,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { Deliver } from '../../adapters/hosting/host.ts'
import { keepDiary, type Note } from '../contracts/diary.ts'
import { diaryHost, openDiaries } from './diary-host.ts'
import { temporaryFolder } from './temporary-folder.ts'

const day = 24 * 3_600_000

/** A host over `folder`, with what it delivered and what troubled it. */
async function open(folder: string, more: Parameters<typeof diaryHost>[2] & { deliver?: Deliver<Note> } = {}) {
  const got: string[] = []
  const troubles: string[] = []
  const deliver: Deliver<Note> = async (key, { text }, { update, index }) => {
    got.push(`${key}/${update}:${index} ${text}`)
  }
  const onTrouble = (message: string) => troubles.push(message)
  const host = diaryHost(await openDiaries(folder), more.deliver ?? deliver, { onTrouble, ...more })
  const say = async (key: string, text: string, update = text) => (await host.submit(key, update, { text })).delivered
  return { host, say, got, troubles }
}

const filesOf = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
/** The file and the copy of the only conversation there is. */
const bothFiles = async (folder: string) => {
  const [file, copy, ...others] = (await filesOf(folder)).sort()
  if (file === undefined || copy !== `${file}.copy` || others.length > 0)
    throw new Error(`expected a file and its copy, found ${others.length + 2}`)
  return [file, copy] as const
}
const onlyFile = async (folder: string) => (await bothFiles(folder))[0]
const each = async (files: readonly string[], work: (file: string) => Promise<unknown>) => {
  for (const file of files) await work(file)
}

afterEach(() => {
  vi.useRealTimers()
})

test('a conversation is a file and its copy that only their owner can read, in a folder that only its owner can enter', async () => {
  const folder = join(await temporaryFolder(), 'conversations')
  const { say } = await open(folder)
  await say('a', 'hello')
  await say('a', 'there')
  for (const file of await bothFiles(folder)) expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
})

test('a conversation goes on in the next process', async () => {
  const folder = await temporaryFolder()
  await (await open(folder)).say('a', 'hello')
  const { say, got, host } = await open(folder)
  await host.start()
  await say('a', 'hello')
  await say('a', 'again')
  expect(got).toEqual(['a/again:0 2: again', 'a/again:1 go on'])
  await host.stop()
})

test('replies that were not handed over are delivered at the next start, under the same origin', async () => {
  const folder = await temporaryFolder()
  const first = await open(folder, { deliver: () => Promise.reject(new Error('no network')), retryAfter: [day] })
  await first.host.submit('a', 'u1', { text: 'hello' })
  await first.host.stop()

  const other = await open(folder, { reaches: (key) => key !== 'a' })
  await other.host.start()
  await other.host.stop()
  expect(other.got).toEqual([])

  const second = await open(folder)
  await second.host.start()
  await second.host.stop()
  expect(second.got).toEqual(['a/u1:0 1: hello', 'a/u1:1 go on'])

  const third = await open(folder)
  await third.host.start()
  await third.host.stop()
  expect(third.got).toEqual([])
})

test('an update sent again while its replies wait is delivered, not taken again', async () => {
  const folder = await temporaryFolder()
  const first = await open(folder, { deliver: () => Promise.reject(new Error('no network')), retryAfter: [day] })
  await first.host.submit('a', 'u1', { text: 'hello' })
  await first.host.stop()
  const second = await open(folder)
  await second.say('a', 'hello again', 'u1')
  expect(second.got).toEqual(['a/u1:0 1: hello', 'a/u1:1 go on'])
  expect(await second.host.peek('a')).toEqual({ said: ['hello'] })
})

test('the last words of a conversation that ended survive a crash, and nothing else does', async () => {
  const folder = await temporaryFolder()
  const first = await open(folder)
  await first.say('a', 'my secret', 'u1')
  const crashed = await open(folder, { deliver: () => Promise.reject(new Error('no network')), retryAfter: [day] })
  await crashed.host.submit('a', 'u2', { text: 'forget me' })
  expect(await readFile(await onlyFile(folder), 'utf8')).not.toContain('my secret')
  await crashed.host.stop()
  const second = await open(folder)
  await second.host.start()
  await second.host.stop()
  expect(second.got).toEqual(['a/u2:0 forgotten'])
  expect(await filesOf(folder)).toEqual([])
})

test('an update is counted once for 48 hours', async () => {
  const folder = await temporaryFolder()
  let time = Date.now()
  const { say, host } = await open(folder, { now: () => time })
  await say('a', 'hello', 'u1')
  time += 47 * 3_600_000
  await say('a', 'hello', 'u1')
  await say('a', 'again', 'u2')
  expect(await host.peek('a')).toEqual({ said: ['hello', 'again'] })
  time += 2 * 3_600_000
  await say('a', 'third', 'u3')
  expect(await readFile(await onlyFile(folder), 'utf8')).not.toContain('u1')
})

/** What is kept in a file, without its checksum. */
const lineOf = async (file: string) => (await readFile(file, 'utf8')).split('\n')[0] ?? ''

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
  const before = await open(folder)
  await before.say('a', 'hello')
  const files = await bothFiles(folder)
  await before.say('other', 'unharmed')
  await each(files, damage)
  const damaged = await Promise.all(files.map((file) => readFile(file)))

  const { host, say, got, troubles } = await open(folder)
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
    const before = await open(folder)
    await before.say('a', 'hello')
    const files = await bothFiles(folder)
    await before.say('other', 'unharmed')
    await each(files, close)
    const marked = await mark(files[0])

    const { host, say, got, troubles } = await open(folder)
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
  const { host, say } = await open(folder)
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

test('what cannot be removed after 30 days is troubled about, and the host starts', async () => {
  const folder = await temporaryFolder()
  const store = await openDiaries(folder)
  const troubles: string[] = []
  const host = diaryHost({ ...store, discard: () => Promise.reject(new Error('EACCES')) }, async () => {}, {
    onTrouble: (message) => troubles.push(message),
  })
  await host.start()
  expect(troubles).toEqual([expect.stringContaining('could not be removed')])
  await host.submit('a', 'u1', { text: 'hello' })
  await host.stop()
})

test('what was set aside is never overwritten, even in the same millisecond', async () => {
  const folder = await temporaryFolder()
  const now = Date.now()
  const { say } = await open(folder, { now: () => now })
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
  const { say, got } = await open(folder)
  await say('a', 'hello')
  await each(await bothFiles(folder), (file) => writeFile(file, 'damage'))
  got.length = 0
  await say('a', 'nothing to say')
  await say('a', 'now')
  expect(got[0]).toBe('a/now:0 what we said was lost')
})

test('forget leaves no byte: no file, no copy set aside, no draft', async () => {
  const folder = await temporaryFolder()
  const { host, say } = await open(folder)
  await say('a', 'my secret')
  const files = await bothFiles(folder)
  await each(files, (file) => writeFile(file, 'my secret, damaged'))
  await say('a', 'my secret again')
  await each(files, (file) => writeFile(`${file}.tmp`, 'my secret, unfinished'))
  await say('b', 'stays')
  expect(await filesOf(folder)).toHaveLength(8)
  await host.forget('a')
  const left = await Promise.all((await filesOf(folder)).map((name) => readFile(name, 'utf8')))
  expect(left).toHaveLength(2)
  expect(left.join()).not.toContain('secret')
})

test('what a crash left unfinished is removed when the store is opened', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'abc.json.tmp'), 'half a conver')
  await openDiaries(folder)
  expect(await filesOf(folder)).toEqual([])
})

test('conversations idle for 30 days are removed at start and every hour, unreadable and set aside ones too', async () => {
  const folder = await temporaryFolder()
  let time = Date.now()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const before = await open(folder, { now: () => time })
  for (const key of ['idle', 'busy', 'damaged']) await before.say(key, 'hello')
  const longAgo = new Date(time - 31 * day)
  await writeFile(join(folder, 'f00.json'), 'damage')
  await writeFile(join(folder, 'set-aside', 'f00.json.unreadable-2026'), 'damage')
  await writeFile(join(folder, 'set-aside', 'f01.json.unreadable-2026'), 'fresh damage')
  for (const name of ['f00.json', 'set-aside/f00.json.unreadable-2026'])
    await utimes(join(folder, name), longAgo, longAgo)

  time += 29 * day
  const { host, say } = await open(folder, { now: () => time })
  await host.start()
  await say('busy', 'still here')
  expect(await host.peek('idle')).toEqual({ said: ['hello'] })
  expect((await filesOf(folder)).join()).not.toContain('f00.json')
  expect((await filesOf(folder)).join()).toContain('f01.json.unreadable-2026')

  time += 2 * day
  await vi.advanceTimersByTimeAsync(3_600_000)
  await vi.waitFor(async () => expect(await filesOf(folder)).toHaveLength(2))
  expect(await host.peek('busy')).toEqual({ said: ['hello', 'still here'] })
  await host.stop()
})

test('a write that fails rejects and leaves what was there', async () => {
  const folder = await temporaryFolder()
  const { host, say, got } = await open(folder)
  await say('a', 'hello')
  const file = await onlyFile(folder)
  await mkdir(`${file}.tmp`)
  got.length = 0
  await expect(host.submit('a', 'u2', { text: 'lost?' })).rejects.toThrow()
  expect(await host.peek('a')).toEqual({ said: ['hello'] })
  expect(got).toEqual([])
  await rm(`${file}.tmp`, { recursive: true })
  await say('a', 'now', 'u2')
  expect(await host.peek('a')).toEqual({ said: ['hello', 'now'] })
})

test('a conversation that cannot be noted as delivered is troubled about, and its replies come again', async () => {
  const folder = await temporaryFolder()
  const store = await openDiaries(folder)
  let writes = 0
  const failing = {
    ...store,
    write: (kept: Parameters<typeof store.write>[0]) =>
      ++writes === 2 ? Promise.reject(new Error('disk full')) : store.write(kept),
  }
  const troubles: string[] = []
  const got: string[] = []
  const host = diaryHost(failing, async (_, { text }) => void got.push(text), {
    turn: keepDiary,
    onTrouble: (message) => troubles.push(message),
  })
  await (await host.submit('a', 'u1', { text: 'hello' })).delivered
  expect(troubles).toEqual([expect.stringContaining('could not be noted as sent')])
  await (await host.submit('a', 'u1', { text: 'hello' })).delivered
  expect(got).toEqual(['1: hello', 'go on', '1: hello', 'go on'])
})
