import {
  besideFeatures,
  besideShare,
  FarOff,
  FeatureList,
  farShare,
  ownFeatures,
  ownShare,
} from '../../src/reading/learned/features.ts'
import type { Meanings } from '../../src/reading/learned/lexicon.ts'
import { type Parsed, parse } from '../../src/reading/learned/parse.ts'
import { normalise } from '../../src/reading/normalise.ts'
import type { ExampleText } from './examples.ts'
import type { Example } from './learn.ts'

/** A clause states what the quote covers by half, or is covered by. */
const HALF = 0.5

/** An example as the reader sees it, clause by clause. */
export interface Ready {
  readonly text: ExampleText
  readonly normal: string
  readonly parsed: Parsed
  readonly examples: readonly Example[]
}

const far = new FarOff()

export function prepare(text: ExampleText, meanings: Meanings): Ready {
  const normal = normalise(text.text)
  const parsed = parse(normal.text, meanings)
  const { starts, ends } = parsed.tokens
  far.begin(parsed)
  const examples = parsed.clauses.map((clause, at) => {
    const list = new FeatureList()
    const counts: number[] = []
    far.move()
    for (const kind of [ownFeatures, besideFeatures]) {
      kind(parsed, at, list)
      counts.push(list.length)
    }
    far.all(list)
    counts.push(list.length)
    const [own = 0, beside = 0, all = 0] = counts
    const shares = new Float32Array(all)
    shares.fill(ownShare(parsed, at), 0, own)
    shares.fill(besideShare(parsed, at), own, beside)
    shares.fill(farShare(all - beside), beside, all)
    const [start, end] = normal.toOriginal(starts[clause.start] ?? 0, ends[clause.end - 1] ?? 0)
    const states = new Set<string>()
    const partly = new Set<string>()
    for (const one of text.says) {
      const shared = Math.min(end, one.end) - Math.max(start, one.start)
      if (shared <= 0) continue
      const whole = shared / Math.min(end - start, one.end - one.start) >= HALF
      ;(whole ? states : partly).add(one.statement)
    }
    return { features: list.ids.slice(0, all), shares, states, partly }
  })
  return { text, normal: normal.text, parsed, examples }
}
