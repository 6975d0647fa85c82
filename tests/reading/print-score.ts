import { languageOf } from '../../src/reading/language.ts'
import { createReader } from '../../src/reading/read.ts'
import { knowledge } from '../ground.ts'
import { type Labelled, labelled, score } from './labelled.ts'

/** How well each labelled set is read; the unseen ones tell how well text is read that nobody tuned on. */
const { read } = createReader(knowledge)
const sets = [
  'messages.yaml',
  'unseen.yaml',
  'fresh-seen.yaml',
  'fresh-unseen.yaml',
  'second-seen.yaml',
  'second-unseen.yaml',
  'real-unseen.yaml',
  'plain-unseen.yaml',
]
/** Rows by the first letter of their ids, as each writer chose them, or by their language. */
const groups: readonly (readonly [string, (row: Labelled) => boolean])[] = [
  ['', ({ id }) => 'su'.includes(id[0] ?? '')],
  ...['zh-Hans', 'en', 'zh-Hant'].map((language, i): [string, (row: Labelled) => boolean] => [
    language,
    ({ id, text }) =>
      /^(?:real|plain)/.test(id) ? languageOf(text) === language : (['fz', 'en', 'th'][i] ?? '').includes(id[0] ?? ''),
  ]),
]
for (const name of sets) {
  const rows = labelled(name)
  for (const [group, isOwn] of groups) {
    const own = rows.filter(isOwn)
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
