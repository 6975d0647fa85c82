import { expect, test } from 'vitest'
import { assemble, type Parts } from '../../adapters/assemble.ts'
import { createMemoryStore } from '../../adapters/hosting/embedded/memory-store.ts'
import type { Platform } from '../../adapters/platform.ts'
import { SettingsError } from '../../adapters/settings.ts'
import { engine } from '../ground.ts'
import { type FakePlatform, fakePlatform } from './fake-platform.ts'

const broken = (name: string, error: Error) => fakePlatform(name, () => Promise.reject(error))
const offline = () => new Error('connect ECONNREFUSED')
const endless = (name: string) => fakePlatform(name, () => new Promise(() => {}))

function start(platforms: readonly FakePlatform[], more: Partial<Parts> = {}) {
  const unstarted: string[] = []
  const running = assemble({
    engine,
    store: createMemoryStore(),
    platforms,
    onTrouble: () => {},
    onUnstarted({ name }: Platform, error) {
      if (error instanceof SettingsError) throw error
      unstarted.push(name)
    },
    ...more,
  })
  return { running, unstarted }
}

test('a platform that fails is named and left out, and the others go on', async () => {
  const one = fakePlatform('one')
  const { running, unstarted } = start([one, broken('two', offline())])
  const stop = await running
  expect(unstarted).toEqual(['two'])
  expect(one.running()).toBe(true)
  await stop()
  expect(one.running()).toBe(false)
})

test('a setting to be mended ends all, and stops what had started', async () => {
  const one = fakePlatform('one')
  const { running } = start([one, broken('two', new SettingsError('PORT: 80 is already in use'))])
  await expect(running).rejects.toThrow('PORT: 80 is already in use')
  expect(one.running()).toBe(false)
})

test('it does not wait for a platform that takes its time', async () => {
  const { running } = start([endless('one'), broken('two', new SettingsError('PORT: 80 is already in use'))])
  await expect(running).rejects.toThrow('PORT: 80 is already in use')
})

test('a platform that starts only after the end is stopped again', async () => {
  let arrive = () => {}
  const late = fakePlatform('late', () => new Promise((resolve) => (arrive = resolve)))
  const { running } = start([late, broken('two', new SettingsError('no'))])
  await expect(running).rejects.toThrow('no')
  arrive()
  await new Promise(setImmediate)
  expect(late.running()).toBe(false)
})

test('where it is the only one, its failure is the failure of all', async () => {
  const { running, unstarted } = start([broken('one', offline())])
  await expect(running).rejects.toThrow('ECONNREFUSED')
  expect(unstarted).toEqual([])
})

test('where none can be started, each was named, and there is an end', async () => {
  const { running, unstarted } = start([broken('one', offline()), broken('two', offline())])
  await expect(running).rejects.toThrow('no platform could be started')
  expect(unstarted).toEqual(['one', 'two'])
})

test('a message that comes while other platforms still start is answered', async () => {
  let arrive = () => {}
  const one = fakePlatform('one')
  const late = fakePlatform('late', () => new Promise((resolve) => (arrive = resolve)))
  const { running } = start([one, late])
  await expect.poll(() => one.running()).toBe(true)
  await one.say('["one","b","bob"]', 'u1', { kind: 'private', user: 'bob', text: '/help' })
  expect(one.sent).toHaveLength(1)
  arrive()
  await (await running)()
})

test('a wish to be woken is kept by the clock that was given', async () => {
  let now = Date.UTC(2026, 0, 1)
  const one = fakePlatform('one')
  const { running } = start([one], { now: () => now })
  const stop = await running
  await one.say('["one","b","bob"]', 'u1', {
    kind: 'private',
    user: 'bob',
    text: '入会费2680元，拉一个人奖600元',
    forwarded: true,
    more: true,
  })
  expect(one.sent).toEqual([])
  now += 1000
  await expect.poll(() => one.texts().join(), { timeout: 5000 }).toContain('2680')
  await stop()
})
