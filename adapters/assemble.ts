import type { Engine, Language, Reply, State } from '../src/index.ts'
import { createEmbeddedHost } from './hosting/embedded/embedded-host.ts'
import type { Store } from './hosting/embedded/store.ts'
import type { Host, HostOptions } from './hosting/host.ts'
import { noticesIn } from './notice.ts'
import { outdated } from './outdated.ts'
import { type Incoming, isOf, type Platform, partsOf } from './platform.ts'
import { createSwitchboard, type Draw } from './switchboard.ts'

/** Makes the host that runs the bot's turns; not yet started. */
export type OpenHost = (options: HostOptions<State, Incoming, Reply>) => Host<State, Incoming>

/** A store is run in this process. */
export type Keeping = { readonly store: Store<State, Reply> } | { readonly openHost: OpenHost }

export type Parts = Keeping & PartsBeside

interface PartsBeside {
  readonly engine: Pick<Engine, 'step' | 'wakesAt' | 'remains'>
  readonly platforms: readonly Platform[]
  /** What new conversations begin in. */
  readonly language?: Language | undefined
  /** Milliseconds since 1970. */
  readonly now?: () => number
  readonly onTrouble: (message: string, cause?: unknown) => void
  /** A platform that could not be started, where others could; rethrows what has to end the program. */
  readonly onUnstarted?: (platform: Platform, error: unknown) => void
  readonly retryAfter?: readonly number[]
  /** Absent: what would be drawn is told in words. */
  readonly drawing?: Draw
}

/** Each platform was told of to `onUnstarted`. */
export class NothingStarted extends Error {
  override readonly name = 'NothingStarted'
}

/** The bot: its platforms on one host. Resolves, once all have started or failed, to what stops it. */
export async function assemble(parts: Parts): Promise<() => Promise<void>> {
  const { engine, platforms, language, now = Date.now, onTrouble, onUnstarted, retryAfter, drawing } = parts
  const speaksFirst = new Set(platforms.filter((one) => one.speaksFirst).map(({ name }) => name))
  const { deliver, onMessage } = createSwitchboard({ platforms, host: () => host, drawing, onTrouble })
  const openHost: OpenHost =
    'store' in parts ? (options) => createEmbeddedHost({ ...options, store: parts.store }) : parts.openHost
  const host = openHost({
    turn: engine.step,
    deliver,
    now,
    notices: noticesIn(language),
    onTrouble,
    reaches: (key) => [...speaksFirst].some((name) => isOf(name, key)),
    wake: { at: engine.wakesAt, message: (key) => ({ kind: partsOf(key).kind, event: 'woken' }) },
    remains: engine.remains,
    outdated,
    ...(retryAfter && { retryAfter }),
  })
  await host.start()
  const stops: (() => Promise<void>)[] = []
  let over = false
  const stop = async () => {
    over = true
    await Promise.all(stops.map((one) => one()))
    await host.stop()
  }
  const start = async (platform: Platform) => {
    try {
      const stopOne = await platform.start(onMessage)
      // Another platform has ended the program meanwhile.
      if (over) await stopOne()
      else stops.push(stopOne)
    } catch (error) {
      if (platforms.length === 1 || !onUnstarted) throw error
      if (!over) onUnstarted(platform, error)
    }
  }
  try {
    await Promise.all(platforms.map(start))
    if (stops.length === 0) throw new NothingStarted('no platform could be started')
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}
