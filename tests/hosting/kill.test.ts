import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { temporaryFolder } from './diary-host.ts'

const child = fileURLToPath(new URL('kill-child.mjs', import.meta.url))
const conversations = 6

/** mulberry32: small, seeded, good enough to choose moments. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What the world outside knows of the conversations in one folder, over all lives of their process. */
interface Witness {
  readonly acknowledged: Map<string, number>
  readonly replies: Set<string>
  /** Each conversation's updates as the last life that looked found them. */
  readonly found: Map<string, number>
  readonly troubles: string[]
}

/** Takes one line of a life to record; `updatesIn` counts the updates in a state, and throws where one is missing. */
function hear(witness: Witness, line: string, updatesIn: (state: unknown) => number): void {
  const [what = '', key = '', ...rest] = line.split(' ')
  const acknowledged = witness.acknowledged.get(key) ?? 0
  if (what === 'ack') witness.acknowledged.set(key, Math.max(acknowledged, Number(rest[0]) + 1))
  else if (what === 'reply') witness.replies.add(`${key} ${rest[0]}`)
  else if (what === 'state') {
    const found = updatesIn(JSON.parse(rest.join(' ')))
    witness.found.set(key, found)
    if (found < acknowledged) witness.troubles.push(`${key}: ${acknowledged} acknowledged, ${found} found`)
  } else witness.troubles.push(line)
}

/** One life of the process, killed some milliseconds after its n-th line; without a moment, to its own end. */
async function live(args: string[], onLine: (line: string) => void, moment?: { line: number; delay: number }) {
  const life = spawn(process.execPath, [child, ...args, ...(moment ? [] : ['last'])])
  const closed = once(life, 'close')
  let lines = 0
  life.stderr.on('data', (chunk) => onLine(`on stderr: ${String(chunk)}`))
  try {
    for await (const line of createInterface({ input: life.stdout })) {
      onLine(line)
      if (++lines === moment?.line) void wait(moment.delay).then(() => life.kill('SIGKILL'))
    }
  } catch (error) {
    life.kill('SIGKILL')
    throw error
  }
  await closed
}

/** From the first line, while a life still looks around and delivers what waited, to some way into its work. */
async function manyLives(seed: number, dialogue: string, lives: number, updatesIn: (state: unknown) => number) {
  const folder = await temporaryFolder()
  const random = randomFrom(seed)
  const witness: Witness = { acknowledged: new Map(), replies: new Set(), found: new Map(), troubles: [] }
  const args = [folder, dialogue, String(conversations)]
  for (let n = 0; n < lives; n++)
    await live(args, (line) => hear(witness, line, updatesIn), {
      line: 1 + Math.floor(random() * 60),
      delay: random() * 4,
    })
  await live(args, (line) => hear(witness, line, updatesIn))
  return witness
}

const seed = Number(process.env.KILL_SEED ?? Math.floor(Math.random() * 2 ** 31))
const diary = z.strictObject({ said: z.array(z.string()) }).nullable()

test(`no acknowledged turn is lost over 200 kills, and no reply (KILL_SEED=${seed})`, async () => {
  const updatesIn = (state: unknown) => {
    const said = diary.parse(state)?.said ?? []
    expect(said).toEqual(said.map((_, n) => `message ${n}`))
    return said.length
  }
  for (const witness of await Promise.all([1, 2].map((n) => manyLives(seed + n, 'diary', 100, updatesIn)))) {
    expect(witness.troubles).toEqual([])
    expect(witness.found.size).toBe(conversations)
    for (const [key, updates] of witness.found)
      for (let n = 0; n < updates; n++)
        for (const index of [0, 1]) expect(witness.replies).toContain(`${key} u${n}:${index}`)
  }
})
