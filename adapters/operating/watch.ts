import type { Engine } from '../../src/index.ts'
import type { PictureIntake } from '../picture-intake.ts'
import type { Platform } from '../platform.ts'
import { createHealth, type Health } from './health.ts'
import type { Log, LogLevel, WriteLine } from './log.ts'
import { measuredLog, measuredPictures, measuredPlatform, measuredStep } from './measured.ts'
import type { MetricsPlace } from './metrics-server.ts'
import { createServiceLog } from './service-log.ts'
import { toldPlatform } from './told.ts'

/** What watches over a program that serves. */
export interface Watch {
  readonly log: Log
  readonly health: Health
  readonly platform: (platform: Platform) => Platform
  readonly step: (step: Engine['step']) => Engine['step']
  readonly pictures: (intake: PictureIntake) => PictureIntake
}

export interface WatchOptions {
  /** Why nothing could be kept now; never rejects. */
  readonly look: () => Promise<string | undefined>
  /** Absent: nothing is measured. */
  readonly metrics?: MetricsPlace
  readonly logLevel?: LogLevel
  /** The log of a person at a terminal; absent: lines of JSON are written. */
  readonly plain?: Log
  readonly write: WriteLine
}

/** Rejects with a SettingsError where the metrics cannot be served. */
export async function openWatch({ look, metrics: place, logLevel, plain, write }: WatchOptions): Promise<Watch> {
  const log = plain ?? createServiceLog(write, logLevel)
  const health = createHealth(look)
  const told = (platform: Platform) => toldPlatform(platform, log)
  if (!place) return { log, health, platform: told, step: same, pictures: same }
  const [{ createMetrics }, { serveMetrics }] = await Promise.all([
    import('./metrics.ts'),
    import('./metrics-server.ts'),
  ])
  const metrics = createMetrics()
  log.note('metrics are served', { address: await serveMetrics(place, metrics, health) })
  return {
    log: measuredLog(log, metrics),
    health,
    platform: (platform) => measuredPlatform(told(platform), metrics),
    step: (step) => measuredStep(step, metrics),
    pictures: (intake) => measuredPictures(intake, metrics),
  }
}

const same = <T>(one: T): T => one
