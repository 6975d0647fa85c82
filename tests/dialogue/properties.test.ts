import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findings, offerState } from '../../src/dialogue/log.ts'
import type { Message } from '../../src/index.ts'
import { weighAnswers } from '../../src/interview/next-question.ts'
import { bit, knowledge } from '../ground.ts'
import { Talk } from './talk.ts'

const pitches = [
  '首单进货3980元当区县代,每人带两个,带一个奖800',
  'Join for $499, bring three friends and earn $100 for each one who signs up.',
  '投10万每月返2000,保本保息,不用拉人',
  'Franchise fee 60,000, you run your own shop, nobody to recruit',
]
const anyAnswer: fc.Arbitrary<Omit<Message, 'kind'>> = fc.oneof(
  fc
    .constantFrom('yes', 'no', 'unknown', 'why', 'show', 'back', 'cases', 'todo', 'more', 'crime', 'change', 'new')
    .map((choice) => ({ choice })),
  fc
    .constantFrom(
      'role:member',
      'language:en',
      'law:cn',
      'same',
      'another',
      'switch:1',
      'change:entry_fee',
      'advice:refuse',
    )
    .map((choice) => ({ choice })),
  fc
    .constantFrom('是', '不是', '不知道', 'yes', 'nope', '1', '2', '3', '为什么问', 'back', 'help', 'blah')
    .map((text) => ({ text })),
  fc.constantFrom(...pitches).chain((text) => fc.boolean().map((forwarded) => ({ text, forwarded }))),
)
const hostile: fc.Arbitrary<Omit<Message, 'kind'>> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }).map((text) => ({ text })),
  fc
    .constantFrom(
      '',
      ' ',
      '\ud800',
      '\u202e\u200b',
      '\u001b[31mred',
      '__proto__',
      'constructor',
      '/',
      '/why',
      '/nonsense x',
      '𠮷'.repeat(50),
      '9'.repeat(3000),
    )
    .map((text) => ({ text })),
  fc.string({ maxLength: 30 }).map((choice) => ({ choice })),
  fc
    .constantFrom('__proto__', 'change:__proto__', 'switch:1e9', 'switch:-1', 'law:', 'role:', 'toString')
    .map((choice) => ({ choice, question: 'q1' })),
  fc.record({ text: fc.string(), forwarded: fc.boolean() }),
)

const played = (messages: readonly Omit<Message, 'kind'>[]): Talk => {
  const talk = new Talk()
  for (const message of messages) talk.send(message)
  return talk
}

describe('a conversation', () => {
  test('takes any message without throwing, always answers, and stays plain JSON', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyAnswer, hostile), { maxLength: 12 }), (messages) => {
        const talk = new Talk()
        for (const message of messages) {
          talk.send(message)
          expect(talk.replies.length).toBeGreaterThan(0)
          for (const { text } of talk.replies) expect(text.trim()).not.toBe('')
          expect(talk.replies.filter(({ asks }) => asks).length).toBeLessThanOrEqual(1)
          expect(JSON.parse(JSON.stringify(talk.conversation ?? null))).toEqual(talk.conversation ?? null)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('asks only what can still move the verdict of what was said so far', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer, { maxLength: 12 }), (messages) => {
        const talk = new Talk()
        for (const message of messages) {
          const { log = [], offer = 1, law = '' } = talk.send(message).conversation ?? {}
          const state = offerState(log, offer)
          const rules = knowledge.laws.get(law)
          if (!rules || talk.asks === undefined || state.pending?.why !== 'next') continue
          const found = findings(knowledge, state)
          expect((found.yes | found.no) & bit(talk.asks), JSON.stringify(messages)).toBe(0)
          expect(
            weighAnswers(knowledge, rules, found, rules.facts & ~(found.yes | found.no)).map(({ fact }) => fact.id),
          ).toContain(talk.asks)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('replayed from its log gives the live state of every turn, for nothing in the log is ever changed', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer, { maxLength: 12 }), (messages) => {
        const talk = new Talk()
        const live = messages.map((message) => {
          const { log = [], offer = 1 } = talk.send(message).conversation ?? {}
          return { length: log.length, offer, state: offerState(log, offer) }
        })
        const log = JSON.parse(JSON.stringify(talk.conversation?.log ?? []))
        for (const { length, offer, state } of live) expect(offerState(log.slice(0, length), offer)).toEqual(state)
        expect(played(messages).conversation).toEqual(talk.conversation)
      }),
      { numRuns: 100 },
    )
  })

  test('taken back, a turn leaves the findings and the open question as they were', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pitches),
        fc.array(fc.constantFrom('yes', 'no', 'unknown'), { maxLength: 5 }),
        (pitch, answers) => {
          const talk = new Talk().say(pitch)
          for (const answer of answers) {
            if (!talk.asks) return
            const before = talk.conversation
            const question = talk.asks
            talk.choose(answer)
            const undone = new Talk()
            undone.conversation = talk.conversation
            undone.choose('back')
            expect(undone.asks).toBe(question)
            if (!before || !undone.conversation) throw new Error('the conversation is gone')
            const found = (log: typeof before.log) => findings(knowledge, offerState(log, 1))
            expect(found(undone.conversation.log)).toEqual(found(before.log))
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('two offers interleaved equal the two apart', () => {
    const answers = fc.array(fc.constantFrom('yes', 'no', 'unknown'), { minLength: 7, maxLength: 7 })
    fc.assert(
      fc.property(
        fc.constantFrom(...pitches),
        fc.constantFrom(...pitches),
        answers,
        answers,
        (one, other, first, second) => {
          const talk = new Talk().say(one).choose('new').say(other)
          for (let i = 0; i < 7; i++) {
            for (const [offer, answer] of [
              [1, first[i]],
              [2, second[i]],
            ] as const) {
              talk.choose(`switch:${offer}`)
              if (talk.asks && answer) talk.choose(answer)
            }
          }
          const apart = (pitch: string, given: readonly string[]) => {
            const alone = new Talk().say(pitch)
            for (const answer of given) if (alone.asks) alone.choose(answer)
            return alone.conversation?.log ?? []
          }
          const state = (log: Parameters<typeof offerState>[0], offer: number) =>
            findings(knowledge, offerState(log, offer))
          const log = talk.conversation?.log ?? []
          expect(state(log, 1)).toEqual(state(apart(one, first), 1))
          expect(state(log, 2)).toEqual(state(apart(other, second), 1))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('deleted, leaves nothing', () => {
    const talk = new Talk().say(pitches[0] ?? '')
    talk.say('/delete')
    expect(talk.conversation).toBeUndefined()
    expect(talk.replies).toHaveLength(1)
  })
})
