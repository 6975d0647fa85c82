import type { Signal, SignalFile } from '../knowledge/schema/signal.ts'
import { CUT, macros } from './macros.ts'

type Language = SignalFile['language']

/** Compiled when first asked for: most messages need a handful of all patterns. */
export type Pattern = () => RegExp

const named = /\{([a-z]+)\}/g

/** Patterns run without the flag u, where these mean something else, and are read for what they ask for. */
const unfit = /\\[pPuxck1-9]|\p{Surrogate}|[\u{10000}-\u{10ffff}]/u

/**
 * The pattern with its macros written out. Throws an Error naming a macro that does not exist, or a pattern with
 * characters written as escapes or of two UTF-16 units, or with references back.
 */
export function expand(pattern: string, language: Language): string {
  if (unfit.test(pattern)) throw new Error(`no characters as escapes or beyond U+FFFF, and no references: ${pattern}`)
  return pattern.replace(named, (_, name: string) => {
    const body = macros[language][name]
    if (body === undefined) throw new Error(`no macro {${name}} in ${language}: ${pattern}`)
    return body
  })
}

const anyOf = (sources: readonly string[]) => sources.map((source) => `(?:${source})`).join('|')

const repeatedGroup = /\)(?:\?(?!\?)|\{\d+,\d+\}(?!\?))/g
/** The same pattern, compiled to half the code. */
const compact = (source: string) => source.replace(repeatedGroup, `$&${CUT}`)

function lazy(source: string, language: Language, flags: string): Pattern {
  let made: RegExp | undefined
  return () => {
    made ??= new RegExp(compact(expand(source, language)), flags)
    made.lastIndex = 0
    return made
  }
}

/** One pattern, to be run over one sentence. */
export const pattern = (source: string, language: Language): Pattern => lazy(source, language, 'g')

/** What silences a signal, as one pattern, or undefined when nothing does. */
export const silencer = ({ unless }: Signal, language: Language): Pattern | undefined =>
  unless.length === 0 ? undefined : lazy(anyOf(unless), language, '')
