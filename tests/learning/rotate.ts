import { createFinderWith, type Finder, SURE } from '../../src/questions/find.ts'
import type { HeldOut } from '../../src/questions/learned/packed.ts'
import { NONE } from '../../src/questions/learned/topic-reader.ts'
import { likelihood, type Signs, type Trust } from '../../src/questions/learned/trust.ts'
import { plain } from '../../src/reading/normalise.ts'
import { knowledge } from '../ground.ts'
import { learnTopics } from './learn-topics.ts'
import { learnTrust } from './learn-trust.ts'
import { type AskedExample, topicIds, waysToAsk, writers } from './question-examples.ts'

/** Writers whose questions are held out in turn; what the others wrote is always learned from. */
const HELD_OUT = ['baker', 'lam', 'wang'] as const

/** A question asked of a finder that was not learned from its writer. */
export interface Sample {
  readonly writer: string
  readonly example: AskedExample
  readonly signs: Signs
  /** The first topic answers it; the first or the second does. */
  readonly isRight: boolean
  readonly isNear: boolean
}

const blank: Trust = { base: 0, chance: 0, lead: 0, over: 0, agrees: 0, likeness: 0, coverage: 0, subject: 0 }

export const isAnswer = ({ want, also = [] }: AskedExample, id: string | undefined): boolean =>
  id !== undefined && (want === id || also.includes(id))

/** Asked by someone in Mainland China. */
function sample(find: Finder, writer: string, example: AskedExample): Sample {
  const { topics, signs } = find(example.text, 'cn')
  const [first, second] = topics.map(({ id }) => id)
  const isRight = isAnswer(example, first)
  return { writer, example, signs, isRight, isNear: isRight || isAnswer(example, second) }
}

/** Learns from all but one writer and asks that one's questions, for each in turn. */
export function rotate(): Sample[] {
  const all = [...writers()]
  return HELD_OUT.flatMap((held) => {
    const others = all.filter(([name]) => name !== held).flatMap(([, rows]) => rows)
    const table = learnTopics([...waysToAsk(), ...others], topicIds)
    const find = createFinderWith(knowledge, plain, { from: '', table, trust: blank, heldOut: [] })
    return all.filter(([name]) => name === held).flatMap(([, rows]) => rows.map((row) => sample(find, held, row)))
  })
}

/** How a writer writes: Cantonese and other Traditional writing are told from Simplified by their characters. */
export function scriptOf(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return 'en'
  if (/[嘅咗唔喺佢哋啲嚟冇乜咩俾畀嗰係]/u.test(text)) return 'yue'
  return /[這個們嗎會說麼為來過開錢還沒給舉報傳銷簽證處罰屬於產書學幾總條將聽講問題應該從樣時後實對員單與無關買賣業務]/u.test(
    text,
  )
    ? 'zh-Hant'
    : 'zh-Hans'
}

const share = <T>(all: readonly T[], holds: (one: T) => boolean) =>
  all.length === 0 ? 1 : Math.round((1000 * all.filter(holds).length) / all.length) / 1000

/** The figures of some samples; `trust` says which are told. */
function figures(name: string, samples: readonly Sample[], trust: (one: Sample) => Trust): HeldOut {
  const asked = samples.filter(({ example }) => example.want !== NONE)
  const foreign = samples.filter(({ example }) => example.want === NONE)
  const isTold = (one: Sample) => likelihood(trust(one), one.signs) >= SURE
  return {
    name,
    asked: asked.length,
    nearest: share(asked, ({ isRight }) => isRight),
    right: share(asked, (one) => isTold(one) && one.isRight),
    wrong: share(asked, (one) => isTold(one) && !one.isRight),
    offered: share(asked, (one) => {
      const sure = likelihood(trust(one), one.signs)
      return sure < SURE && sure >= SURE / 2 && one.isNear
    }),
    outside: foreign.length,
    unknown: share(foreign, (one) => !isTold(one)),
  }
}

/** By writer, by the writing, and all; what is told of a writer rests on the trust that the others' questions earn. */
export function heldOutFigures(samples: readonly Sample[]): HeldOut[] {
  const trusts = new Map(
    HELD_OUT.map((name) => [String(name), learnTrust(samples.filter(({ writer }) => writer !== name))]),
  )
  const trust = ({ writer }: Sample) => trusts.get(writer) ?? blank
  const by = (of: (one: Sample) => string) =>
    [...new Set(samples.map(of))].map((name) =>
      figures(
        name,
        samples.filter((one) => of(one) === name),
        trust,
      ),
    )
  return [...by(({ writer }) => writer), ...by(({ example }) => scriptOf(example.text)), figures('all', samples, trust)]
}
