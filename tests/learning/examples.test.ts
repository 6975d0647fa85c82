import { describe, expect, test } from 'vitest'
import { unpack } from '../../src/reading/learned/packed.ts'
import { normalise } from '../../src/reading/normalise.ts'
import { statementOf } from '../../src/reading/statement.ts'
import { knowledge } from '../ground.ts'
import { labelled } from '../reading/labelled.ts'
import { digestOfSources } from './digest.ts'
import { readExamples } from './examples.ts'

const examples = readExamples()
const plain = (text: string) => normalise(text).text.replace(/[^\p{L}\p{N}]/gu, '')

describe('what is learned from', () => {
  test('states only what the catalogue has', () => {
    const known = new Set(
      knowledge.booleans.flatMap(({ id }) => [true, false].map((value) => statementOf({ fact: id, value }))),
    )
    const unknown = examples.flatMap(({ id, says }) =>
      says.filter(({ statement }) => !known.has(statement)).map(({ statement }) => `${id}: ${statement}`),
    )
    expect(unknown).toEqual([])
  })

  test('holds no message that the reader is measured on', () => {
    const measured = [
      ...[
        'messages',
        'unseen',
        'fresh-seen',
        'fresh-unseen',
        'second-seen',
        'second-unseen',
        'concerns',
        'real-unseen',
        'plain-unseen',
      ],
      ...['ordinary-zh', 'ordinary-en', 'job-adverts'],
    ]
    const texts = new Set(measured.flatMap((name) => labelled(`${name}.yaml`).map(({ text }) => plain(text))))
    expect(examples.filter(({ text }) => texts.has(plain(text))).map(({ id }) => id)).toEqual([])
  })

  test('holds thousands of messages, harmless ones among them, and gives each a name of its own', () => {
    const messages = examples.filter(({ whole }) => whole)
    expect(messages.length).toBeGreaterThan(5000)
    expect(messages.filter(({ says }) => says.length === 0).length).toBeGreaterThan(1500)
    expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length)
  })
})

test('what was learned was learned from what stands there now', () => {
  expect(unpack(knowledge.learned).from, 'run npm run learn').toBe(digestOfSources())
})
