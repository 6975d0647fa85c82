import { createLanes } from '../../lanes.ts'
import { durableFile } from './durable-file.ts'

/** Tells time that nobody can set, in milliseconds since 1970. */
export interface SteadyClock {
  now(): number
  /** Notes the time for the next start. */
  close(): Promise<void>
}

export interface SteadyClockOptions {
  /** Where the time is noted every hour; without it, nowhere. */
  readonly path?: string
  readonly onTrouble: (message: string, cause?: unknown) => void
  /** The system's clock, in milliseconds since 1970, which may be set at any time. */
  readonly wall?: () => number
  /** Milliseconds since some moment, which nobody sets. */
  readonly passed?: () => number
}

const hour = 3_600_000
/** A bot that was stopped for longer is less likely than a clock that stands wrong, in milliseconds. */
const longestBreak = 366 * 24 * hour

/**
 * Ages are told by this clock: while the process runs it goes on by the time that passes, whatever the system's clock
 * is set to; at a start it takes over the system's time, unless that lies before the time noted last or over a year
 * after it. Then it goes on from what was noted, and tells so.
 */
export async function openSteadyClock(options: SteadyClockOptions): Promise<SteadyClock> {
  const { path, onTrouble, wall = Date.now, passed = () => performance.now() } = options
  const file = path === undefined ? undefined : durableFile(path)
  const noted = Number((await file?.read().catch(() => null)) ?? Number.NaN)
  const away = wall() - noted
  const isBelieved = !(away < 0 || away > longestBreak)
  if (!isBelieved)
    onTrouble(`the clock stands ${Math.round(away / (24 * hour))} days from where it stood last; ages go on from there`)
  const begin = isBelieved ? wall() : noted
  const since = passed()
  const now = () => begin + Math.floor(passed() - since)
  const lanes = createLanes()
  const note = () => lanes.run('', async () => file?.write(String(now())))
  await note()
  const failed = (error: unknown) => onTrouble('the time could not be noted', error)
  const noting = setInterval(() => void note().catch(failed), hour).unref()
  return {
    now,
    async close() {
      clearInterval(noting)
      await note().catch(failed)
    },
  }
}
