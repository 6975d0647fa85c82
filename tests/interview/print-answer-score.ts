import { labelledAnswers, scoreAnswers, understood, wanted } from './answer-score.ts'

/** How answers are understood; `--misses` lists those of the seen halves. */
for (const name of [
  'answers-seen.yaml',
  'answers-unseen.yaml',
  'answers-fresh-seen.yaml',
  'answers-fresh-unseen.yaml',
]) {
  const rows = labelledAnswers(name)
  const { answers, right, wronglySure } = scoreAnswers(rows)
  process.stdout.write(
    `${name}: ${answers} answers, right ${right.toFixed(3)}, wrongly sure ${wronglySure.toFixed(3)}\n`,
  )
  if (!process.argv.includes('--misses') || name.includes('unseen')) continue
  for (const row of rows)
    if (understood(row) !== wanted(row))
      process.stdout.write(`${row.id} ${row.asked} «${row.text}» ${wanted(row)}, understood ${understood(row)}\n`)
}
