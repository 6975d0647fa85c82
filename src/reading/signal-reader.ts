import type { Knowledge } from '../knowledge/knowledge.ts'
import { findMatches, type Match } from './matches.ts'
import { signalIndex } from './signal-index.ts'
import { weigh } from './weigh.ts'

/** Reads normalised texts by the signals alone; places are in the text as normalised. */
export interface SignalReader {
  /**
   * What signals find; `elsewhere`, among words of wages, coupons and outings. `worth` is given the statements some
   * signal may find, and gives those that are worth looking for.
   */
  read(text: string, elsewhere: boolean, worth?: (statements: ReadonlySet<string>) => ReadonlySet<string>): Match[]
}

export function createSignalReader({ signals }: Pick<Knowledge, 'signals'>): SignalReader {
  const index = signalIndex(signals)
  return {
    read(text, elsewhere, worth = (statements) => statements) {
      const candidates = index.candidates(text)
      const statements = new Set(candidates.flatMap(({ rules }) => rules.map(({ statement }) => statement)))
      return weigh(findMatches(text, candidates, worth(statements)), elsewhere)
    },
  }
}
