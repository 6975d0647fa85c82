import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { createQueue } from '../../adapters/pictures/queue.ts'
import { createReader } from '../../adapters/pictures/reader.ts'
import { drawAll } from './sample-files.ts'
import { samples } from './samples.ts'

let poster: Buffer = Buffer.of()
beforeAll(async () => {
  ;[poster = Buffer.of()] = await drawAll(samples.slice(1, 2))
})

function reading(options: Parameters<typeof createReader>[0] = {}) {
  const reader = createReader({ patience: 90_000, ...options })
  onTestFinished(() => reader.stop())
  return reader
}

async function pidOf(reader: ReturnType<typeof createReader>, other?: number): Promise<number> {
  for (;;) {
    if (reader.pid !== undefined && reader.pid !== other) return reader.pid
    await wait(5)
  }
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function ended(pid: number): Promise<void> {
  while (isAlive(pid)) await wait(10)
}

describe('the process that reads', () => {
  test('is begun with the first picture, and reads one after another', async () => {
    const reader = reading()
    expect(reader.pid).toBeUndefined()
    const pictures = await Promise.all(['ann', 'bob', 'ann'].map((who) => reader.read(poster, who)))
    const texts = pictures.map((one) => ('lines' in one ? one.lines.length : one.refused))
    expect(new Set(texts).size).toBe(1)
    expect(texts[0]).toBeGreaterThan(5)
  })

  test('killed while it reads, it is replaced: that picture is refused, the ones behind it are read', async () => {
    const reader = reading()
    await reader.read(poster, 'ann')
    const first = await pidOf(reader)
    const pictures = [reader.read(poster, 'ann'), reader.read(poster, 'bob')]
    await wait(50)
    process.kill(first, 'SIGKILL')
    expect(await pictures[0]).toEqual({ refused: 'too_heavy' })
    expect(await pictures[1]).toHaveProperty('lines')
    expect(reader.pid).not.toBe(first)
  })

  test('ends itself where it needs too much memory, and the next picture gets a plain answer as well', async () => {
    const reader = reading({ memory: 120_000_000 })
    expect(await reader.read(poster, 'ann')).toEqual({ refused: 'too_heavy' })
    expect(await reader.read(poster, 'ann')).toEqual({ refused: 'too_heavy' })
  })

  test('is ended where it takes too long', async () => {
    const reader = reading({ patience: 100 })
    const picture = reader.read(poster, 'ann')
    const pid = await pidOf(reader)
    expect(await picture).toEqual({ refused: 'too_slow' })
    await ended(pid)
  })

  test('gives its memory back when it has nothing to do', async () => {
    const reader = reading({ idle: 50 })
    await reader.read(poster, 'ann')
    await ended(await pidOf(reader))
    expect(await reader.read(poster, 'ann')).toHaveProperty('lines')
  })

  test('ends with the reader; what is read or waits is refused', async () => {
    const reader = reading()
    const pictures = [reader.read(poster, 'ann'), reader.read(poster, 'ann')]
    const pid = await pidOf(reader)
    await reader.stop()
    expect(await Promise.all(pictures)).toEqual([{ refused: 'too_heavy' }, { refused: 'busy' }])
    await ended(pid)
  })
})

describe('the queue', () => {
  test('takes turns: who sends many does not keep others waiting', async () => {
    const queue = createQueue<void>({ waiting: 100, waitingOfOne: 50 })
    const done: string[] = []
    const job = (name: string) => queue.run(name, async () => void done.push(name))
    await Promise.all([...'aaaaa', 'b', 'c', 'b'].map(job))
    expect(done.join('')).toBe('aabcabaa')
  })

  test('is bounded, for one and for all', async () => {
    const queue = createQueue<string>({ waiting: 4, waitingOfOne: 2 })
    const job = (name: string) => queue.run(name, async () => name)
    const results = await Promise.all([...'aaaa', 'b', 'b', 'b', 'c'].map(job))
    expect(results).toEqual(['a', 'a', 'a', 'full', 'b', 'b', 'full', 'full'])
  })

  test('a job that fails does not hold up the next', async () => {
    const queue = createQueue<number>({ waiting: 9, waitingOfOne: 9 })
    const failed = queue.run('a', () => Promise.reject(new Error('no')))
    const next = queue.run('a', async () => 2)
    await expect(failed).rejects.toThrow('no')
    expect(await next).toBe(2)
  })
})
