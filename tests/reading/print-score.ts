import { createReader } from '../../src/reading/read.ts'
import { knowledge } from '../ground.ts'
import { labelled, score } from './labelled.ts'

/** How well each labelled set is read; the unseen ones tell how well text is read that nobody tuned on. */
const read = createReader(knowledge)
const sets = [
  'messages.yaml',
  'unseen.yaml',
  'fresh-seen.yaml',
  'fresh-unseen.yaml',
  'second-seen.yaml',
  'second-unseen.yaml',
  'real-unseen.yaml',
]
/** Rows by the first letter of their ids, as each writer chose them. */
const groups = [
  ['', 'su'],
  ['zh-Hans', 'fz'],
  ['en', 'en'],
  ['zh-Hant', 'th'],
] as const
for (const name of sets) {
  const rows = labelled(name)
  for (const [group, letters] of groups) {
    const own = rows.filter(({ id }) => letters.includes(id[0] ?? ''))
    if (own.length === 0) continue
    const { concern, alarms, precision, recall, f1, placed } = score(own, read)
    const harmless = own.filter((row) => row.concern === 'none').length
    const shown = Object.entries({ concern, precision, recall, f1, placed }).map(
      ([what, value]) => `${what} ${value.toFixed(3)}`,
    )
    process.stdout.write(`${name} ${group} ${own.length} messages: ${shown.join(', ')}, alarms ${alarms}/${harmless}\n`)
  }
}
for (const name of ['ordinary-zh.yaml', 'ordinary-en.yaml', 'job-adverts.yaml']) {
  const rows = labelled(name)
  process.stdout.write(`${name} ${rows.length} messages: alarms ${score(rows, read).alarms}\n`)
}
