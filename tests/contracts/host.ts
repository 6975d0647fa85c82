import { afterEach, describe, expect, test } from 'vitest'
import type { Deliver, Host } from '../../adapters/hosting/host.ts'
import type { Diary, Note } from './diary.ts'
import { hopeContract } from './host-hopes.ts'
import { wakingContract } from './host-waking.ts'

export type OpenHost = (deliver: Deliver<Note>) => Promise<Host<Diary, Note>>

/** Hosts of one test, stopped after it, and a delivery that notes what it was given. */
export interface Started {
  started(deliver: Deliver<Note>): Promise<Host<Diary, Note>>
  collecting(): { readonly got: string[]; readonly deliver: Deliver<Note> }
}

/**
 * What every host must do. `open` makes one, not yet started, that tries a failed delivery three times in all and wakes
 * diaries.
 */
export function hostContract(name: string, open: OpenHost): void {
  describe(`the host contract: ${name}`, () => {
    const hosts: Host<Diary, Note>[] = []
    const started = async (deliver: Deliver<Note>) => {
      const host = await open(deliver)
      hosts.push(host)
      await host.start()
      return host
    }
    const collecting = () => {
      const got: string[] = []
      const deliver: Deliver<Note> = async (key, { text }, { update, index }) => {
        await new Promise(setImmediate)
        got.push(`${key}/${update}:${index} ${text}`)
      }
      return { got, deliver }
    }
    afterEach(async () => {
      await Promise.all(hosts.splice(0).map((host) => host.stop()))
    })

    test('an update is durable when submit resolves, and its replies are handed over when delivered does', async () => {
      const { got, deliver } = collecting()
      const host = await started(deliver)
      const { delivered } = await host.submit('a', 'u1', { text: 'hello' })
      expect(await host.peek('a')).toEqual({ said: ['hello'] })
      await delivered
      expect(got).toEqual(['a/u1:0 1: hello', 'a/u1:1 go on'])
    })

    test('updates of one conversation are taken in the order given, and so are their replies', async () => {
      const { got, deliver } = collecting()
      const host = await started(deliver)
      const words = Array.from({ length: 30 }, (_, n) => `w${n}`)
      const all = await Promise.all(words.map((text) => host.submit('a', text, { text })))
      await Promise.all(all.map(({ delivered }) => delivered))
      expect(await host.peek('a')).toEqual({ said: words })
      expect(got.filter((line) => !line.endsWith('go on'))).toEqual(words.map((w, n) => `a/${w}:0 ${n + 1}: ${w}`))
    })

    test('a conversation whose deliveries hang holds up neither its own turns nor another conversation', async () => {
      let release = () => {}
      const gate = new Promise<void>((resolve) => {
        release = resolve
      })
      const host = await started(async (key) => (key === 'slow' ? gate : undefined))
      const slow = await host.submit('slow', 'u1', { text: 'first' })
      await host.submit('slow', 'u2', { text: 'second' })
      await (await host.submit('quick', 'u1', { text: 'hello' })).delivered
      expect(await host.peek('slow')).toEqual({ said: ['first', 'second'] })
      release()
      await slow.delivered
    })

    test('an update taken in before changes nothing', async () => {
      const { got, deliver } = collecting()
      const host = await started(deliver)
      for (const text of ['once', 'twice']) await (await host.submit('a', 'same', { text })).delivered
      const last = [host.submit('a', 'same', { text: 'thrice' }), host.submit('b', 'same', { text: 'elsewhere' })]
      for (const { delivered } of await Promise.all(last)) await delivered
      expect(await host.peek('a')).toEqual({ said: ['once'] })
      expect(await host.peek('b')).toEqual({ said: ['elsewhere'] })
      expect(got.filter((line) => line.startsWith('a/'))).toEqual(['a/same:0 1: once', 'a/same:1 go on'])
    })

    test('a turn that fails rejects, changes nothing and is no end', async () => {
      const { deliver } = collecting()
      const host = await started(deliver)
      await host.submit('a', 'u1', { text: 'before' })
      await expect(host.submit('a', 'u2', { text: 'break' })).rejects.toThrow('this turn cannot be taken')
      await host.submit('a', 'u3', { text: 'after' })
      expect(await host.peek('a')).toEqual({ said: ['before', 'after'] })
    })

    test('a conversation that ends still gets its last replies, and then does not exist', async () => {
      const { got, deliver } = collecting()
      const host = await started(deliver)
      await host.submit('a', 'u1', { text: 'hello' })
      await (await host.submit('a', 'u2', { text: 'forget me' })).delivered
      expect(got.at(-1)).toBe('a/u2:0 forgotten')
      expect(await host.peek('a')).toBeUndefined()
      await (await host.submit('a', 'u3', { text: 'again' })).delivered
      expect(await host.peek('a')).toEqual({ said: ['again'] })
    })

    test('a conversation that does not exist and has nothing to say is not begun', async () => {
      const host = await started(async () => {})
      await (await host.submit('a', 'u1', { text: 'nothing to say' })).delivered
      expect(await host.peek('a')).toBeUndefined()
    })

    test('forget removes a conversation, and only that one', async () => {
      const host = await started(async () => {})
      for (const key of ['a', 'b']) await (await host.submit(key, 'u1', { text: 'hello' })).delivered
      await host.forget('a')
      await host.forget('never seen')
      expect([await host.peek('a'), await host.peek('b')]).toEqual([undefined, { said: ['hello'] }])
    })

    test('a delivery that fails at first is tried again, in its place', async () => {
      const { got, deliver } = collecting()
      let failures = 2
      const host = await started((key, reply, origin) =>
        failures-- > 0 ? Promise.reject(new Error('no network')) : deliver(key, reply, origin),
      )
      await (await host.submit('a', 'u1', { text: 'hello' })).delivered
      expect(got).toEqual(['a/u1:0 1: hello', 'a/u1:1 go on'])
    })

    test('a reply that can never be delivered is given up, and what follows is not', async () => {
      const { got, deliver } = collecting()
      const host = await started((key, reply, origin) =>
        reply.text === 'go on' ? deliver(key, reply, origin) : Promise.reject(new Error('blocked by the user')),
      )
      await (await host.submit('a', 'u1', { text: 'hello' })).delivered
      await (await host.submit('a', 'u2', { text: 'there' })).delivered
      expect(got).toEqual(['a/u1:1 go on', 'a/u2:1 go on'])
    })

    test.each([
      ['a name of the language', '__proto__'],
      ['a path', '../../etc/passwd'],
      ['nothing', ''],
      ['a null character', 'a\0b'],
      ['10 KB', 'k'.repeat(10_000)],
      ['half a character', '\ud800'],
      ['the other half', '\udfff'],
    ])('a key may be anything: %s', async (_, key) => {
      const host = await started(async () => {})
      await (await host.submit(key, '__proto__', { text: 'hello' })).delivered
      await (await host.submit('\ufffd', 'u1', { text: 'another' })).delivered
      expect(await host.peek(key)).toEqual({ said: ['hello'] })
      await host.forget(key)
      expect(await host.peek(key)).toBeUndefined()
    })

    test('text of any kind comes back as it was', async () => {
      const host = await started(async () => {})
      const words = ['\ud83d', '\0\u001b[31m', '\u202e', '💰'.repeat(1000), '{"__proto__":1}', 'x'.repeat(1_000_000)]
      for (const [n, text] of words.entries()) await host.submit('a', `u${n}`, { text })
      expect(await host.peek('a')).toEqual({ said: words })
    })

    test('once stopped, it has delivered what it took in and takes in nothing more', async () => {
      const { got, deliver } = collecting()
      const host = await started(deliver)
      await host.submit('a', 'u1', { text: 'hello' })
      await host.stop()
      expect(got).toHaveLength(2)
      await expect(host.submit('a', 'u2', { text: 'late' })).rejects.toThrow('stopped')
    })

    hopeContract({ started, collecting })
    wakingContract({ started, collecting })
  })
}
