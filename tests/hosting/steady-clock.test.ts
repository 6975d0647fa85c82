import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSteadyClock } from '../../adapters/hosting/embedded/steady-clock.ts'
import { inFolder } from '../faults/scratch.ts'

const hour = 3_600_000

/** What is told at a start `stopped` milliseconds after the last, where the wall clock ticks whenever it is looked at. */
const toldAtStart = (stopped: number) =>
  inFolder(async (folder) => {
    const told: string[] = []
    let time = Date.UTC(2026, 0, 1)
    const options = {
      path: join(folder, 'time'),
      wall: () => ++time,
      onTrouble: (what: string) => void told.push(what),
    }
    await (await openSteadyClock(options)).close()
    time += stopped
    await (await openSteadyClock(options)).close()
    return told
  })

test('a clock that only goes on is no trouble', async () => {
  expect(await toldAtStart(0)).toEqual([])
  expect(await toldAtStart(30 * 24 * hour)).toEqual([])
})

test('a clock set back by a day is told, with by how much', async () => {
  expect(await toldAtStart(-24 * hour)).toEqual(["the system's clock stands -24 hours off; ages go on without it"])
})
