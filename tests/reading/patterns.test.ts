import { checkSync } from 'recheck'
import { describe, expect, test } from 'vitest'
import { sentences } from '../../src/reading/clauses.ts'
import { macros } from '../../src/reading/macros.ts'
import { normalise } from '../../src/reading/normalise.ts'
import { expand } from '../../src/reading/patterns.ts'
import { signalIndex } from '../../src/reading/signal-index.ts'
import { knowledge } from '../ground.ts'
import { labelled } from './labelled.ts'
import { withoutLookaround } from './lookaround.ts'

const { signals } = knowledge

describe('every pattern takes linear time', () => {
  test.each(signals.map(({ signal, language }) => [signal.id, signal, language] as const))(
    '%s',
    (_, signal, language) => {
      for (const source of [...signal.patterns, ...signal.unless]) {
        // Lookarounds only remove ways to match, so what is safe without them is safe with them; and without
        // them recheck proves it by automata instead of trying attacks.
        const result = checkSync(withoutLookaround(expand(source, language)), 'u', {
          checker: 'automaton',
          timeout: 60_000,
        })
        expect(result.status, source).toBe('safe')
      }
    },
    300_000,
  )
})

test('every repeat is bounded', () => {
  for (const { signal, language } of signals)
    for (const source of [...signal.patterns, ...signal.unless])
      expect(
        expand(source, language)
          .replace(/\\./g, '')
          .replace(/\[[^\]]*\]/g, ''),
        signal.id,
      ).not.toMatch(/[*+]|,\}/)
})

test('every macro is used', () => {
  const all = signals.map(({ signal }) => [...signal.patterns, ...signal.unless].join(' ')).join(' ')
  for (const language of ['zh', 'en'] as const)
    for (const name of Object.keys(macros[language])) expect(all.includes(`{${name}}`), name).toBe(true)
})

test('a macro that does not exist is named', () => {
  expect(() => expand('交{monney}', 'zh')).toThrow('{monney}')
})

test('what needs another flag is refused, and named', () => {
  for (const source of ['交\\p{Script=Han}', '交\\u{1f4b0}', '交\\u5143', '(交)\\1', '交💰'])
    expect(() => expand(source, 'zh')).toThrow(source)
})

test('what is run finds what the patterns as written find, and nothing that matches is passed over', () => {
  const index = signalIndex(signals)
  const regexes = signals.flatMap(({ signal, language }) =>
    signal.patterns.map((source) => new RegExp(expand(source, language), 'u')),
  )
  const first = (regex: RegExp, words: string) => {
    const found = regex.exec(words)
    return found ? [`${found.index} ${found[0]}`] : []
  }
  for (const { text } of ['messages.yaml', 'unseen.yaml', 'fresh-seen.yaml'].flatMap((name) => labelled(name))) {
    const normal = normalise(text).text
    const candidates = index.candidates(normal)
    for (const { start, end } of sentences(normal)) {
      const words = normal.slice(start, end)
      const rules = candidates.find(({ sentence }) => sentence.start === start)?.rules ?? []
      const found = rules.flatMap(({ pattern }) => first(pattern(), words))
      expect(found.sort(), text).toEqual(regexes.flatMap((regex) => first(regex, words)).sort())
    }
  }
})
