import { logLevels } from '../settings.ts'

export type LogLevel = (typeof logLevels)[number]

/** What is told beside a message: figures and words of the program's own, never of a person's. */
export type Facts = Readonly<Record<string, string | number | readonly string[]>>

/** What the program says of itself to those who run it. No message quotes anyone, names anyone or holds a secret. */
export interface Log {
  /** Something went wrong that nobody waits to be answered about. Of its cause only what names nobody is told. */
  trouble(message: string, cause?: unknown): void
  /** The program cannot go on. */
  fatal(message: string, cause?: unknown): void
  /** It began, it ends. */
  note(message: string, facts?: Facts): void
  /** What it did, one line for each. */
  detail(message: string, facts?: Facts): void
}

/** Takes a line with its end. */
export type WriteLine = (line: string) => void

/** For a person at a terminal: what went wrong, in words. */
export function createPlainLog(write: WriteLine, level: LogLevel = 'warn'): Log {
  const says = (needed: LogLevel) => logLevels.indexOf(level) >= logLevels.indexOf(needed)
  const told = (facts: Facts) => Object.entries(facts).map(([name, value]) => ` ${name}=${String(value)}`)
  const fail = (needed: LogLevel) => (message: string, cause?: unknown) => {
    const code = codeOf(cause)
    if (says(needed)) write(`bot: ${message}${code === undefined ? '' : ` (${code})`}\n`)
  }
  const tell =
    (needed: LogLevel) =>
    (message: string, facts: Facts = {}) => {
      if (says(needed)) write(`bot: ${message}${told(facts).join('')}\n`)
    }
  return { trouble: fail('error'), fatal: fail('fatal'), note: tell('info'), detail: tell('debug') }
}

/** The code of an error that has one, such as ENOSPC. */
export function codeOf(cause: unknown): string | undefined {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
  return code !== undefined && /^[\w-]{1,60}$/.test(code) ? code : undefined
}
