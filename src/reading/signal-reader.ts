import type { Knowledge } from '../knowledge/knowledge.ts'
import { findMatches, type Match } from './matches.ts'
import { isElsewhere } from './settings.ts'
import { signalIndex } from './signal-index.ts'
import { weigh } from './weigh.ts'

/** Reads by the signals alone. Takes a normalised text; the places are in it. */
export function createSignalReader(knowledge: Pick<Knowledge, 'signals' | 'booleans'>): (text: string) => Match[] {
  const index = signalIndex(knowledge.signals)
  const frauds = new Set(knowledge.booleans.filter(({ group }) => group === 'other_fraud').map(({ id }) => id))
  return (text) => {
    const candidates = index.candidates(text)
    return candidates.length === 0 ? [] : weigh(findMatches(text, candidates), isElsewhere(text), frauds)
  }
}
