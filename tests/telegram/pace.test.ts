import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPace, telegramLimits } from '../../adapters/telegram/pace.ts'

/** A clock that goes on only when everybody waits. */
function simulated() {
  let time = 1e12
  const waiting: { readonly at: number; readonly wake: () => void }[] = []
  return {
    now: () => time,
    wait: (milliseconds: number) =>
      new Promise<void>((wake) => {
        waiting.push({ at: time + milliseconds, wake })
      }),
    async run(until: Promise<unknown>) {
      let isOver = false
      until
        .finally(() => {
          isOver = true
        })
        .catch(() => {})
      while (!isOver) {
        await new Promise(setImmediate)
        waiting.sort((one, other) => one.at - other.at)
        const first = waiting.shift()
        if (!first) continue
        time = Math.max(time, first.at)
        first.wake()
      }
      return until
    },
  }
}

const most = (times: readonly number[], span: number) =>
  Math.max(0, ...times.map((start) => times.filter((one) => one >= start && one < start + span).length))

test('however messages come, no limit of Telegram is passed, and each chat gets what it can', async () => {
  const messages = fc.array(
    fc.record({ chat: fc.constantFrom(1, 2, 3, -1, -2), pause: fc.constantFrom(0, 0, 0, 10, 900) }),
    { maxLength: 120 },
  )
  await fc.assert(
    fc.asyncProperty(messages, async (all) => {
      const clock = simulated()
      const pace = createPace(telegramLimits, clock)
      const sent: { readonly chat: number; readonly at: number }[] = []
      const lanes = new Map<number, Promise<void>>()
      const send = async (chat: number, name: string): Promise<void> => {
        try {
          await pace.turn(chat, name)
          sent.push({ chat, at: clock.now() })
        } catch (error) {
          await clock.wait(afterOf(error))
          await send(chat, name)
        }
      }
      const everything = (async () => {
        for (const [name, { chat, pause }] of all.entries()) {
          if (pause > 0) await clock.wait(pause)
          lanes.set(
            chat,
            (lanes.get(chat) ?? Promise.resolve()).then(() => send(chat, String(name))),
          )
        }
        await Promise.all(lanes.values())
      })()
      await clock.run(everything)
      expect(sent).toHaveLength(all.length)
      expect(
        most(
          sent.map(({ at }) => at),
          1000,
        ),
      ).toBeLessThanOrEqual(30)
      for (const chat of new Set(all.map((one) => one.chat))) {
        const times = sent.filter((one) => one.chat === chat).map(({ at }) => at)
        expect(most(times, 60_000)).toBeLessThanOrEqual(chat < 0 ? 20 : 63)
        expect(most(times, 1000)).toBeLessThanOrEqual(chat < 0 ? 5 : 3)
      }
    }),
    { numRuns: 30 },
  )
})

const afterOf = (error: unknown): number => {
  if (
    error instanceof Error &&
    'hope' in error &&
    typeof error.hope === 'object' &&
    error.hope &&
    'after' in error.hope
  )
    return Number(error.hope.after)
  throw error
}

test('ten thousand chats at once all get their turn, none asked to come back more often than the host tries', async () => {
  const clock = simulated()
  const pace = createPace(telegramLimits, clock)
  let tries = 0
  const one = async (chat: number, left = 6): Promise<void> => {
    tries = Math.max(tries, 7 - left)
    expect(left).toBeGreaterThan(0)
    try {
      await pace.turn(chat, String(chat))
    } catch (error) {
      await clock.wait(afterOf(error))
      await one(chat, left - 1)
    }
  }
  await clock.run(Promise.all(Array.from({ length: 2000 }, (_, at) => one(at + 1))))
  expect(tries).toBe(2)
})
