import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { assemble } from '../../adapters/assemble.ts'
import { createMemoryStore } from '../../adapters/hosting/embedded/memory-store.ts'
import type { Platform } from '../../adapters/platform.ts'
import type { Reply, State } from '../../src/index.ts'
import { engine } from '../ground.ts'
import type { Fault, Outcome } from './fault.ts'
import { anyWords, hostileWords } from './hostile-words.ts'

/** Something that somebody does; each platform makes of it what can happen there. */
export interface Act {
  /** From 0 to 99. */
  readonly kind: number
  readonly who: number
  readonly inGroup: boolean
  readonly words: string
  readonly more: string
  readonly junk: unknown
}

/** A platform with the real bot on it. */
export interface Fuzzed {
  /** Resolves once all of it is taken in and answered; what the platform itself refuses to carry is passed over. */
  play(acts: readonly Act[]): Promise<void>
  /** What the bot has shown since it was last asked for. */
  shown(): readonly string[]
  /** Whether somebody new who writes this is answered. */
  answers(words: string): Promise<boolean>
  close(): Promise<void>
}

export interface Fuzzing {
  readonly name: string
  /** The most UTF-16 units shown in one message. */
  readonly longest: number
  readonly sizes: Fault['sizes']
  /** `run` starts the bot with a platform, and resolves to what stops it and what waits until it is at rest. */
  open(run: (platform: Platform) => Promise<Running>, wrong: (what: string) => void): Promise<Fuzzed>
}

export interface Running {
  readonly stop: () => Promise<void>
  /** Resolves once nothing is being taken in or sent. */
  readonly atRest: () => Promise<void>
}

const anyAct: fc.Arbitrary<Act> = fc.record({
  kind: fc.nat(99),
  who: fc.nat(39),
  inGroup: fc.boolean(),
  words: anyWords,
  more: anyWords,
  junk: fc.anything({ maxDepth: 3, withBigInt: false }),
})
/** At most, in milliseconds of the processor: others may use the machine. */
const LONGEST = 1_000
/** Played at a time, and on one bot before it makes way for a new one. */
const [TOGETHER, ON_ONE] = [100, 4_000]
const dangerous = /[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u

/** Everything that people can send, and much that they cannot, with all hostile words first. */
export const fuzz = ({ name, longest, sizes, open }: Fuzzing): Fault => ({
  name: `fuzz-${name}`,
  holds: 'whatever comes, nothing breaks, nothing takes over a second, and what is shown is inert',
  sizes,
  async run(size, seed): Promise<Outcome> {
    const broken = new Set<string>()
    const wrong = (what: string) => void broken.add(what.slice(0, 300))
    const crashed = (error: unknown) => wrong(`it crashed: ${error instanceof Error ? error.stack : String(error)}`)
    process.on('unhandledRejection', crashed).on('uncaughtException', crashed)
    const held = watchLoop()
    let shown = 0
    let played = 0
    const acts = actsFrom(seed, size)
    try {
      while (played < acts.length) {
        const fuzzed = await open((platform) => running(platform, wrong), wrong)
        await fuzzed.answers('你好')
        held.reset()
        for (const end = Math.min(played + ON_ONE, acts.length); played < end; ) {
          const some = acts.slice(played, Math.min(played + TOGETHER, end))
          played += some.length
          await fuzzed.play(some.map((make) => make()))
          for (const text of fuzzed.shown()) {
            shown++
            if (dangerous.test(text)) wrong(`it showed ${JSON.stringify(text.slice(0, 200))}`)
            if (text.length > longest) wrong(`it showed ${text.length} units at once`)
          }
        }
        if (!(await fuzzed.answers('入会费2680元，推荐一个人奖励800元'))) wrong('afterwards it did not answer')
        await fuzzed.close()
      }
    } finally {
      process.off('unhandledRejection', crashed).off('uncaughtException', crashed)
    }
    const longestHeld = held.stop()
    if (longestHeld > LONGEST) wrong(`the loop was held for ${longestHeld} ms`)
    return { broken: [...broken], figures: { updates: played, shown, 'longest hold in ms': longestHeld } }
  },
})

/** Made when they are played: all of them at once would fill the memory. */
function actsFrom(seed: number, size: number): readonly (() => Act)[] {
  const plain = { who: 0, inGroup: false, more: '', junk: null }
  const first = hostileWords.map((words, i) => () => ({ ...plain, kind: 0, who: i % 40, words }))
  const rest = Array.from({ length: size }, (_, i) => () => {
    const [act] = fc.sample(anyAct, { seed: seed + i, numRuns: 1 })
    if (!act) throw new Error('nothing was generated')
    return act
  })
  return [...first, ...rest]
}

async function running(platform: Platform, wrong: (what: string) => void): Promise<Running> {
  let inHand = 0
  const counted = async <T>(work: Promise<T>): Promise<T> => {
    inHand++
    return work.finally(() => inHand--)
  }
  const stop = await assemble({
    engine,
    store: createMemoryStore<State, Reply>(),
    platforms: [
      {
        ...platform,
        start: (onMessage) =>
          platform.start(async (...message) => {
            const accepted = await counted(onMessage(...message))
            void counted(accepted.delivered)
            return accepted
          }),
        send: (...reply) => counted(platform.send(...reply)),
      },
    ],
    onTrouble: (message, cause) => wrong(`${message}: ${cause instanceof Error ? cause.message : ''}`),
    retryAfter: [5, 20, 50],
  })
  return {
    stop,
    async atRest() {
      for (let quiet = 0; quiet < 3; quiet = inHand === 0 ? quiet + 1 : 0) await wait(10)
    },
  }
}

/** How long the event loop is held at most, in milliseconds of the processor. */
function watchLoop() {
  const used = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
  let most = 0
  let last = used()
  const timer = setInterval(() => {
    const now = used()
    most = Math.max(most, now - last)
    last = now
  }, 1)
  return {
    reset() {
      last = used()
    },
    stop() {
      clearInterval(timer)
      return Math.round(most)
    },
  }
}
