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

test('what is passed over because a word is missing would not have matched', () => {
  const index = signalIndex(signals)
  const regexes = signals.flatMap(({ signal, language }) =>
    signal.patterns.map((source) => new RegExp(expand(source, language), 'u')),
  )
  for (const { text } of [...labelled('messages.yaml'), ...labelled('unseen.yaml')]) {
    const normal = normalise(text).text
    const candidates = index.candidates(normal)
    for (const { start, end } of sentences(normal)) {
      const matching = regexes.filter((regex) => regex.test(normal.slice(start, end))).length
      const rules = candidates.find(({ sentence }) => sentence.start === start)?.rules ?? []
      const found = rules.filter(({ pattern }) => pattern().test(normal.slice(start, end))).length
      expect(found, text).toBe(matching)
    }
  }
})
