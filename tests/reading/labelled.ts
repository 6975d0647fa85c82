import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import * as z from 'zod'
import type { Reading } from '../../src/reading/read.ts'

const form = z.array(
  z.strictObject({
    id: z.string(),
    text: z.string(),
    concern: z.enum(['pyramid', 'other_fraud', 'none']),
    evidence: z.record(z.string(), z.string()).default({}),
  }),
)

export interface Labelled {
  readonly id: string
  readonly text: string
  readonly concern: Reading['concern']
  readonly evidence: readonly {
    readonly fact: string
    readonly value: boolean
    readonly start: number
    readonly end: number
  }[]
}

/** Labelled messages of tests/reading. Throws an Error naming a quote that does not stand in its message. */
export function labelled(name: string): Labelled[] {
  const rows = form.parse(load(readFileSync(new URL(name, import.meta.url), 'utf8')))
  return rows.map(({ evidence, ...row }) => ({
    ...row,
    evidence: Object.entries(evidence).map(([key, quote]) => {
      const start = row.text.indexOf(quote)
      if (start < 0) throw new Error(`${name} ${row.id}: «${quote}» does not stand in the message`)
      const value = !key.startsWith('no ')
      return { fact: value ? key : key.slice(3), value, start, end: start + quote.length }
    }),
  }))
}

export interface Score {
  readonly messages: number
  readonly concern: number
  readonly alarms: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly placed: number
}

type Place = Labelled['evidence'][number]
const key = ({ fact, value }: { fact: string; value: boolean }) => `${fact}=${value}`

function shared(a: { start: number; end: number }, b: { start: number; end: number }): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

/** Counts as shared/score/read.mjs counts; shares from 0 to 1. */
export function score(rows: readonly Labelled[], read: (text: string) => Reading): Score {
  let concern = 0
  let alarms = 0
  let hit = 0
  let said = 0
  let due = 0
  let placed = 0
  for (const row of rows) {
    const reading = read(row.text)
    if (reading.concern === row.concern) concern++
    if (row.concern === 'none' && reading.concern !== 'none') alarms++
    const wanted = new Map<string, Place>(row.evidence.map((one) => [key(one), one]))
    due += wanted.size
    said += new Set(reading.evidence.map(key)).size
    for (const [name, place] of wanted) {
      const mine = reading.evidence.filter((one) => key(one) === name)
      if (mine.length > 0) hit++
      if (mine.some((one) => shared(one, place) >= 0.3)) placed++
    }
  }
  const precision = hit / said
  const recall = hit / due
  return {
    messages: rows.length,
    concern: concern / rows.length,
    alarms,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    placed: placed / hit,
  }
}
