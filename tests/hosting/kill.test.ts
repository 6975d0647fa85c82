import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { keptState } from '../../adapters/kept-forms.ts'
import { readKnowledge } from '../../adapters/knowledge-files.ts'
import { createEngine } from '../../src/index.ts'
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

type Step = (state: unknown, message: z.infer<typeof messages>[number]) => readonly [unknown, readonly unknown[]]

/** Quick to load, so that most kills are spent on the host; its twin is in kill-child.mjs. */
const count: Step = (before, { text = '' }) => {
  const { turn, log } = counted.parse(before ?? { turn: 0, log: [] })
  const entry = { kind: 'counted', turn, offer: 1, text }
  return [
    { version: 1, language: 'en', law: 'cn', turn: turn + 1, offer: 1, log: [...log, entry] },
    ['counted', 'go on'],
  ]
}
const counted = z.looseObject({ turn: z.number(), log: z.array(z.unknown()) })

/** What an undisturbed conversation comes to after n updates, and how many replies it gave to each. */
function undisturbed(step: Step) {
  const round = messages.parse(script)
  const states: unknown[] = [undefined]
  const replies: number[] = []
  return (n: number) => {
    while (states.length <= n) {
      const message = round[replies.length % round.length]
      if (!message) throw new Error('no messages')
      const [state, said] = step(states.at(-1), message)
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
async function manyLives(seed: number, dialogue: string, lives: number, step: Step) {
  const folder = await temporaryFolder()
  const random = randomFrom(seed)
  const expected = undisturbed(step)
  const witness: Witness = { acknowledged: new Map(), replies: new Set(), found: new Map(), troubles: [] }
  const onLine = (line: string) => hear(witness, line, expected)
  const args = [folder, dialogue, String(conversations)]
  for (let n = 0; n < lives; n++) await live(args, onLine, { line: 1 + Math.floor(random() * 60), delay: random() * 4 })
  await live(args, onLine)
  return { witness, expected }
}

const seed = Number(process.env.KILL_SEED ?? Math.floor(Math.random() * 2 ** 31))

/** Two processes at a time, each killed `kills` / 2 times. */
async function surviveKills(dialogue: string, kills: number, step: Step): Promise<void> {
  for (const { witness, expected } of await Promise.all(
    [1, 2].map((n) => manyLives(seed + n, dialogue, kills / 2, step)),
  )) {
    expect(witness.troubles).toEqual([])
    expect(witness.found.size).toBe(conversations)
    const missing = [...witness.found].flatMap(([key, updates]) =>
      expected(updates).replies.flatMap((some, n) =>
        Array.from({ length: some }, (_, index) => `${key} u${n}:${index}`).filter((one) => !witness.replies.has(one)),
      ),
    )
    expect(missing).toEqual([])
  }
}

const promise = 'no acknowledged turn is lost, no reply is lost, and nothing is counted twice'

test(`over 200 kills of the host ${promise} (KILL_SEED=${seed})`, () => surviveKills('counting', 200, count), 180_000)

test(`over 40 kills in mid-interview ${promise} (KILL_SEED=${seed})`, () => {
  const engine = createEngine(readKnowledge(), { language: 'en', law: 'cn' })
  // Both sides keep conversations as JSON, which is all that this step hands on.
  const step: Step = (state, message) =>
    engine.step(state === undefined ? undefined : keptState.parse(state), message, 0)
  return surviveKills('interview', 40, step)
}, 180_000)
