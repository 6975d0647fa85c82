import type { Asking } from '../knowledge/schema/asking.ts'

/** Which subjects a text made plain speaks of. */
export interface Subjects {
  /** The words of subjects that knowledge has nothing on. */
  others(text: string): readonly string[]
  /** Whether it names what knowledge is about. */
  isNamed(text: string): boolean
}

const wordsOf = (lines: readonly string[]) => lines.flatMap((line) => line.split(/\s+/u))

export function createSubjects({ subjects, neighbours }: Pick<Asking, 'subjects' | 'neighbours'>): Subjects {
  const own = new RegExp([...subjects.zh, ...subjects.en].join('|'), 'u')
  const english = wordsOf(neighbours.en).map((word) => word.replaceAll('_', ' '))
  const strange = new RegExp(`${wordsOf(neighbours.zh).join('|')}|(?<![a-z])(?:${english.join('|')})(?![a-z])`, 'gu')
  return {
    others: (text) => [...text.matchAll(strange)].map(([found]) => found),
    isNamed: (text) => own.test(text),
  }
}
