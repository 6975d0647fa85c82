import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import { keepDiary } from '../contracts/diary.ts'
import { diaryHost, openKeptDiaries } from '../hosting/diary-host.ts'
import type { Fault, Outcome } from './fault.ts'
import { inFolder } from './scratch.ts'
import { below, seeded, shuffled } from './seeded.ts'

const chats = 20

/** Each update comes two to ten times, all mixed; half of them in one life of the host, the others in the next. */
const run = (size: number, seed: number): Promise<Outcome> =>
  inFolder(async (folder) => {
    const random = seeded(seed)
    const broken: string[] = []
    const updates = Array.from({ length: size }, (_, n) => ({ key: `c${below(random, chats)}`, id: `u${n}` }))
    const sent = shuffled(
      random,
      updates.flatMap((update) => Array.from({ length: 2 + below(random, 9) }, () => update)),
    )
    const first = new Map<string, string[]>()
    for (const { key, id } of sent) {
      const known = first.get(key) ?? []
      if (!known.includes(id)) first.set(key, [...known, id])
    }
    const shown: string[] = []
    let turns = 0
    for (const part of [sent.slice(0, sent.length / 2), sent.slice(sent.length / 2)]) {
      const { store, close } = await openKeptDiaries(folder)
      const host = diaryHost(
        store,
        async (key, _, { update, index }) => {
          await turnOfTheLoop()
          shown.push(`${key} ${update}:${index}`)
        },
        {
          turn(diary, note, now) {
            turns++
            return keepDiary(diary, note, now)
          },
        },
      )
      await host.start()
      const taken = await Promise.all(part.map(({ key, id }) => host.submit(key, id, { text: id })))
      await Promise.all(taken.map(({ delivered }) => delivered))
      for (const [key, ids] of first) {
        const { said } = (await host.peek(key)) ?? { said: [] }
        if (said.join() !== ids.slice(0, said.length).join()) broken.push(`${key}: another order, or twice`)
      }
      await host.stop()
      await close()
    }
    if (turns !== updates.length) broken.push(`${updates.length} updates made ${turns} turns`)
    for (const [key, ids] of first) {
      const expected = ids.flatMap((id) => [`${key} ${id}:0`, `${key} ${id}:1`])
      const got = shown.filter((one) => one.startsWith(`${key} `))
      if (got.join() !== expected.join()) broken.push(`${key}: ${got.length} replies instead of ${expected.length}`)
    }
    return { broken, figures: { updates: updates.length, submissions: sent.length, turns, replies: shown.length } }
  })

export const repeats: Fault = {
  name: 'repeats',
  holds: 'the same update two to ten times, mixed, over a restart: one change of the state, each reply once',
  sizes: { short: 300, long: 20_000 },
  run,
}
