import type { Knowledge } from '../knowledge/knowledge.ts'
import { findMatches, type Match } from './matches.ts'
import { isElsewhere } from './settings.ts'
import { signalIndex } from './signal-index.ts'
import { weigh } from './weigh.ts'

/** Reads by the signals alone. Takes a normalised text; the places are in it. */
export function createSignalReader({ signals }: Pick<Knowledge, 'signals'>): (text: string) => Match[] {
  const index = signalIndex(signals)
  return (text) => {
    const candidates = index.candidates(text)
    return candidates.length === 0 ? [] : weigh(findMatches(text, candidates), isElsewhere(text))
  }
}
