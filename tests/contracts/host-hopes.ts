import { expect, test } from 'vitest'
import { Undelivered } from '../../adapters/hosting/host.ts'
import type { Started } from './host.ts'

/** What a platform says of a reply it did not show is heeded. */
export function hopeContract({ started, collecting }: Started): void {
  test('a reply that should wait waits, and holds up no other conversation', async () => {
    const { got, deliver } = collecting()
    const waits = new Map([['a', 1]])
    const host = await started(async (key, reply, origin) => {
      const left = waits.get(key) ?? 0
      waits.set(key, left - 1)
      if (left > 0) throw new Undelivered('too many requests', { after: 30 })
      return deliver(key, reply, origin)
    })
    const [a, b] = await Promise.all(['a', 'b'].map((key) => host.submit(key, 'u1', { text: 'hello' })))
    await Promise.all([a?.delivered, b?.delivered])
    expect(got).toEqual(['b/u1:0 1: hello', 'b/u1:1 go on', 'a/u1:0 1: hello', 'a/u1:1 go on'])
  })

  test.each(['never', 'gone'] as const)('a reply without hope is not tried again: %s', async (hope) => {
    const { got, deliver } = collecting()
    const tried: string[] = []
    const host = await started((key, reply, origin) => {
      tried.push(reply.text)
      return reply.text === 'go on' ? deliver(key, reply, origin) : Promise.reject(new Undelivered('refused', hope))
    })
    await (await host.submit('a', 'u1', { text: 'hello' })).delivered
    expect(tried).toEqual(['1: hello', 'go on'])
    expect(got).toEqual(['a/u1:1 go on'])
  })
}
