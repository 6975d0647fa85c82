import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { verdictLabels } from '../../src/knowledge/schema/verdict-label.ts'
import { Talk } from '../dialogue/talk.ts'

const some = z.union([z.string(), z.array(z.string())]).transform((one) => [one].flat())

/** One turn as a lawyer reads it: what they say, press or forward, and what the bot must and must not do. */
const turn = z.strictObject({
  they_say: z.string().optional(),
  they_forward: z.string().optional(),
  they_choose: z.string().optional(),
  bot_asks: z.string().optional(),
  bot_asks_nothing: z.literal(true).optional(),
  bot_says: some.optional(),
  bot_never_says: some.optional(),
  verdict: z.enum(verdictLabels).optional(),
  determinacy: z.enum(['settled', 'open', 'contradictory']).optional(),
  rests_on: z.array(z.string()).optional(),
  elements_met: z.array(z.string()).optional(),
  warnings: z.array(z.string()).optional(),
  case: z.string().optional(),
  crime: z.enum(['met', 'not_met', 'open']).optional(),
  offers: z.array(z.string()).optional(),
  bot_shows: z.enum(['card', 'money']).optional(),
  bot_shows_nothing: z.literal(true).optional(),
  picture_says: some.optional(),
  picture_never_says: some.optional(),
  note: z.string().optional(),
})
const transcript = z.strictObject({ title: z.string(), about: z.string(), turns: z.array(turn).min(1) })

const folder = import.meta.dirname
const transcripts = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) =>
    z
      .array(transcript)
      .parse(load(readFileSync(join(folder, name), 'utf8')))
      .map((one) => ({ name, ...one })),
  )

/** One turn of a transcript. */
function take(talk: Talk, { they_say, they_forward, they_choose }: z.infer<typeof turn>): void {
  if (they_choose !== undefined) talk.choose(they_choose)
  else if (they_forward !== undefined) talk.forward(they_forward)
  else if (they_say !== undefined) talk.say(they_say)
  else throw new Error('nobody says anything')
}

describe('transcripts', () => {
  test('there are at least 25', () => expect(transcripts.length).toBeGreaterThanOrEqual(25))

  test.each(transcripts.map((one) => [`${one.name}: ${one.title}`, one] as const))('%s', (_, { turns }) => {
    const talk = new Talk()
    for (const [i, expected] of turns.entries()) {
      const said = expected.they_say ?? expected.they_forward
      take(talk, expected)
      check(talk, expected, `turn ${i + 1} (${said ?? expected.they_choose}):\n${talk.text}`)
    }
  })

  test('from a forwarded pitch to the verdict it takes two questions in the median, at most', () => {
    const counts = transcripts.flatMap(({ turns }) => {
      if (turns[0]?.they_forward === undefined) return []
      const talk = new Talk()
      let asked = 0
      for (const one of turns) {
        take(talk, one)
        if (talk.verdict !== undefined) return [asked]
        if (talk.asks !== undefined) asked++
      }
      return []
    })
    counts.sort((a, b) => a - b)
    expect(counts.length).toBeGreaterThanOrEqual(12)
    expect(counts[Math.floor(counts.length / 2)], counts.join(' ')).toBeLessThanOrEqual(2)
  })
})

function check(talk: Talk, expected: z.infer<typeof turn>, where: string): void {
  const answer = talk.replies.findLast(({ verdict }) => verdict)?.verdict
  if (expected.bot_asks) expect(talk.asks, where).toBe(expected.bot_asks)
  if (expected.bot_asks_nothing) expect(talk.asks, where).toBeUndefined()
  for (const words of expected.bot_says ?? []) expect(talk.text, where).toContain(words)
  for (const words of expected.bot_never_says ?? []) expect(talk.text, where).not.toContain(words)
  if (expected.verdict) {
    expect(answer?.verdict, where).toBe(expected.verdict)
    const lines = talk.replies
      .find(({ verdict }) => verdict)
      ?.text.split('\n\n')
      .at(-1)
      ?.split('\n')
    expect(lines?.length, where).toBeLessThanOrEqual(6)
    expect(answer?.citations.length, where).toBeGreaterThan(0)
  }
  if (expected.determinacy) expect(answer?.determinacy, where).toBe(expected.determinacy)
  if (expected.rests_on) expect([...(answer?.rests_on ?? [])].sort(), where).toEqual([...expected.rests_on].sort())
  if (expected.elements_met) {
    const met = answer?.elements.filter(({ state }) => state === 'met').map(({ id }) => id)
    expect(met, where).toEqual(expected.elements_met)
  }
  if (expected.warnings) expect(answer?.warnings, where).toEqual(expect.arrayContaining(expected.warnings))
  if (expected.case)
    expect(
      answer?.cases.map(({ id }) => id),
      where,
    ).toContain(expected.case)
  if (expected.crime) expect(answer?.crime, where).toBe(expected.crime)
  const picture = talk.replies.find(({ picture }) => picture)?.picture
  const shown = JSON.stringify(picture ?? '')
  if (expected.bot_shows) expect(picture?.kind, where).toBe(expected.bot_shows)
  if (expected.bot_shows_nothing) expect(picture, where).toBeUndefined()
  for (const words of expected.picture_says ?? []) expect(shown, where).toContain(words)
  for (const words of expected.picture_never_says ?? []) expect(shown, where).not.toContain(words)
  if (expected.offers) expect(talk.choices, where).toEqual(expect.arrayContaining(expected.offers))
}
