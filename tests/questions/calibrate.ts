import { likelihood } from '../../src/questions/find.ts'
import { knowledge } from '../ground.ts'
import { regress, samples } from './calibration.ts'

/** Prints the weights that belong into knowledge/speech/asking.yaml, and how well they tell right from wrong. */
const all = samples()
const weights = regress(all)
const share = (which: boolean, told: (likely: number) => boolean, by = weights) => {
  const own = all.filter(({ isRight }) => isRight === which)
  return (own.filter((one) => told(likelihood(by, one.features))).length / own.length).toFixed(3)
}
const line = Object.entries(weights).map(([name, weight]) => `${name}: ${weight}`)
process.stdout.write(`confidence: { ${line.join(', ')} }\n`)
for (const [name, by] of [
  ['fitted', weights],
  ['in knowledge', knowledge.asking.confidence],
] as const)
  process.stdout.write(
    `${name}: of ${all.length} searches, right ones told ${share(true, (p) => p >= 0.5, by)}, wrong ones held back ${share(false, (p) => p < 0.5, by)}\n`,
  )
