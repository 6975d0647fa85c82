import { describe, expect, test } from 'vitest'
import { Talk } from '../dialogue/talk.ts'
import { engine } from '../ground.ts'
import { labelledAnswers } from '../interview/answer-score.ts'
import { paraphrases } from './score.ts'

const heading = /^(?:你问的是：|你問的是：|You ask: )/u
const opened = () => new Talk().say('入会费3980，拉一个人给500')

describe('a question in passing', () => {
  test('never changes what is known of the offer nor which question is open, unless it tells of the offer too', () => {
    for (const { text } of paraphrases.filter(({ half }) => half === 'seen')) {
      const talk = opened()
      const open = talk.asks
      const { log = [] } = talk.conversation ?? {}
      talk.say(text)
      if (!heading.test(talk.text)) continue
      expect(talk.conversation?.log.slice(0, log.length), text).toEqual(log)
      const added = talk.conversation?.log.slice(log.length) ?? []
      if (added.length === 0) expect(talk.asks, text).toBe(open)
      else expect(added[0]?.kind, text).toBe('evidence')
    }
  })

  test.each([
    ['朋友叫我交3980元入会，每拉一个人奖励500元。这种组织者会判几年？', '组织传销判几年？'],
    ['My cousin wants $500 to join and pays $100 for each friend I bring. Where can I report this?', 'be reported?'],
  ])('asked after a story, it is answered, and the story begins the interview: %s', (text, title) => {
    const talk = new Talk().say(text)
    expect(talk.text).toMatch(heading)
    expect(talk.text).toContain(title)
    const facts = talk.conversation?.log.flatMap((entry) => (entry.kind === 'evidence' ? entry.fact : []))
    expect(facts).toEqual(expect.arrayContaining(['entry_fee', 'pay_per_recruit']))
    expect(talk.asks).toBeDefined()
  })

  test('asked after a story while a question is open, the story is taken in and the interview goes on', () => {
    const talk = opened().say('不知道。96110是什么电话？')
    expect(talk.text).toContain('96110是什么？')
    expect(talk.asks).not.toBe(opened().asks)
    const told = opened().say('要拉够三个人才能提现，这样多少人会立案')
    expect(told.text).toContain('多少人会立案？')
    expect(told.conversation?.log.some((entry) => entry.kind === 'evidence' && entry.fact === 'recruit_required')).toBe(
      true,
    )
  })

  test.each([
    '朋友叫我交3980元入会，每拉一个人奖励500元，这是传销吗？',
    '我们公司有国家颁发的直销牌照，交2980元就能加入，拉一个人返500，你还怕什么呢？',
    '加入只要3980，拉一个人返500，想不想月入过万？',
  ])('a story that asks about the offer, or a pitch that asks for show, is for the interview: %s', (text) => {
    const talk = new Talk().say(text)
    expect(talk.text).not.toMatch(heading)
    expect(talk.asks).toBeDefined()
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
