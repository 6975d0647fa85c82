import { sure, type WholeTable, widthOf } from '../../src/reading/learned/whole.ts'
import { shuffler } from './shuffler.ts'

export interface WholeExample {
  readonly view: Float64Array
  readonly states: ReadonlySet<string>
}

const ROUNDS = 20
const RATE = 0.05
const DECAY = 2e-3
/** Begins by trusting the clause and the signal of the same statement. */
const OWN = 4
const SIGNAL = 2

function weigh(row: Float32Array, view: Float64Array): number {
  let score = 0
  for (let i = 0; i < view.length; i++) score += (row[i] ?? 0) * (view[i] ?? 0)
  return score
}

/** Logistic regression by AdaGrad, one row a statement. The same examples give the same rows. */
export function learnWhole(examples: readonly WholeExample[], statements: readonly string[]): WholeTable {
  const count = statements.length
  const width = widthOf(count)
  const rows = statements.map((_, i) => {
    const row = new Float32Array(width)
    row[i] = OWN
    row[2 * count + i] = SIGNAL
    return row
  })
  const squares = statements.map(() => new Float32Array(width).fill(1e-3))
  const order = examples.map((_, i) => i)
  const shuffle = shuffler(7)
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order)
    for (const at of order) {
      const example = examples[at]
      if (example === undefined) continue
      for (const [i, statement] of statements.entries()) {
        const [row, square] = [rows[i], squares[i]]
        if (row === undefined || square === undefined) continue
        const slope = sure(weigh(row, example.view)) - (example.states.has(statement) ? 1 : 0)
        if (Math.abs(slope) < 0.002) continue
        for (let k = 0; k < width; k++) {
          const value = example.view[k] ?? 0
          if (value === 0) continue
          const own = k === i || k === width - 1
          const step = slope * value + (own ? 0 : DECAY * (row[k] ?? 0))
          square[k] = (square[k] ?? 0) + step * step
          row[k] = (row[k] ?? 0) - (RATE * step) / Math.sqrt(square[k] ?? 1)
        }
      }
    }
  }
  return rows.map((row) => [...row])
}
