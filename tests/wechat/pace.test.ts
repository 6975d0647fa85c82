import { describe, expect, test, vi } from 'vitest'
import { createPace } from '../../adapters/wechat/pace.ts'

describe('the pace', () => {
  const pacing = { perChat: 1_000, overall: 300, patience: 5_000 }

  /** When each message may go, in milliseconds after the first. */
  async function times(chats: readonly string[], options = pacing) {
    vi.useFakeTimers({ toFake: ['Date', 'performance'], now: 0 })
    const waits: number[] = []
    try {
      const pace = createPace(options, async (milliseconds) => {
        waits.push(milliseconds)
        vi.advanceTimersByTime(milliseconds)
      })
      const at: (number | string)[] = []
      for (const chat of chats)
        await pace(chat).then(
          () => at.push(Date.now()),
          (error: Error) => at.push(error.name),
        )
      return at
    } finally {
      vi.useRealTimers()
    }
  }

  test('is one message a second in a chat, and a few a second in all', async () => {
    expect(await times(['a', 'a', 'a'])).toEqual([0, 1_000, 2_000])
    expect(await times(['a', 'b', 'c', 'd'])).toEqual([0, 300, 600, 900])
    expect(await times(['a', 'b', 'a', 'c'])).toEqual([0, 300, 1_000, 1_300])
  })

  test('refuses who would have to wait too long, for a while', async () => {
    const slow = { ...pacing, perChat: 60_000 }
    expect(await times(['a', 'a', 'b'], slow)).toEqual([0, 'Undelivered', 300])
  })

  test('of a busy chat does not hold up another', async () => {
    const pace = createPace({ ...pacing, overall: 0 })
    const order: string[] = []
    const go = async (chat: string) => {
      await pace(chat)
      order.push(chat)
    }
    await Promise.all([go('a'), go('a'), go('b')])
    expect(order).toEqual(['a', 'b', 'a'])
  })
})
