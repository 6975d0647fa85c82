import { expect, test } from 'vitest'
import { createReader } from '../../src/reading/read.ts'
import { knowledge } from '../ground.ts'
import { labelled } from './labelled.ts'

const { read } = createReader(knowledge)

/** What groups talk about all day, by writers who saw nothing of the reader; nothing was learned from it. */
test.each([
  ['ordinary-zh.yaml', 750, 1],
  ['ordinary-en.yaml', 558, 1],
  ['job-adverts.yaml', 180, 0],
])('%s, %i messages: at most %i alarms', (name, count, most) => {
  const rows = labelled(name)
  expect(rows.length).toBe(count)
  const alarmed = rows.filter(({ text }) => read(text).concern !== 'none').map(({ id }) => id)
  expect(alarmed.length, alarmed.join(', ')).toBeLessThanOrEqual(most)
})
