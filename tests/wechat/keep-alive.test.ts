import { expect, test } from 'vitest'
import { keepAlive } from '../../adapters/wechat/keep-alive.ts'

/** A world without clocks: pauses are over at once, and noted with the starts, until there were so many of them. */
async function watched(most: number, isDown: () => boolean, start: () => Promise<void> = async () => {}) {
  const noted: (number | 'start')[] = []
  let pauses = 0
  await new Promise<void>((resolve) => {
    const stop = keepAlive({
      isDown,
      async restart() {
        noted.push('start')
        await start()
      },
      async pause(milliseconds, signal) {
        if (pauses++ === most) {
          stop()
          resolve()
        }
        signal.throwIfAborted()
        noted.push(milliseconds)
      },
    })
  })
  return noted
}

test('what stays up is only looked at', async () => {
  expect(await watched(4, () => false)).toEqual([1_000, 1_000, 1_000, 1_000])
})

test('what cannot be started is tried again after pauses that double up to a minute', async () => {
  const noted = await watched(
    16,
    () => true,
    () => Promise.reject(new Error('no')),
  )
  const between = noted
    .join()
    .split('start')
    .map((one) => one.split(',').filter(Boolean).map(Number))
  expect(between.map(([, pause]) => pause)).toEqual([
    1_000,
    2_000,
    4_000,
    8_000,
    16_000,
    32_000,
    60_000,
    60_000,
    undefined,
  ])
})

test('what starts and soon stops again is not started again at once', async () => {
  let up = 0
  const noted = await watched(
    12,
    () => up-- <= 0,
    async () => {
      up = 1
    },
  )
  expect(noted).toEqual([
    ...[1_000, 1_000, 'start', 1_000],
    ...[1_000, 2_000, 'start', 1_000],
    ...[1_000, 4_000, 'start', 1_000],
    ...[1_000, 8_000, 'start', 1_000],
  ])
})

test('what was up for a minute begins with short pauses', async () => {
  let up = 0
  const noted = await watched(
    64,
    () => up-- <= 0,
    async () => {
      up = 60
    },
  )
  expect(noted.filter((one) => one === 'start')).toHaveLength(2)
  expect(noted.filter((one) => one !== 'start' && one > 1_000)).toEqual([])
})

test('what starts itself during a pause is left to it', async () => {
  let looks = 0
  expect(await watched(4, () => looks++ === 0)).toEqual([1_000, 1_000, 1_000, 1_000])
})

test('never two starts run at once', async () => {
  let running = 0
  let most = 0
  await watched(
    10,
    () => true,
    async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setImmediate(resolve))
      running--
    },
  )
  expect(most).toBe(1)
})

test('once it is stopped nothing is started any more', async () => {
  let starts = 0
  const stop = keepAlive({ isDown: () => true, restart: async () => void starts++, first: 5 })
  stop()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(starts).toBe(0)
})
