import { checkSync } from 'recheck'
import { expect, test } from 'vitest'
import { patternsOf, writtenOut } from '../../src/knowledge/check-answers.ts'
import { knowledge } from '../ground.ts'
import { withoutLookaround } from '../reading/lookaround.ts'

/** What people say is matched against these as it comes; none may be made slow by what it says. */
const patterns = [
  ...knowledge.alerts.flatMap(({ id, patterns, unless }) => [patterns, unless].map((both) => [id, both] as const)),
  ['inquiries', knowledge.speech.inquiries] as const,
  ['evasions', knowledge.speech.evasions] as const,
  ...Object.entries(knowledge.speech.wishes),
  ['losses', knowledge.speech.losses] as const,
  ['deletions', knowledge.speech.deletions] as const,
  ['card_requests', knowledge.speech.card_requests] as const,
  ['money_requests', knowledge.speech.money_requests] as const,
  ...(['forms', 'legal', 'offers', 'subjects'] as const).map(
    (key) => [`asking ${key}`, knowledge.asking[key]] as const,
  ),
].flatMap(([name, { zh, en }]) => [...zh, ...en].map((pattern) => [name, pattern] as const))

/** How people answer, with the words of each fact written out. */
const { signs: _signs, words: _words, frames: _frames, ...general } = knowledge.ways
const answering = [
  ...Object.entries(general).flatMap(([name, said]) =>
    writtenOut(knowledge.ways, said).map((pattern) => [name, pattern] as const),
  ),
  ...[...knowledge.answers.values()].flatMap((one) =>
    (['yes', 'no', 'unknown'] as const).flatMap((means) =>
      patternsOf(knowledge.ways, one, means).map((pattern) => [`${one.fact} ${means}`, pattern] as const),
    ),
  ),
]

test.each([...patterns, ...answering])('%s %s', (_, pattern) => {
  const { status } = checkSync(withoutLookaround(pattern), 'u', { checker: 'automaton', timeout: 20_000 })
  expect(status).toBe('safe')
})

test('every repeat is bounded', () => {
  for (const [, pattern] of [...patterns, ...answering])
    expect(pattern.replace(/\\./g, '').replace(/\[[^\]]*\]/g, ''), pattern).not.toMatch(/[*+]|,\}/)
})
