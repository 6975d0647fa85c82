import { setTimeout as wait } from 'node:timers/promises'
import { patientWaits } from '../../adapters/hosting/embedded/courier.ts'
import { keepDiary } from '../contracts/diary.ts'
import { diaryHost, notices, openKeptDiaries } from '../hosting/diary-host.ts'
import type { Fault, Outcome } from './fault.ts'
import { percentile } from './figures.ts'
import { inFolder } from './scratch.ts'
import { below, seeded } from './seeded.ts'

/** Milliseconds within which a chat has to be usable again. */
const soonest = 10_000
/** The longest time for which a chat takes nothing, in milliseconds. */
const longest = 4_000

/** A third of the chats cannot take a message, a third cannot go on at all, and a third take no replies for a while. */
const run = (size: number, seed: number): Promise<Outcome> =>
  inFolder(async (folder) => {
    const random = seeded(seed)
    const broken: string[] = []
    const troubles: string[] = []
    const shown = new Map<string, string[]>()
    const closed = new Set<string>()
    const { store, close } = await openKeptDiaries(folder)
    const host = diaryHost(
      store,
      async (key, { text }) => {
        if (closed.has(key)) throw new Error('no network')
        shown.set(key, [...(shown.get(key) ?? []), text])
      },
      {
        retryAfter: patientWaits,
        onTrouble: (message) => void troubles.push(message),
        turn(diary, note, now) {
          if (diary?.said.includes('poison')) throw new Error('a state that breaks every turn')
          return keepDiary(diary, note, now)
        },
      },
    )
    await host.start()
    const say = async (key: string, text: string) => (await host.submit(key, text, { text })).delivered
    const isRefused = (key: string, text: string) =>
      say(key, text).then(
        () => false,
        () => true,
      )
    const expect = (key: string, what: readonly string[]) => {
      const last = shown.get(key)?.slice(-what.length) ?? []
      if (last.join() !== what.join()) broken.push(`${key}: heard ${last.join()} instead of ${what.join()}`)
    }
    const waits: number[] = []

    const chats: Record<string, (key: string) => Promise<void>> = {
      async message(key) {
        await say(key, 'hello')
        for (const attempt of [1, 2, 3])
          if ((await isRefused(key, 'break')) !== attempt < 3) broken.push(`${key}: attempt ${attempt}`)
        expect(key, [notices.refused.text])
        await say(key, 'after')
        expect(key, ['2: after', 'go on'])
      },
      async state(key) {
        await say(key, 'poison')
        for (const attempt of [1, 2, 3])
          if ((await isRefused(key, 'why')) !== attempt < 3) broken.push(`${key}: attempt ${attempt}`)
        expect(key, [notices.stuck.text, '1: why', 'go on'])
        await say(key, 'after')
        expect(key, ['2: after', 'go on'])
      },
      async delivery(key) {
        closed.add(key)
        const { delivered } = await host.submit(key, 'hello', { text: 'hello' })
        await wait(500 + below(random, longest))
        closed.delete(key)
        const begin = performance.now()
        await delivered
        waits.push(performance.now() - begin)
        expect(key, ['1: hello', 'go on'])
      },
    }
    const all = Array.from({ length: size }, (_, n) => Object.entries(chats)[n % 3]).filter((one) => one !== undefined)
    await Promise.all(all.map(([name, trouble], n) => trouble(`${name} ${n}`)))
    const slowest = percentile(waits, 1)
    if (waits.length > 0 && !(slowest < soonest)) broken.push(`a chat was usable again only after ${slowest} ms`)
    for (const told of ['passed over', 'began anew', 'set aside; they wait'])
      if (!troubles.some((one) => one.includes(told))) broken.push(`nobody who runs the bot was told: ${told}`)
    if (JSON.stringify(troubles).includes('hello')) broken.push('what was told quotes someone')
    await host.stop()
    await close()
    return { broken, figures: { chats: size, 'slowest to be usable again, ms': slowest } }
  })

export const stuck: Fault = {
  name: 'stuck',
  holds: 'a chat that fails three times is set aside and told, goes on within ten seconds, and loses no reply',
  sizes: { short: 30, long: 1000 },
  run,
}
