#!/usr/bin/env node
import { CommanderError } from 'commander'
import type { Engine, Reply, State } from '../src/index.ts'
import type { Keeping } from './assemble.ts'
import type { PictureIntake } from './picture-intake.ts'
import type { Platform } from './platform.ts'
import type { RestateSettings } from './restate-settings.ts'
import { readSettings, type Settings, SettingsError } from './settings.ts'
import type { Keep, Outside } from './terminal/outside.ts'
import { createProgram } from './terminal/program.ts'

/** Errors whose message says all that someone needs to mend them. */
const plain = new Set([
  'SettingsError',
  'KnowledgeError',
  'InputError',
  'FolderInUse',
  'ConversationsMissing',
  'NothingStarted',
  'RestateRefused',
])

/** How long ending in order may take, in milliseconds. */
const longestStop = 5_000

function fail(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error)
  const known = error instanceof Error && plain.has(error.name)
  process.stderr.write(known ? `${message}\n` : `Something went wrong inside: ${message}\n`)
  process.exit(1)
}

const trouble = (message: string, cause?: unknown) => {
  const reason = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : ''
  process.stderr.write(`bot: ${message}${reason}\n`)
}

async function loadEngine({ language, law }: Settings): Promise<Engine> {
  const [{ createEngine, InputError }, { readKnowledge }] = await Promise.all([
    import('../src/index.ts'),
    import('./knowledge-files.ts'),
  ])
  try {
    return createEngine(readKnowledge(), { ...(language && { language }), ...(law && { law }) })
  } catch (error) {
    throw error instanceof InputError ? new SettingsError(`LAW: ${error.message}`) : error
  }
}

/** Where conversations are kept, and what gives it back. */
type Kept = Keeping & { readonly now?: () => number; readonly release: () => Promise<void> }

async function openFiles(dataDir: string) {
  const [{ lockFolder }, { openKeptFiles }, { keptState, keptReply }] = await Promise.all([
    import('./hosting/embedded/folder-lock.ts'),
    import('./hosting/embedded/kept-files.ts'),
    import('./kept-forms.ts'),
  ])
  try {
    const unlock = await lockFolder(dataDir)
    const { store, clock, close } = await openKeptFiles(dataDir, keptState, keptReply, trouble).catch((error) => {
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

async function openMemory(): Promise<Kept> {
  const [{ createMemoryStore }, { openSteadyClock }] = await Promise.all([
    import('./hosting/embedded/memory-store.ts'),
    import('./hosting/embedded/steady-clock.ts'),
  ])
  const { now, close } = await openSteadyClock({ onTrouble: trouble })
  return { store: createMemoryStore<State, Reply>(), now, release: close }
}

/** Loads what works with Restate, whose packages are installed by choice. */
async function withRestate<T>(load: () => Promise<T>): Promise<T> {
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

function open(keep: Keep, { dataDir, restate }: Settings): Promise<Kept> {
  if (keep === 'memory') return openMemory()
  return keep === 'shared' && restate ? openRestate(restate) : openFiles(dataDir)
}

/** What reads pictures; made when first needed, and ended with the program. */
function openPictures(limits?: { most: number; seconds: number }) {
  let made: Promise<PictureIntake> | undefined
  const make = async () => {
    const [{ createPictureIntake }, { createReader }] = await Promise.all([
      import('./picture-intake.ts'),
      import('./pictures/reader.ts'),
    ])
    return createPictureIntake(createReader(), limits)
  }
  return () => {
    made ??= make()
    return made
  }
}

function unstarted({ name }: Platform, error: unknown): void {
  if (error instanceof SettingsError) throw error
  trouble(`${name} could not be started and is left out: ${error instanceof Error ? error.message : String(error)}`)
}

async function run(settings: Settings, platforms: readonly Platform[], keep: Keep): Promise<() => Promise<void>> {
  let stop = async () => {}
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      // What is not handed over by then waits for the next start.
      setTimeout(() => process.exit(0), longestStop).unref()
      stop().then(() => process.exit(0), fail)
    })
  const [engine, { assemble }, { createDrawing }] = await Promise.all([
    loadEngine(settings),
    import('./assemble.ts'),
    import('./pictures/draw-picture.ts'),
  ])
  const { release, ...keeping } = await open(keep, settings)
  stop = release
  const { language } = settings
  const drawing = createDrawing(trouble)
  const parts = { ...keeping, engine, platforms, language, drawing, onTrouble: trouble, onUnstarted: unstarted }
  const stopAll = await assemble(parts).catch(async (error: unknown) => {
    await release()
    throw error
  })
  stop = async () => {
    await stopAll()
    await release()
  }
  return () => stop()
}

function outside(): Outside {
  const settings = readSettings(process.env)
  return {
    ...settings,
    input: process.stdin,
    output: process.stdout,
    interactive: process.stdin.isTTY && process.stdout.isTTY,
    columns: () => process.stdout.columns ?? Number.POSITIVE_INFINITY,
    colour: settings.colour && process.stdout.isTTY,
    engine: () => loadEngine(settings),
    pictures: openPictures({ most: Number.MAX_SAFE_INTEGER, seconds: 1 }),
    async platforms(onReady) {
      // One platform's mistake does not end the others.
      process.off('unhandledRejection', fail).on('unhandledRejection', (reason) => {
        trouble('something failed that nobody waited for', reason)
      })
      const { choosePlatforms } = await import('./serve.ts')
      const pictures = await openPictures()()
      const show = (text: string) => void process.stdout.write(text)
      return choosePlatforms({ settings, pictures, onTrouble: trouble, onReady, show })
    },
    async move(to) {
      const { dataDir, restate, language } = settings
      if (!restate) throw new SettingsError('RESTATE_URL is missing; set it to the Restate server to move to or from')
      const { moveConversations } = await withRestate(() => import('./move.ts'))
      const { store, release } = await openFiles(dataDir)
      return moveConversations({ to, restate, files: store, language }).finally(release)
    },
    run: (platforms, keep, language) => run({ ...settings, ...(language && { language }) }, platforms, keep),
  }
}

process.on('uncaughtException', fail)
process.on('unhandledRejection', fail)
// Whoever reads the output may stop reading, as `bot knowledge | head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? process.exit(0) : fail(error)))

try {
  await createProgram(outside).parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) fail(error)
  process.exitCode = error.exitCode
}
