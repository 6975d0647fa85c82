import { createReader } from '../../src/reading/read.ts'
import { knowledge } from '../ground.ts'
import { labelled, score } from './labelled.ts'

/** How well each labelled set is read; the unseen ones tell how well text is read that nobody tuned on. */
const read = createReader(knowledge)
const sets = ['messages.yaml', 'fresh-seen.yaml', 'unseen.yaml', 'fresh-unseen.yaml']
for (const name of sets) {
  const rows = labelled(name)
  const groups = name.startsWith('fresh') ? ['f', 'e', 't'] : ['']
  for (const group of groups) {
    const own = rows.filter(({ id }) => id.startsWith(group))
    const { concern, alarms, precision, recall, f1, placed } = score(own, read)
    const harmless = own.filter((row) => row.concern === 'none').length
    const shown = Object.entries({ concern, precision, recall, f1, placed }).map(
      ([what, value]) => `${what} ${value.toFixed(3)}`,
    )
    process.stdout.write(
      `${name} ${group.padEnd(1)} ${own.length} messages: ${shown.join(', ')}, alarms ${alarms}/${harmless}\n`,
    )
  }
}
