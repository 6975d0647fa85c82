import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readKnowledge } from '../../adapters/knowledge-files.ts'
import { type Conversation, createEngine } from '../../src/index.ts'
import script from './kill-messages.json' with { type: 'json' }
import { temporaryFolder } from './temporary-folder.ts'

const child = fileURLToPath(new URL('kill-child.mjs', import.meta.url))
const conversations = 6
const messages = z.array(
  z.object({
    kind: z.literal('private'),
    text: z.string().exactOptional(),
    choice: z.string().exactOptional(),
    forwarded: z.boolean().exactOptional(),
  }),
)

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

/** What undisturbed conversations come to: `states[n]` after n updates, `replies[n]` to update n. */
function undisturbed() {
  const engine = createEngine(readKnowledge(), { language: 'en', law: 'cn' })
  const states: (Conversation | undefined)[] = [undefined]
  const replies: number[] = []
  return (n: number) => {
    while (states.length <= n) {
      const message = messages.parse(script)[replies.length % script.length]
      if (!message) throw new Error('no messages')
      const [state, said] = engine.step(states.at(-1), message, 0)
      states.push(state)
      replies.push(said.length)
    }
    return { state: states[n], replies: replies.slice(0, n) }
  }
}

/** What the world outside knows of the conversations in one folder, over all lives of their process. */
interface Witness {
  /** How many updates of a conversation were acknowledged. */
  readonly acknowledged: Map<string, number>
  readonly replies: Set<string>
  /** How many updates the last life that looked found in a conversation. */
  readonly found: Map<string, number>
  readonly troubles: string[]
}

function hear(witness: Witness, line: string, expected: ReturnType<typeof undisturbed>): void {
  const [what = '', key = '', ...rest] = line.split(' ')
  const acknowledged = witness.acknowledged.get(key) ?? 0
  if (what === 'ack') witness.acknowledged.set(key, Math.max(acknowledged, Number(rest[0]) + 1))
  else if (what === 'reply') witness.replies.add(`${key} ${rest[0]}`)
  else if (what === 'state') {
    const found: unknown = JSON.parse(rest.join(' '))
    const updates = z.looseObject({ turn: z.number() }).safeParse(found).data?.turn ?? 0
    witness.found.set(key, updates)
    if (updates < acknowledged) witness.troubles.push(`${key}: ${acknowledged} acknowledged, ${updates} found`)
    if (JSON.stringify(found) !== JSON.stringify(expected(updates).state ?? null))
      witness.troubles.push(`${key}: after ${updates} updates, another state than without kills`)
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

/** Kills from the first line, while a life still looks around and delivers what waited, to some way into its work. */
async function manyLives(seed: number, lives: number) {
  const folder = await temporaryFolder()
  const random = randomFrom(seed)
  const expected = undisturbed()
  const witness: Witness = { acknowledged: new Map(), replies: new Set(), found: new Map(), troubles: [] }
  const onLine = (line: string) => hear(witness, line, expected)
  const args = [folder, String(conversations)]
  for (let n = 0; n < lives; n++) await live(args, onLine, { line: 1 + Math.floor(random() * 60), delay: random() * 4 })
  await live(args, onLine)
  return { witness, expected }
}

const seed = Number(process.env.KILL_SEED ?? Math.floor(Math.random() * 2 ** 31))

test(`over 200 kills no acknowledged turn is lost, no reply, and nothing is counted twice (KILL_SEED=${seed})`, async () => {
  for (const { witness, expected } of await Promise.all([1, 2].map((n) => manyLives(seed + n, 100)))) {
    expect(witness.troubles).toEqual([])
    expect(witness.found.size).toBe(conversations)
    const missing = [...witness.found].flatMap(([key, updates]) =>
      expected(updates).replies.flatMap((count, n) =>
        Array.from({ length: count }, (_, index) => `${key} u${n}:${index}`).filter((one) => !witness.replies.has(one)),
      ),
    )
    expect(missing).toEqual([])
  }
}, 180_000)
