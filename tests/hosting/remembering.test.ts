import { appendFile, readFile, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { remember } from '../../adapters/hosting/embedded/remembering-store.ts'
import { openSentNotes } from '../../adapters/hosting/embedded/sent-notes.ts'
import { hostContract } from '../contracts/host.ts'
import { diaryHost, openDiaries } from './diary-host.ts'
import { temporaryFolder } from './temporary-folder.ts'

async function open(folder: string) {
  const files = await openDiaries(join(folder, 'conversations'))
  let writes = 0
  const counting = {
    ...files,
    write: (kept: Parameters<typeof files.write>[0]) => {
      writes++
      return files.write(kept)
    },
  }
  const notes = await openSentNotes(join(folder, 'sent'))
  const store = await remember(counting, notes)
  return { files, notes, store, writes: () => writes }
}

hostContract('embedded, files remembered', async (deliver) =>
  diaryHost((await open(await temporaryFolder())).store, deliver),
)

describe('a store that remembers', () => {
  test('writes once a turn, and notes what was sent', async () => {
    const { store, writes } = await open(await temporaryFolder())
    const host = diaryHost(store, async () => {})
    for (const text of ['one', 'two', 'three']) await (await host.submit('a', text, { text })).delivered
    expect(writes()).toBe(3)
    await host.stop()
    await store.close()
    expect(writes()).toBe(4)
  })

  test('what was noted before the process died is not sent again', async () => {
    const folder = await temporaryFolder()
    const first = await open(folder)
    const sent: string[] = []
    const before = diaryHost(first.store, async (_, { text }) => void sent.push(text))
    await (await before.submit('a', 'u1', { text: 'hello' })).delivered
    const second = await open(folder)
    const after = diaryHost(second.store, async (_, { text }) => void sent.push(text))
    await after.start()
    await after.stop()
    expect(sent).toEqual(['1: hello', 'go on'])
    expect(await second.files.read('a')).toMatchObject({ outbox: [] })
    expect(await readFile(join(folder, 'sent'), 'utf8')).toBe('')
  })

  test('after a crash in the middle of a turn only what was not sent comes', async () => {
    const folder = await temporaryFolder()
    const first = await open(folder)
    let fail = false
    const before = diaryHost(
      first.store,
      async () => {
        if (fail) throw new Error('no network')
        fail = true
      },
      { retryAfter: [60_000] },
    )
    await before.submit('a', 'u1', { text: 'hello' })
    await expect.poll(() => first.notes.size).toBeGreaterThan(0)
    await before.stop()
    const sent: string[] = []
    const after = diaryHost((await open(folder)).store, async (_, { text }) => void sent.push(text))
    await after.start()
    await after.stop()
    expect(sent).toEqual(['go on'])
  })

  test('notes that are lost or cut cost a reply that comes twice, and nothing else', async () => {
    const folder = await temporaryFolder()
    const { store } = await open(folder)
    await (await diaryHost(store, async () => {}).submit('a', 'u1', { text: 'hello' })).delivered
    const file = join(folder, 'sent')
    await truncate(file, (await readFile(file)).length - 5)
    await appendFile(file, '\nnonsense\n')
    const sent: string[] = []
    const after = diaryHost((await open(folder)).store, async (_, { text }) => void sent.push(text))
    await after.start()
    await after.stop()
    expect(sent).toEqual(['go on'])
    expect(await after.peek('a')).toEqual({ said: ['hello'] })
  })

  test('notes hold nothing of a person', async () => {
    const folder = await temporaryFolder()
    const { store } = await open(folder)
    await (await diaryHost(store, async () => {}).submit('ann', 'update-7', { text: 'my secret' })).delivered
    expect(await readFile(join(folder, 'sent'), 'utf8')).toMatch(/^([\w-]{22}\n){2}$/)
  })

  test('many notes are written into the conversations, and emptied', async () => {
    const folder = await temporaryFolder()
    const { files } = await open(folder)
    const notes = await openSentNotes(join(folder, 'sent'))
    const full = await remember(files, { ...notes, size: 2_000_000, isEmpty: true })
    const host = diaryHost(full, async () => {})
    for (let n = 0; n < 20; n++) await (await host.submit('a', `u${n}`, { text: `${n}` })).delivered
    const noted = async () =>
      (await readFile(join(folder, 'sent'))).length + (await readFile(join(folder, 'sent-2'))).length
    // Without being emptied on the way, 20 turns of two replies would have left 920 bytes.
    expect(await noted()).toBeLessThan(460)
    await full.close()
    expect(await noted()).toBe(0)
    expect((await files.read('a'))?.outbox).toEqual([])
  })

  test('what is noted while a book is emptied stays noted', async () => {
    const folder = await temporaryFolder()
    const notes = await openSentNotes(join(folder, 'sent'))
    await notes.add('a', [{ update: 'u', index: 0 }])
    notes.turnOver()
    await Promise.all([notes.emptyOther(), notes.add('b', [{ update: 'u', index: 0 }])])
    await notes.close()
    const again = await openSentNotes(join(folder, 'sent'))
    expect([again.has('a', { update: 'u', index: 0 }), again.has('b', { update: 'u', index: 0 })]).toEqual([
      false,
      true,
    ])
    await again.close()
  })

  test('what is deleted is remembered no longer', async () => {
    const { store } = await open(await temporaryFolder())
    const host = diaryHost(store, async () => {})
    await (await host.submit('a', 'u1', { text: 'hello' })).delivered
    await host.forget('a')
    expect(await store.read('a')).toBeUndefined()
  })
})
