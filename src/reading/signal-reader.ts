import type { Knowledge } from '../knowledge/knowledge.ts'
import { findMatches, type Match } from './matches.ts'
import { isElsewhere } from './settings.ts'
import { type Candidate, signalIndex } from './signal-index.ts'
import { weigh } from './weigh.ts'

/** Reads normalised texts by the signals alone; places are in the text as normalised. */
export interface SignalReader {
  /** The sentences in which some signal may match; none in most messages. */
  candidates(text: string): readonly Candidate[]
  /** What signals find in the candidates. */
  read(text: string, candidates: readonly Candidate[]): Match[]
}

export function createSignalReader({ signals }: Pick<Knowledge, 'signals'>): SignalReader {
  const index = signalIndex(signals)
  return {
    candidates: (text) => index.candidates(text),
    read: (text, candidates) => weigh(findMatches(text, candidates), isElsewhere(text)),
  }
}
