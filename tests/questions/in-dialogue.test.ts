import { describe, expect, test } from 'vitest'
import { Talk } from '../dialogue/talk.ts'
import { engine } from '../ground.ts'
import { labelledAnswers } from '../interview/answer-score.ts'
import { paraphrases } from './score.ts'

const heading = /^(?:你问的是：|你問的是：|You ask: )/u
const opened = () => new Talk().say('入会费3980，拉一个人给500')

describe('a question in passing', () => {
  test('never changes what is known of the offer, nor which question is open', () => {
    for (const { text } of paraphrases.filter(({ half }) => half === 'seen')) {
      const talk = opened()
      const open = talk.asks
      const { log } = talk.conversation ?? {}
      talk.say(text)
      if (!heading.test(talk.text)) continue
      expect(talk.asks, text).toBe(open)
      expect(talk.conversation?.log, text).toEqual(log)
    }
  })

  test('an answer to the open question is never taken for one', () => {
    const taken = labelledAnswers('answers-seen.yaml').filter(({ text, means }) => {
      if (means === undefined || means === 'none') return false
      return heading.test(opened().say(text).text)
    })
    expect(taken.map(({ text }) => text)).toEqual([])
  })

  test('danger comes first', () => {
    expect(new Talk().say('他们把我关起来不让走，这犯什么罪').text).toMatch(/110/)
    expect(new Talk().say('他们把我关起来不让走，这犯什么罪').text).not.toMatch(heading)
  })

  test('how to stay under a threshold is not answered', () => {
    expect(new Talk().say('三级以内是不是就没事').text).toContain('不回答')
  })

  test('a forwarded question is a pitch, not a question', () => {
    expect(new Talk().forward('直销合法吗').text).not.toMatch(heading)
  })
})

describe('in a group', () => {
  const say = (text: string, mentioned: boolean) =>
    engine.step(undefined, { kind: 'group', user: 'u1', text, mentioned }, 1)[1]
  test('it answers in short when addressed, with its basis and date', () => {
    const [reply] = say('直销合法吗', true)
    expect(reply?.to).toBe('u1')
    expect(reply?.text).toContain('《直销管理条例》')
    expect(reply?.text).toContain('2026-11-22')
    expect(reply?.text.split('\n')).toHaveLength(3)
  })
  test('it is silent when not addressed', () => expect(say('直销合法吗', false)).toEqual([]))
  test('/ask says that it does not know', () => {
    expect(say('/ask 离婚财产怎么分', true)[0]?.text).toContain('不在我知道的范围')
  })
})
