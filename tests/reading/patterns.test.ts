import { checkSync } from 'recheck'
import { describe, expect, test } from 'vitest'
import { piecesOf, type Signal } from '../../src/knowledge/schema/signal.ts'
import { sentences } from '../../src/reading/clauses.ts'
import { macros } from '../../src/reading/macros.ts'
import { normalise } from '../../src/reading/normalise.ts'
import { expand } from '../../src/reading/patterns.ts'
import { signalIndex } from '../../src/reading/signal-index.ts'
import { inAnyOrder, inOrder } from '../../src/reading/together.ts'
import { knowledge } from '../ground.ts'
import { labelled } from './labelled.ts'
import { withoutLookaround } from './lookaround.ts'

const { signals } = knowledge

const sourcesOf = ({ patterns, together, unless }: Signal) => [...patterns, ...together.flatMap(piecesOf), ...unless]

describe('every pattern takes linear time', () => {
  test.each(signals.map(({ signal, language }) => [signal.id, signal, language] as const))(
    '%s',
    (_, signal, language) => {
      for (const source of sourcesOf(signal)) {
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
    for (const source of sourcesOf(signal))
      expect(
        expand(source, language)
          .replace(/\\./g, '')
          .replace(/\[[^\]]*\]/g, ''),
        signal.id,
      ).not.toMatch(/[*+]|,\}/)
})

test('every macro is used', () => {
  const all = [
    ...signals.flatMap(({ signal }) => sourcesOf(signal)),
    ...Object.values(macros).flatMap(Object.values),
  ].join(' ')
  for (const language of ['zh', 'en'] as const)
    for (const name of Object.keys(macros[language])) expect(all.includes(`{${name}}`), name).toBe(true)
})

test('a macro that does not exist is named', () => {
  expect(() => expand('交{monney}', 'zh')).toThrow('{monney}')
})

test('what is passed over because a word is missing would not have matched', () => {
  const index = signalIndex(signals)
  const finders = signals.flatMap(({ signal: { patterns, together, within }, language }) => [
    ...patterns.map((source) => inOrder(source, language)),
    ...together.map((line) =>
      inAnyOrder(
        piecesOf(line).map((source) => inOrder(source, language)),
        within,
      ),
    ),
  ])
  for (const { text } of [...labelled('messages.yaml'), ...labelled('unseen.yaml')]) {
    const normal = normalise(text).text
    const candidates = index.candidates(normal)
    for (const { start, end } of sentences(normal)) {
      const matching = finders.filter((find) => find(normal.slice(start, end)).length > 0).length
      const rules = candidates.find(({ sentence }) => sentence.start === start)?.rules ?? []
      const found = rules.filter(({ find }) => find(normal.slice(start, end)).length > 0).length
      expect(found, text).toBe(matching)
    }
  }
})
