import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createMemoryStore } from '../../adapters/hosting/embedded/memory-store.ts'
import type { Store } from '../../adapters/hosting/embedded/store.ts'
import type { Diary, Note } from '../contracts/diary.ts'
import { diaryHost, openDiaries } from './diary-host.ts'
import { temporaryFolder } from './temporary-folder.ts'

const hour = 3_600_000
const day = 24 * hour

/** A host whose clock and timers the test turns; the two are apart, as they are where a clock is set. */
function open(store: Store<Diary, Note>, more: Parameters<typeof diaryHost>[2] = {}) {
  const got: string[] = []
  const troubles: string[] = []
  const clock = { now: Date.UTC(2026, 0, 1) }
  const host = diaryHost(
    store,
    async (_key, { text }) => {
      got.push(text)
    },
    { now: () => clock.now, onTrouble: (message) => void troubles.push(message), ...more },
  )
  const pass = async (milliseconds: number) => {
    for (let left = milliseconds; left > 0; left -= hour) {
      clock.now += Math.min(left, hour)
      await vi.advanceTimersByTimeAsync(Math.min(left, hour))
    }
  }
  return { host, got, troubles, clock, pass }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('a conversation is woken at its time, not before', async () => {
  const { host, got, pass } = open(createMemoryStore())
  await host.submit('a', 'u1', { text: 'wake me in 800' })
  await pass(799)
  expect(got).toEqual([])
  await pass(1)
  await expect.poll(() => got).toEqual(['1: woken', 'go on'])
})

test('a time further off than a timer can wait is waited for', async () => {
  const { host, got, pass } = open(createMemoryStore())
  await host.submit('a', 'u1', { text: `wake me in ${28 * day}` })
  await pass(28 * day - 1)
  expect(got).toEqual([])
  await pass(1)
  await expect.poll(() => got).toEqual(['1: woken', 'go on'])
})

test('a clock that is put back while the timer runs puts the waking off, and does not lose it', async () => {
  const { host, got, clock, pass } = open(createMemoryStore())
  await host.submit('a', 'u1', { text: 'wake me in 800' })
  clock.now -= 500
  await pass(800)
  expect(got).toEqual([])
  await pass(500)
  await expect.poll(() => got).toEqual(['1: woken', 'go on'])
})

test('a clock that is put ahead wakes it within the hour', async () => {
  const { host, got, clock, pass } = open(createMemoryStore())
  await host.submit('a', 'u1', { text: `wake me in ${10 * hour}` })
  clock.now += 10 * hour
  await pass(hour)
  await expect.poll(() => got).toEqual(['1: woken', 'go on'])
})

test('a waking that could not be made durable is told and tried again', async () => {
  const store = createMemoryStore<Diary, Note>()
  let failures = 0
  const { host, got, troubles, pass } = open({
    ...store,
    write: (kept) => (failures-- > 0 ? Promise.reject(new Error('no space left')) : store.write(kept)),
  })
  await host.submit('a', 'u1', { text: 'wake me in 800' })
  failures = 1
  await pass(800)
  await expect.poll(() => troubles).toEqual([expect.stringContaining('woken')])
  expect(got).toEqual([])
  await pass(60_000)
  await expect.poll(() => got).toEqual(['1: woken', 'go on'])
})

test.each([
  ['that is still to come', 500],
  ['that passed meanwhile', 5 * hour],
])('after a restart a time is kept %s', async (_, downtime) => {
  const folder = await temporaryFolder()
  const first = open(await openDiaries(folder))
  await first.host.start()
  await first.host.submit('a', 'u1', { text: 'wake me in 800' })
  await first.host.stop()
  const second = open(await openDiaries(folder))
  second.clock.now += downtime
  await second.host.start()
  if (downtime < 800) expect(second.got).toEqual([])
  await second.pass(Math.max(0, 800 - downtime))
  await expect.poll(() => second.got).toEqual(['1: woken', 'go on'])
  await second.host.stop()
})

test('stopped, it wakes nobody', async () => {
  const { host, got, pass } = open(createMemoryStore())
  await host.submit('a', 'u1', { text: 'wake me in 800' })
  await host.stop()
  await pass(hour)
  expect(got).toEqual([])
})

test('of a state nobody used for 30 days only what is to remain stays, and it is not written again and again', async () => {
  const store = createMemoryStore<Diary, Note>()
  let writes = 0
  const counted: Store<Diary, Note> = {
    ...store,
    write(kept) {
      writes++
      return store.write(kept)
    },
  }
  const left: Diary = { said: ['the settings'] }
  const remains = ({ said }: Diary) => (said.includes('a setting') || said.includes('the settings') ? left : undefined)
  const { host, pass } = open(counted, { remains })
  await host.start()
  await host.submit('group', 'u1', { text: 'a setting' })
  await host.submit('private', 'u1', { text: 'hello' })
  await pass(30 * day)
  expect(await host.peek('group')).toEqual({ said: ['a setting'] })
  await pass(2 * hour)
  await expect.poll(() => host.peek('private')).toBeUndefined()
  expect(await host.peek('group')).toEqual(left)
  expect(JSON.stringify(await store.read('group'))).not.toMatch(/u1|a setting/)
  const before = writes
  await pass(5 * hour)
  expect(writes).toBe(before)
  await host.stop()
})

test('a turn that changes nothing writes nothing', async () => {
  const store = createMemoryStore<Diary, Note>()
  const write = vi.fn(store.write)
  const { host } = open({ ...store, write })
  await host.submit('a', 'u1', { text: 'nothing to say' })
  expect(write).not.toHaveBeenCalled()
  await (await host.submit('a', 'u2', { text: 'hello' })).delivered
  const before = write.mock.calls.length
  await (await host.submit('a', 'u3', { text: 'nothing to say' })).delivered
  expect(write.mock.calls.length).toBe(before)
})
