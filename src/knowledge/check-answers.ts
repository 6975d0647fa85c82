import type { Raw } from './compile.ts'
import { layout } from './layout.ts'
import type { FactAnswers, Ways } from './schema/answers.ts'
import type { Mistake, Placed } from './source.ts'

type Language = keyof FactAnswers['yes']

const named = /\{([a-z]+)\}/g

/** The pattern with its words written out: those of the fact first, then everyone's. Throws an Error naming one that is missing. */
export function writeOut(pattern: string, language: Language, ways: Ways, own?: FactAnswers['words']): string {
  return pattern.replace(named, (_, name: string) => {
    const body = own?.[language][name] ?? ways.words[language][name]
    if (body === undefined) throw new Error(`no words {${name}} in ${language}: ${pattern}`)
    return `(?:${writeOut(body, language, ways, own)})`
  })
}

type Said = Readonly<Record<Language, readonly string[]>>

/** Everything that answers the question about a fact, in every frame it takes, as patterns with their words written out. */
export function patternsOf(ways: Ways, one: FactAnswers, means: 'yes' | 'no' | 'unknown'): string[] {
  const framed: Said[] = means === 'unknown' ? [] : one.frames.flatMap((name) => ways.frames[name]?.[means] ?? [])
  return [...framed, one[means]].flatMap((said) => writtenOut(ways, said, one.words))
}

export const writtenOut = (ways: Ways, { zh, en }: Said, own?: FactAnswers['words']): string[] => [
  ...zh.map((pattern) => writeOut(pattern, 'zh', ways, own)),
  ...en.map((pattern) => writeOut(pattern, 'en', ways, own)),
]

/** Every boolean fact has its answers, once; every frame and word that is named stands somewhere; every pattern is one. */
export function checkAnswers(raw: Raw, bitOf: ReadonlyMap<string, number>): Mistake[] {
  const mistakes: Mistake[] = []
  const ways = raw.ways.value
  const expect = <T>({ mistake }: Placed<T>, problem: string | undefined, ...inside: PropertyKey[]) => {
    if (problem) mistakes.push(mistake(problem, ...inside))
  }
  const seen = new Set<string>()
  for (const one of raw.answers) {
    const { fact, frames } = one.value
    expect(one, bitOf.has(fact) ? undefined : `"${fact}" is not a boolean fact of facts/`, 'fact')
    expect(one, seen.has(fact) ? `the answers about "${fact}" stand twice` : undefined, 'fact')
    seen.add(fact)
    for (const [i, name] of frames.entries())
      expect(one, ways.frames[name] ? undefined : `"${name}" is not a frame of ${layout.ways}`, 'frames', i)
    for (const means of ['yes', 'no', 'unknown'] as const)
      expect(
        one,
        fault(() => patternsOf(ways, one.value, means)),
        means,
      )
  }
  for (const fact of bitOf.keys())
    if (!seen.has(fact))
      mistakes.push({ file: layout.answers, message: `nothing says how people answer about "${fact}"` })
  const { signs: _signs, words: _words, frames: _frames, ...general } = ways
  for (const [key, said] of Object.entries(general))
    expect(
      raw.ways,
      fault(() => writtenOut(ways, said)),
      key,
    )
  return mistakes
}

/** Why a pattern among them cannot be used, or undefined. */
function fault(make: () => readonly string[]): string | undefined {
  try {
    for (const pattern of make()) new RegExp(pattern, 'u')
    return undefined
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}; expected regular expressions`
  }
}
