import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SeenPicture } from '../../adapters/picture-reader.ts'
import { createReader } from '../../adapters/pictures/reader.ts'
import { isConversation } from '../../src/dialogue/state.ts'
import { engine } from '../ground.ts'
import { characterError } from './character-error.ts'
import { textOf } from './drawing.ts'
import { drawAll } from './sample-files.ts'
import { samples } from './samples.ts'

/** What was read of each sample, and what the engine took of it. */
interface Result {
  readonly error: number
  readonly missing: readonly string[]
  readonly labels: number
  /** Facts it was taken to show. */
  readonly shown: readonly string[]
}

const linesOf = (picture: SeenPicture) => ('lines' in picture ? picture.lines : [])
const plain = (text: string) => text.normalize('NFKC').replace(/\s/gu, '')

/** Of the two readings the better one: both are searched. */
function errorOf(truth: string, picture: SeenPicture): number {
  const lines = linesOf(picture)
  const readings = [lines.map(({ text }) => text), lines.map(({ text, alternative = text }) => alternative)]
  return Math.min(...readings.map((one) => characterError(truth, one.join('\n'))))
}

function evidenceOf(picture: SeenPicture) {
  const [state] = engine.step(undefined, { kind: 'private', user: 'ann', pictures: [picture] }, 0)
  const log = isConversation(state) ? state.log : []
  return log.flatMap((entry) => (entry.kind === 'evidence' ? [entry] : []))
}

describe('drawn pictures, of three languages, in varied layouts, colours, qualities and positions', () => {
  const reader = createReader({ patience: 90_000 })
  const results = new Map<string, Result>()

  beforeAll(async () => {
    const files = await drawAll(samples)
    for (const [at, sample] of samples.entries()) {
      const picture = await reader.read(files[at] ?? Buffer.of(), 'ann')
      const evidence = evidenceOf(picture)
      // A fact may stand in several places: any of them will do, as long as it is quoted as it stands.
      const truth = plain(textOf(sample))
      const isFound = ([fact, words]: [string, string]) =>
        evidence.some(
          ({ quote, picture, ...one }) =>
            one.fact === fact && picture === 1 && (plain(quote).includes(plain(words)) || truth.includes(plain(quote))),
        )
      const labels = Object.entries(sample.shows)
      const missing = labels.filter((label) => !isFound(label)).map(([fact]) => fact)
      results.set(sample.name, {
        error: errorOf(textOf(sample), picture),
        missing,
        labels: labels.length,
        shown: evidence.map(({ fact }) => fact),
      })
    }
  }, 600_000)
  afterAll(() => reader.stop())

  test('are at least 30', () => expect(samples.length).toBeGreaterThanOrEqual(30))

  test.each(samples.map(({ name }) => name))('%s is read nearly as it stands', (name) => {
    expect(results.get(name)?.error).toBeLessThan(0.12)
  })

  test('the median character error is at most 3 %', () => {
    const errors = [...results.values()].map(({ error }) => error).toSorted((a, b) => a - b)
    expect(errors[errors.length >> 1]).toBeLessThanOrEqual(0.03)
  })

  test('at least 95 % of the labelled evidence is found, with its words', () => {
    const all = [...results.values()]
    const labels = all.reduce((sum, one) => sum + one.labels, 0)
    const missing = [...results].flatMap(([name, one]) => one.missing.map((fact) => `${name}: ${fact}`))
    expect(labels).toBeGreaterThan(70)
    expect(missing.length / labels, missing.join('; ')).toBeLessThanOrEqual(0.05)
  })

  test('what is no offer shows nothing but what stands in it', () => {
    const harmless = samples.filter(({ name }) => name.endsWith('nothing wrong'))
    expect(harmless.length).toBeGreaterThan(1)
    for (const { name, shows } of harmless) expect(results.get(name)?.shown, name).toEqual(Object.keys(shows))
  })
})
