import { pino } from 'pino'
import { factsOf } from './cause.ts'
import type { Facts, Log, LogLevel, WriteLine } from './log.ts'

/** For a service: one line of JSON each, with `level`, `time` (ISO 8601, UTC) and `msg`. */
export function createServiceLog(write: WriteLine, level: LogLevel = 'info'): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  )
  return {
    trouble: (message, cause) => logger.error(factsOf(cause), message),
    fatal: (message, cause) => logger.fatal(factsOf(cause), message),
    note: (message, facts: Facts = {}) => logger.info(facts, message),
    detail: (message, facts: Facts = {}) => logger.debug(facts, message),
  }
}
