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
const day = 24 * hour
/** A bot that was stopped for longer is less likely than a clock that stands wrong, in milliseconds. */
const longestBreak = 366 * day
/** The system's clock is gone by where it is no further off, in milliseconds. */
const near = day / 2

/**
 * Ages are told by this clock. While the process runs it goes on by the time that passes, whatever the system's clock
 * is set to. At a start it adds the time the process was stopped, by the system's clock where that is believable; it
 * agrees with that clock unless that stands half a day off or more, which is told.
 */
export async function openSteadyClock(options: SteadyClockOptions): Promise<SteadyClock> {
  const { path, onTrouble, wall = Date.now, passed = () => performance.now() } = options
  const file = path === undefined ? undefined : durableFile(path)
  const text = (await file?.read().catch(() => null)) ?? ''
  const [, noted, notedWall] = /^(\d+) (-?\d+)$/.exec(text) ?? []
  const atStart = wall()
  const reckon = () => {
    if (noted === undefined) return atStart
    const away = atStart - Number(notedWall)
    return Number(noted) + (away < 0 || away > longestBreak ? 0 : away)
  }
  const reckoned = reckon()
  const off = atStart - reckoned
  const agrees = Math.abs(off) < near
  if (!agrees) onTrouble(`the system's clock stands ${Math.round(off / hour)} hours off; ages go on without it`)
  const begin = agrees ? atStart : reckoned
  const since = passed()
  const now = () => begin + Math.floor(passed() - since)
  const lanes = createLanes()
  const note = () => lanes.run('', async () => file?.write(`${now()} ${Math.floor(wall())}`))
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
