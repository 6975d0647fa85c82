import { cp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openKeptFiles } from '../../adapters/hosting/embedded/kept-files.ts'
import { keptReply, keptState } from '../../adapters/kept-forms.ts'
import { isGroup } from '../../src/dialogue/state.ts'
import { botOn, keys } from './former-stores/bot-on.ts'
import { temporaryFolder } from './temporary-folder.ts'

const folder = join(import.meta.dirname, 'former-stores')
const versions = (await readdir(folder, { withFileTypes: true })).flatMap((one) =>
  one.isDirectory() ? [one.name] : [],
)

/** The bot as it is now, on a copy of what a former version kept. */
async function goingOn(version: string) {
  const copy = await temporaryFolder()
  await cp(join(folder, version), copy, { recursive: true })
  return copy
}

describe.each(versions)('the store of version %s', (version) => {
  test('opens: what waited is sent, and every conversation goes on where it stood', async () => {
    const bot = await botOn(await goingOn(version))
    const say = async (key: string, text: string) => {
      const before = bot.sent.length
      await (await bot.submit(key, 'next', { kind: 'private', user: '4', text })).delivered
      return bot.sent.slice(before).map(({ reply }) => reply)
    }
    const interview = await say(keys.interview, '有，拉一个人给500，必须拉两个人')
    expect(interview.findLast(({ verdict }) => verdict)?.verdict).toMatchObject({ law: 'cn', verdict: 'pyramid' })
    const cases = await say(keys.concluded, 'cases')
    expect(cases.map(({ text }) => text).join()).toContain('told')
    await say(keys.waiting, '案例')
    const waited = bot.sent.filter(({ key }) => key === keys.waiting)
    expect(waited.length).toBeGreaterThan(1)
    await bot.stop()
    expect(bot.troubles).toEqual([])
  })

  test('keeps the offer that waits to be taken over from a group', async () => {
    const copy = await goingOn(version)
    const { store, close } = await openKeptFiles(copy, keptState, keptReply, () => {})
    const group = (await store.read(keys.group))?.state
    await close()
    const token = isGroup(group) ? group.members[0]?.token : undefined
    const bot = await botOn(copy)
    await (await bot.submit(keys.invited, 'next', { kind: 'private', user: '4', text: `/start ${token}` })).delivered
    await bot.stop()
    const taken = bot.sent.filter(({ key }) => key === keys.invited)
    expect(taken.some(({ reply }) => reply.asks !== undefined || reply.verdict !== undefined)).toBe(true)
    expect(bot.troubles).toEqual([])
  })
})

test('there is a store of every release', () => expect(versions).toContain('0.1.0'))
