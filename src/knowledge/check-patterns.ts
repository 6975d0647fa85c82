import type { Raw } from './compile.ts'
import type { phrases } from './schema/forms.ts'
import type { SignalFile } from './schema/signal.ts'
import { wishes } from './schema/speech.ts'
import type { Mistake, Placed } from './source.ts'

type Language = SignalFile['language']
type Lines = (typeof phrases)['_zod']['output']

/**
 * A signal's pattern as a regular expression, as whoever reads by it writes its macros out. Throws an Error where
 * it names a macro that does not exist.
 */
export type Expand = (pattern: string, language: Language) => string

/** Why a regular expression cannot be used, or undefined. Nothing is compiled beyond its syntax. */
function fault(make: () => string): string | undefined {
  try {
    new RegExp(make(), 'u')
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Every pattern is a regular expression. Those of signals are looked at only where `expand` is given. */
export function checkPatterns(raw: Raw, expand: Expand | undefined): Mistake[] {
  const mistakes: Mistake[] = []
  const expect = <T>({ mistakeIn }: Placed<T>, pattern: string, make: () => string, at: PropertyKey[]) => {
    const problem = fault(make)
    if (problem) mistakes.push(mistakeIn(pattern, `${problem}; expected a regular expression, not ${pattern}`, ...at))
  }
  const both = <T>(placed: Placed<T>, { zh, en }: Lines, ...at: PropertyKey[]) => {
    for (const [language, patterns] of Object.entries({ zh, en }))
      for (const pattern of patterns) expect(placed, pattern, () => pattern, [...at, language])
  }
  for (const key of ['inquiries', 'evasions', 'losses', 'deletions', 'card_requests', 'money_requests'] as const)
    both(raw.speech, raw.speech.value[key], key)
  for (const wish of wishes) both(raw.speech, raw.speech.value.wishes[wish], 'wishes', wish)
  for (const key of ['forms', 'legal', 'offers', 'subjects'] as const) both(raw.asking, raw.asking.value[key], key)
  for (const alert of raw.alerts) {
    both(alert, alert.value.patterns, 'patterns')
    both(alert, alert.value.unless, 'unless')
  }
  if (!expand) return mistakes
  for (const file of raw.signals)
    for (const [i, signal] of file.value.signals.entries())
      for (const key of ['patterns', 'unless'] as const)
        for (const pattern of signal[key])
          expect(file, pattern, () => expand(pattern, file.value.language), ['signals', i, key])
  return mistakes
}
