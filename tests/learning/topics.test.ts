import { describe, expect, test } from 'vitest'
import { packTopics, unpackTopics } from '../../src/questions/learned/packed.ts'
import { createTopicReader, NONE } from '../../src/questions/learned/topic-reader.ts'
import { likelihood, oddsOf } from '../../src/questions/learned/trust.ts'
import { plain } from '../../src/reading/normalise.ts'
import { knowledge } from '../ground.ts'
import { measured } from '../questions/score.ts'
import { digestOfQuestions } from './digest.ts'
import { learnTopics, readers } from './learn-topics.ts'
import { topicIds, writers } from './question-examples.ts'

const rows = [...writers()].flatMap(([writer, all]) => all.map((one) => ({ writer, ...one })))
const bare = (text: string) => plain(text).replace(/[^\p{L}\p{N}]/gu, '')
const learned = unpackTopics(knowledge.learnedTopics)

describe('questions that are learned from', () => {
  test('ask about topics that there are', () => {
    const unknown = rows.filter(({ want, also = [] }) => [want, ...also].some((id) => !topicIds.includes(id)))
    expect(unknown).toEqual([])
  })

  test('hold none that the finder is measured on', () => {
    const texts = new Set(measured.map(bare))
    expect(rows.filter(({ text }) => texts.has(bare(text)))).toEqual([])
  })

  test('want one thing each', () => {
    const wanted = new Map<string, string>()
    const torn = rows.filter(({ text, want }) => {
      const known = wanted.get(bare(text))
      wanted.set(bare(text), want)
      return known !== undefined && known !== want
    })
    expect(torn).toEqual([])
  })

  test('are many for each topic, and hundreds for none', () => {
    const count = (id: string) => rows.filter(({ want }) => want === id).length
    for (const id of topicIds) expect(count(id), id).toBeGreaterThanOrEqual(50)
    expect(count(NONE)).toBeGreaterThan(900)
  })
})

describe('what was learned of questions', () => {
  test('was learned from what stands there now', () => {
    expect(learned.from, 'run npm run learn').toBe(digestOfQuestions())
  })

  test('takes at most a megabyte', () => {
    expect(knowledge.learnedTopics.length).toBeLessThanOrEqual(1_000_000)
  })

  // Below what is reached today; the figures themselves are `npm run score`.
  test('holds for writers that nothing was learned from', () => {
    const { heldOut } = learned
    const all = heldOut.find(({ name }) => name === 'all')
    expect(all?.asked).toBeGreaterThan(4000)
    expect(all?.nearest).toBeGreaterThanOrEqual(0.86)
    expect(all?.right).toBeGreaterThanOrEqual(0.79)
    expect(all?.wrong).toBeLessThanOrEqual(0.07)
    expect(all?.unknown).toBeGreaterThanOrEqual(0.9)
    for (const { name, nearest, wrong } of heldOut) {
      expect(nearest, name).toBeGreaterThanOrEqual(0.8)
      expect(wrong, name).toBeLessThanOrEqual(0.12)
    }
  })

  test('is packed and unpacked without loss', () => {
    expect(packTopics(unpackTopics(knowledge.learnedTopics))).toBe(knowledge.learnedTopics)
    expect(() => unpackTopics(knowledge.learnedTopics.slice(0, -1))).toThrow(/npm run learn/)
    expect(() => unpackTopics('')).toThrow(/npm run learn/)
  })
})

describe('learning topics', () => {
  const examples = [
    ['prison', '组织这个要坐几年牢'],
    ['prison', 'how many years in jail for the boss'],
    ['prison', '头目会判多久'],
    ['money-back', '我交的钱能拿回来吗'],
    ['money-back', 'can I get my money back'],
    ['money-back', '血汗钱还能追回不'],
    [NONE, '今天天气怎么样'],
    [NONE, 'what should I cook tonight'],
    [NONE, '你叫什么名字'],
  ].map(([want = NONE, text = '']) => ({ want, text }))
  const topics = ['prison', 'money-back', NONE]
  const read = createTopicReader({ table: learnTopics(examples, topics) }, readers)
  const first = (text: string) =>
    [...read({ text: plain(text), places: [] })].reduce((best, one) => (one[1] > best[1] ? one : best))[0]

  test.each([
    ['带头的会被关多少年', 'prison'],
    ['will the organiser be sentenced', 'prison'],
    ['投进去的本钱要得回来不', 'money-back'],
    ['any chance of a refund', 'money-back'],
    ['晚上吃什么', NONE],
  ])('holds for other words of like meaning: %s', (text, want) => expect(first(text)).toBe(want))

  test('gives chances that make one', () => {
    const chances = [...read({ text: '会坐牢吗', places: ['hk'] }).values()]
    expect(chances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1)
    expect(Math.min(...chances)).toBeGreaterThanOrEqual(0)
  })

  test('gives the same from the same examples', () => {
    expect(learnTopics(examples, topics)).toEqual(learnTopics(examples, topics))
  })
})

test('a find is trusted more the likelier it is, the further the second is behind, and the less likely none is', () => {
  const rest = { agrees: 1, likeness: 0.5, coverage: 0.5, subject: 1 }
  const sure = (one: number, two: number, none: number) =>
    likelihood(learned.trust, { ...oddsOf(one, two, none), ...rest })
  expect(sure(0.8, 0.05, 0.05)).toBeGreaterThan(sure(0.5, 0.05, 0.05))
  expect(sure(0.5, 0.05, 0.05)).toBeGreaterThan(sure(0.5, 0.4, 0.05))
  expect(sure(0.4, 0.05, 0.05)).toBeGreaterThan(sure(0.4, 0.05, 0.5))
})
