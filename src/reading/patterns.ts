import type { Signal, SignalFile } from '../knowledge/schema.ts'
import { macros } from './macros.ts'

type Language = SignalFile['language']

/** Compiled when first asked for: most messages need a handful of all patterns. */
export interface Pattern {
  readonly source: string
  readonly regex: () => RegExp
}

const named = /\{([a-z]+)\}/g

/** The pattern with its macros written out. Throws an Error naming a macro that does not exist. */
export function expand(pattern: string, language: Language): string {
  return pattern.replace(named, (_, name: string) => {
    const body = macros[language][name]
    if (body === undefined) throw new Error(`no macro {${name}} in ${language}: ${pattern}`)
    return body
  })
}

const anyOf = (sources: readonly string[]) => sources.map((source) => `(?:${source})`).join('|')

function lazy(source: string, flags: string): Pattern {
  let made: RegExp | undefined
  return {
    source,
    regex: () => {
      made ??= new RegExp(source, flags)
      made.lastIndex = 0
      return made
    },
  }
}

export const FLAGS = 'gu'

/** One pattern, to be run over one sentence. */
export const pattern = (source: string, language: Language): Pattern => lazy(expand(source, language), FLAGS)

/** What silences a signal, as one pattern, or undefined when nothing does. */
export const silencer = (signal: Signal, language: Language): Pattern | undefined =>
  signal.unless.length === 0 ? undefined : lazy(expand(anyOf(signal.unless), language), 'u')
