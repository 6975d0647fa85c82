import { answered, finder, outside, paraphrases, scoreQuestions } from './score.ts'

/** How questions about the law are found; `--misses` lists those of the seen half. */
for (const half of ['seen', 'unseen', 'fresh'] as const) {
  const { asked, right, nearest, wrong, outside: foreign, unknown } = scoreQuestions(half)
  process.stdout.write(
    `questions ${half}: ${asked} paraphrases, right ${right.toFixed(3)}, nearest ${nearest.toFixed(3)}, wrong ${wrong.toFixed(3)}; ` +
      `${foreign} from outside, not known ${unknown.toFixed(3)}\n`,
  )
}
if (process.argv.includes('--misses')) {
  const rows = [...paraphrases, ...outside.map((one) => ({ ...one, want: undefined }))]
  for (const { half, text, want } of rows) {
    if (half !== 'seen' || answered(text) === want) continue
    const { ranked, sure } = finder(text, 'cn')
    const near = ranked
      .slice(0, 3)
      .map(({ topic, coverage, likeness }) => `${topic.id} ${coverage.toFixed(2)} ${likeness.toFixed(2)}`)
    process.stdout.write(`«${text}» ${want ?? 'not known'}; ${sure.toFixed(2)} ${near.join(', ')}\n`)
  }
}
