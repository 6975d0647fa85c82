#!/usr/bin/env node
import { CommanderError } from 'commander'
import type { Engine } from '../src/index.ts'
import { createPlainLog, type Log } from './operating/log.ts'
import type { Watch } from './operating/watch.ts'
import { withoutSecrets } from './operating/without-secrets.ts'
import type { PictureIntake } from './picture-intake.ts'
import type { Platform } from './platform.ts'
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

/** How long ending in order may take, in milliseconds: service managers kill what takes longer than 10 s. */
const longestStop = 9_000

const write = withoutSecrets(process.env, (line) => void process.stderr.write(line))
/** Until it serves, what there is to say is said to a person. */
let log: Log = createPlainLog(write)
let watch: Watch | undefined
const trouble: Log['trouble'] = (message, cause) => log.trouble(message, cause)

function fail(error: unknown): never {
  const known = error instanceof Error && plain.has(error.name)
  if (known) write(`${error.message}\n`)
  else if (watch) log.fatal('something went wrong inside', error)
  else write(`Something went wrong inside: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
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
  trouble(`${name} could not be started and is left out`, error)
}

async function run(settings: Settings, platforms: readonly Platform[], keep: Keep): Promise<() => Promise<void>> {
  let stop = async () => {}
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      watch?.health.draining()
      log.note('ending', { signal })
      const end = (message: string) => {
        log.note(message)
        process.exit(0)
      }
      setTimeout(end, longestStop, 'ended; what is not handed over by now waits for the next start').unref()
      stop().then(() => end('ended'), fail)
    })
  const [engine, { assemble }, { openKeeping }, { createDrawing }] = await Promise.all([
    loadEngine(settings),
    import('./assemble.ts'),
    import('./keeping.ts'),
    import('./pictures/draw-picture.ts'),
  ])
  const { release, ...keeping } = await openKeeping(keep, settings, trouble)
  stop = release
  const { language } = settings
  const drawing = createDrawing(trouble)
  const stopAll = await assemble({
    ...keeping,
    engine: watch ? { ...engine, step: watch.step(engine.step) } : engine,
    platforms: watch ? platforms.map(watch.platform) : platforms,
    language,
    drawing,
    onTrouble: trouble,
    onUnstarted: unstarted,
  }).catch(async (error: unknown) => {
    await release()
    throw error
  })
  watch?.health.started()
  log.note('started', { platforms: platforms.map(({ name }) => name) })
  stop = async () => {
    await stopAll()
    await release()
  }
  return () => stop()
}

function outside(): Outside {
  const settings = readSettings(process.env)
  log = createPlainLog(write, settings.logLevel)
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
      const [{ choosePlatforms }, { hindranceOf }, { openWatch }, { healthPaths }] = await Promise.all([
        import('./serve.ts'),
        import('./keeping.ts'),
        import('./operating/watch.ts'),
        import('./operating/health-paths.ts'),
      ])
      const look = () => hindranceOf(settings)
      watch = await openWatch({ ...settings, look, write, ...(process.stderr.isTTY && { plain: log }) })
      log = watch.log
      const pictures = watch.pictures(await openPictures()())
      const show = (text: string) => void process.stdout.write(text)
      const beside = healthPaths(watch.health)
      return choosePlatforms({ settings, pictures, onTrouble: trouble, onReady, show, beside })
    },
    async move(to) {
      const { dataDir, restate, language } = settings
      if (!restate) throw new SettingsError('RESTATE_URL is missing; set it to the Restate server to move to or from')
      const { openFiles, withRestate } = await import('./keeping.ts')
      const { moveConversations } = await withRestate(() => import('./move.ts'))
      const { store, release } = await openFiles(dataDir, trouble)
      return moveConversations({ to, restate, files: store, language }).finally(release)
    },
    run: (platforms, keep, language) => run({ ...settings, ...(language && { language }) }, platforms, keep),
  }
}

// Whoever reads the log may end before the bot does.
process.stderr.on('error', () => {})
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
