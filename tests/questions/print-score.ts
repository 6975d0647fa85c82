import { unpackTopics } from '../../src/questions/learned/packed.ts'
import { knowledge } from '../ground.ts'
import { answered, finder, outside, paraphrases, scoreQuestions } from './score.ts'

/** How questions about the law are found; `--misses` lists those of the seen half. */
for (const half of ['seen', 'unseen', 'fresh', 'blind'] as const) {
  const { asked, right, nearest, wrong, outside: foreign, unknown } = scoreQuestions(half)
  process.stdout.write(
    `questions ${half}: ${asked} paraphrases, right ${right.toFixed(3)}, nearest ${nearest.toFixed(3)}, wrong ${wrong.toFixed(3)}; ` +
      `${foreign} from outside, not known ${unknown.toFixed(3)}\n`,
  )
}
for (const { name, asked, right, nearest, wrong, offered, outside: foreign, unknown } of unpackTopics(
  knowledge.learnedTopics,
).heldOut)
  process.stdout.write(
    `questions of writers nothing was learned from, ${name}: ${asked}, right ${right.toFixed(3)}, nearest ${nearest.toFixed(3)}, ` +
      `wrong ${wrong.toFixed(3)}, offered ${offered.toFixed(3)}; ${foreign} from outside, not known ${unknown.toFixed(3)}\n`,
  )
if (process.argv.includes('--misses')) {
  const rows = [...paraphrases, ...outside.map((one) => ({ ...one, want: undefined }))]
  for (const { half, text, want } of rows) {
    if (half !== 'seen' || answered(text) === want) continue
    const { topics, sure } = finder(text, 'cn')
    const near = topics.slice(0, 3).map(({ id }) => id)
    process.stdout.write(`«${text}» ${want ?? 'not known'}; ${sure.toFixed(2)} ${near.join(', ')}\n`)
  }
}
