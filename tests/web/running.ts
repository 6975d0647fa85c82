import { assemble } from '../../adapters/assemble.ts'
import { createMemoryStore } from '../../adapters/hosting/embedded/memory-store.ts'
import type { Store } from '../../adapters/hosting/embedded/store.ts'
import { createWeb, type WebOptions } from '../../adapters/web/web.ts'
import type { Reply, State } from '../../src/index.ts'
import { engine } from '../ground.ts'
import { drawing } from '../pictures/drawn.ts'

/** The real bot with its web page, on a free port. */
export interface Running {
  /** Ends with a slash. */
  readonly address: string
  readonly troubles: readonly string[]
  stop(): Promise<void>
}

export interface RunningOptions extends Partial<WebOptions> {
  readonly store?: Store<State, Reply>
}

export async function run({ store = createMemoryStore(), ...options }: RunningOptions = {}): Promise<Running> {
  const troubles: string[] = []
  const onTrouble = (message: string) => void troubles.push(message)
  let address = ''
  const web = createWeb({
    host: '127.0.0.1',
    port: 0,
    onTrouble,
    limits: { messages: 10_000, requests: 100_000, sessions: 10_000 },
    onListening(given) {
      address = given
    },
    ...options,
  })
  const stop = await assemble({ engine, store, platforms: [web], drawing, onTrouble, retryAfter: [5, 20, 50] })
  return { address, troubles, stop }
}
