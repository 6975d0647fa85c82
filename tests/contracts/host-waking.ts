import { expect, test } from 'vitest'
import type { Started } from './host.ts'

/** States that ask to be woken are. */
export function wakingContract({ started, collecting }: Started): void {
  test('a state that asks to be woken is, once', async () => {
    const { got, deliver } = collecting()
    const host = await started(deliver)
    await host.submit('a', 'u1', { text: 'wake me in 20' })
    await expect.poll(() => got.map((line) => line.replace(/.*:\d /, ''))).toEqual(['1: woken', 'go on'])
    expect(await host.peek('a')).toEqual({ said: ['woken'] })
  })

  test('a state that asks again is woken at the new time only', async () => {
    const { got, deliver } = collecting()
    const host = await started(deliver)
    await host.submit('a', 'u1', { text: 'wake me in 60000' })
    await host.submit('a', 'u2', { text: 'wake me in 20' })
    await expect.poll(() => got).toHaveLength(2)
  })

  test('what was forgotten, or asks no longer, is not woken', async () => {
    const { got, deliver } = collecting()
    const host = await started(deliver)
    for (const key of ['a', 'b', 'c']) await host.submit(key, 'u1', { text: 'wake me in 500' })
    await host.forget('a')
    await (await host.submit('b', 'u2', { text: 'hello' })).delivered
    await expect.poll(() => got.some((line) => line.startsWith('c/'))).toBe(true)
    expect(await host.peek('a')).toBeUndefined()
    expect(await host.peek('b')).toEqual({ said: ['hello'] })
  })
}
