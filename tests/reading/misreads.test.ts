import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { normalise } from '../../src/reading/normalise.ts'
import { createReader } from '../../src/reading/read.ts'
import { knowledge } from '../ground.ts'

const { read } = createReader(knowledge)

const form = z.array(
  z.strictObject({
    cause: z.string(),
    rows: z.array(
      z.strictObject({
        text: z.string(),
        has: z.record(z.string(), z.string()).default({}),
        hasnt: z.array(z.string()).default([]),
      }),
    ),
  }),
)
const causes = form.parse(load(readFileSync(new URL('misreads.yaml', import.meta.url), 'utf8')))

/** Fact, or "no " and fact, → its quotes. */
function quotes(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { fact, value, quote } of read(text, 'told').evidence) {
    const key = value ? fact : `no ${fact}`
    found.set(key, [...(found.get(key) ?? []), quote])
  }
  return found
}

describe.each(causes)('$cause', ({ rows }) => {
  test.each(rows)('$text', ({ text, has, hasnt }) => {
    const found = quotes(text)
    for (const key of hasnt) expect([...found.keys()], text).not.toContain(key)
    for (const [key, quote] of Object.entries(has)) {
      expect([...found.keys()], text).toContain(key)
      if (quote) expect(found.get(key)?.map((one) => normalise(one).text)).toContain(normalise(quote).text)
    }
  })
})
