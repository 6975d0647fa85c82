import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { keepDiary } from '../contracts/diary.ts'
import { bothFiles, each, filesOf, onlyFile, openFolder } from './diary-files.ts'
import { diaryHost, openDiaries } from './diary-host.ts'
import { temporaryFolder } from './temporary-folder.ts'

const day = 24 * 3_600_000

afterEach(() => {
  vi.useRealTimers()
})

test('a conversation is a file and its copy that only their owner can read, in a folder that only its owner can enter', async () => {
  const folder = join(await temporaryFolder(), 'conversations')
  const { say } = await openFolder(folder)
  await say('a', 'hello')
  await say('a', 'there')
  for (const file of await bothFiles(folder)) expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
})

test('a conversation goes on in the next process', async () => {
  const folder = await temporaryFolder()
  await (await openFolder(folder)).say('a', 'hello')
  const { say, got, host } = await openFolder(folder)
  await host.start()
  await say('a', 'hello')
  await say('a', 'again')
  expect(got).toEqual(['a/again:0 2: again', 'a/again:1 go on'])
  await host.stop()
})

test('replies that were not handed over are delivered at the next start, under the same origin', async () => {
  const folder = await temporaryFolder()
  const first = await openFolder(folder, { deliver: () => Promise.reject(new Error('no network')), retryAfter: [day] })
  await first.host.submit('a', 'u1', { text: 'hello' })
  await first.host.stop()

  const other = await openFolder(folder, { reaches: (key) => key !== 'a' })
  await other.host.start()
  await other.host.stop()
  expect(other.got).toEqual([])

  const second = await openFolder(folder)
  await second.host.start()
  await second.host.stop()
  expect(second.got).toEqual(['a/u1:0 1: hello', 'a/u1:1 go on'])

  const third = await openFolder(folder)
  await third.host.start()
  await third.host.stop()
  expect(third.got).toEqual([])
})

test('an update sent again while its replies wait is delivered, not taken again', async () => {
  const folder = await temporaryFolder()
  const first = await openFolder(folder, { deliver: () => Promise.reject(new Error('no network')), retryAfter: [day] })
  await first.host.submit('a', 'u1', { text: 'hello' })
  await first.host.stop()
  const second = await openFolder(folder)
  await second.say('a', 'hello again', 'u1')
  expect(second.got).toEqual(['a/u1:0 1: hello', 'a/u1:1 go on'])
  expect(await second.host.peek('a')).toEqual({ said: ['hello'] })
})

test('the last words of a conversation that ended survive a crash, and nothing else does', async () => {
  const folder = await temporaryFolder()
  const first = await openFolder(folder)
  await first.say('a', 'my secret', 'u1')
  const crashed = await openFolder(folder, {
    deliver: () => Promise.reject(new Error('no network')),
    retryAfter: [day],
  })
  await crashed.host.submit('a', 'u2', { text: 'forget me' })
  expect(await readFile(await onlyFile(folder), 'utf8')).not.toContain('my secret')
  await crashed.host.stop()
  const second = await openFolder(folder)
  await second.host.start()
  await second.host.stop()
  expect(second.got).toEqual(['a/u2:0 forgotten'])
  expect(await filesOf(folder)).toEqual([])
})

test('an update is counted once for 48 hours', async () => {
  const folder = await temporaryFolder()
  let time = Date.now()
  const { say, host } = await openFolder(folder, { now: () => time })
  await say('a', 'hello', 'u1')
  time += 47 * 3_600_000
  await say('a', 'hello', 'u1')
  await say('a', 'again', 'u2')
  expect(await host.peek('a')).toEqual({ said: ['hello', 'again'] })
  time += 2 * 3_600_000
  await say('a', 'third', 'u3')
  expect(await readFile(await onlyFile(folder), 'utf8')).not.toContain('u1')
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

test('forget leaves no byte: no file, no copy set aside, no draft', async () => {
  const folder = await temporaryFolder()
  const { host, say } = await openFolder(folder)
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
  const before = await openFolder(folder, { now: () => time })
  for (const key of ['idle', 'busy', 'damaged']) await before.say(key, 'hello')
  const longAgo = new Date(time - 31 * day)
  await writeFile(join(folder, 'f00.json'), 'damage')
  await writeFile(join(folder, 'set-aside', 'f00.json.unreadable-2026'), 'damage')
  await writeFile(join(folder, 'set-aside', 'f01.json.unreadable-2026'), 'fresh damage')
  for (const name of ['f00.json', 'set-aside/f00.json.unreadable-2026'])
    await utimes(join(folder, name), longAgo, longAgo)

  time += 29 * day
  const { host, say } = await openFolder(folder, { now: () => time })
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
  const { host, say, got } = await openFolder(folder)
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
