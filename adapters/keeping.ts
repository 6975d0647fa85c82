import type { Reply, State } from '../src/index.ts'
import type { Keeping } from './assemble.ts'
import type { RestateSettings } from './restate-settings.ts'
import { type Settings, SettingsError } from './settings.ts'
import type { Keep } from './terminal/outside.ts'

type Trouble = (message: string, cause?: unknown) => void

/** Where conversations are kept, and what gives it back. */
type Kept = Keeping & { readonly now?: () => number; readonly release: () => Promise<void> }

/** Throws a SettingsError where the folder cannot be used. */
export async function openFiles(dataDir: string, onTrouble: Trouble) {
  const [{ lockFolder }, { openKeptFiles }, { keptState, keptReply }] = await Promise.all([
    import('./hosting/embedded/folder-lock.ts'),
    import('./hosting/embedded/kept-files.ts'),
    import('./kept-forms.ts'),
  ])
  try {
    const unlock = await lockFolder(dataDir)
    const { store, clock, close } = await openKeptFiles(dataDir, keptState, keptReply, onTrouble).catch((error) => {
      unlock()
      throw error
    })
    return { store, now: clock.now, release: () => close().finally(unlock) }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    throw new SettingsError(
      `DATA_DIR: conversations cannot be kept in ${dataDir} (${String(error.code)}); expected a folder, or a place for one, that this user may write to`,
    )
  }
}

async function openMemory(onTrouble: Trouble): Promise<Kept> {
  const [{ createMemoryStore }, { openSteadyClock }] = await Promise.all([
    import('./hosting/embedded/memory-store.ts'),
    import('./hosting/embedded/steady-clock.ts'),
  ])
  const { now, close } = await openSteadyClock({ onTrouble })
  return { store: createMemoryStore<State, Reply>(), now, release: close }
}

/** Loads what works with Restate, whose packages are installed by choice. */
export async function withRestate<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error
    throw new SettingsError(
      'RESTATE_URL is set, and the package @restatedev/restate-sdk is missing; run npm install without --omit=optional',
    )
  }
}

async function openRestate(place: RestateSettings): Promise<Kept> {
  const [{ createRestateHost }, { keptState, keptReply }] = await Promise.all([
    withRestate(() => import('./hosting/restate/restate-host.ts')),
    import('./kept-forms.ts'),
  ])
  const forms = { state: keptState, reply: keptReply }
  return { openHost: (options) => createRestateHost({ ...options, place, forms }), release: async () => {} }
}

/** Opens what a command keeps conversations in. */
export function openKeeping(keep: Keep, { dataDir, restate }: Settings, onTrouble: Trouble): Promise<Kept> {
  if (keep === 'memory') return openMemory(onTrouble)
  return keep === 'shared' && restate ? openRestate(restate) : openFiles(dataDir, onTrouble)
}

/** Why nothing served could be kept now; undefined where it could. Never rejects. */
export async function hindranceOf({ dataDir, restate }: Settings): Promise<string | undefined> {
  if (!restate) return (await import('./operating/hindrance.ts')).hindranceIn(dataDir)
  const answer = fetch(`${restate.url}/restate/health`, { signal: AbortSignal.timeout(2_000) })
  const isWell = await answer.then(({ ok }) => ok).catch(() => false)
  return isWell ? undefined : 'Restate does not answer at RESTATE_URL'
}
