import type { Knowledge } from '../knowledge/knowledge.ts'
import { findMatches, type Match } from './matches.ts'
import { type Candidate, signalIndex } from './signal-index.ts'
import { weigh } from './weigh.ts'

/** Reads normalised texts by the signals alone; places are in the text as normalised. */
export interface SignalReader {
  /** The sentences in which some signal may match; none in most messages. */
  candidates(text: string): readonly Candidate[]
  /**
   * What signals find in the candidates, of statements that are worth looking for; `elsewhere`, among words of wages,
   * coupons and outings.
   */
  read(
    text: string,
    candidates: readonly Candidate[],
    elsewhere: boolean,
    isWorth: (statement: string) => boolean,
  ): Match[]
}

export function createSignalReader({ signals }: Pick<Knowledge, 'signals'>): SignalReader {
  const index = signalIndex(signals)
  return {
    candidates: (text) => index.candidates(text),
    read: (text, candidates, elsewhere, isWorth) => weigh(findMatches(text, candidates, isWorth), elsewhere),
  }
}
