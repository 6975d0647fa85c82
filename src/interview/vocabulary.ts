import { patternsOf, writtenOut } from '../knowledge/check-answers.ts'
import type { FactAnswers, Ways } from '../knowledge/schema/answers.ts'

/** What words say of the fact that is asked about. Places are offsets into the text they stand in. */
export interface Saying {
  readonly means: 'yes' | 'no' | 'unknown'
  readonly start: number
  readonly end: number
  /** It is a whole clause, with whatever else stands in it. */
  readonly whole?: boolean
}

const anyOf = (patterns: readonly string[]) => `(?:${patterns.join('|')})`

/** The general ways of answering, ready to be tried on a clause made plain. */
export function manners(ways: Ways) {
  const test = (
    key: keyof Pick<
      Ways,
      'ignorance' | 'doubts' | 'details' | 'hedges' | 'opinions' | 'turns' | 'additions' | 'past' | 'tags'
    >,
  ) => new RegExp(anyOf(writtenOut(ways, ways[key])), 'u')
  return {
    corrections: new RegExp(`^${anyOf(writtenOut(ways, ways.corrections))}`, 'u'),
    ignorance: test('ignorance'),
    doubts: test('doubts'),
    details: test('details'),
    hedges: test('hedges'),
    opinions: test('opinions'),
    turns: test('turns'),
    additions: test('additions'),
    past: test('past'),
    tags: test('tags'),
  }
}

/** Finds the sayings of one fact in a reply made plain. */
export function createVocabulary(ways: Ways, one: FactAnswers): (text: string) => Saying[] {
  const all = (['yes', 'no', 'unknown'] as const).flatMap((means) =>
    patternsOf(ways, one, means).map((pattern) => ({ means, pattern: new RegExp(pattern, 'gu') })),
  )
  const endsIn = (...patterns: readonly string[]) => new RegExp(`${anyOf(patterns)}$`, 'u')
  const doubters = writtenOut(ways, ways.doubters)
  const turnsNo = endsIn(...doubters, ...writtenOut(ways, ways.negations))
  const turnsYes = endsIn(...doubters)
  const turned = (text: string, { means, start, end }: Saying): Saying => {
    const before = text.slice(Math.max(0, start - LOOK_BACK), start)
    if (means === 'no' && turnsNo.test(before)) return { means: 'yes', start, end }
    if (means === 'yes' && (turnsYes.test(before) || lacking.test(text.slice(end)))) return { means: 'no', start, end }
    return { means, start, end }
  }
  return (text) => {
    const said = all.flatMap(({ means, pattern }) =>
      [...text.matchAll(pattern)].map(({ 0: words, index }) => ({
        means,
        start: index + words.length - words.replace(border, '').length,
        end: index + words.length,
      })),
    )
    const questions = [...text.matchAll(/(.{1,2})[不没唔]\1/gu)].map(
      ({ 0: words, index }) => [index, index + words.length] as const,
    )
    const told = said.filter(({ start }) => !questions.some(([from, to]) => from < start && start < to))
    return outermost(told)
      .map((saying) => turned(text, saying))
      .sort((a, b) => a.end - b.end || b.start - a.start)
  }
}

const LOOK_BACK = 24
/** What a pattern takes in of the clause before it. */
const border = /^[\s,.!?;:。]{1,3}/u
/** 间推没有: the not stands behind. */
const lacking = /^(?:里面?|上面?|都|也|是|就|根本){0,2}(?:没有?|冇|无)(?:的|啊|了|呢|呀|嘅|㗎){0,2}(?:$|[,。!;\n])/u

/** What begins first holds what begins within it, and the longer the shorter: 不用交 is no 交. */
const outermost = (all: readonly Saying[]): Saying[] =>
  all.filter(
    ({ means, start, end }) =>
      !all.some(
        (other) =>
          other.means !== means && (other.start < start ? start < other.end : other.start === start && other.end > end),
      ),
  )
