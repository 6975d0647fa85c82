import { describe, expect, test } from 'vitest'
import { Talk } from './talk.ts'

const pitch = '入会费2680元,送一套产品,每拉一个人奖600,下面三代都有提成,名额有限!'
const copy = '🔥🔥入会费3980元，送一套产品，每拉一个人奖800，下面三代都有提成 💰名额有限'
const other = 'Grab the $599 starter pack and you are a brand partner. You get $150 for every friend you sign up.'

describe('the same pitch again', () => {
  test('while it is the offer spoken of, it is not asked about anew', () => {
    const talk = new Talk().forward(pitch)
    const log = talk.conversation?.log.length ?? 0
    talk.forward(pitch)
    expect(talk.choices).not.toContain('same')
    expect(talk.conversation?.log.filter(({ kind }) => kind === 'evidence').length).toBe(
      talk.conversation?.log.slice(0, log).filter(({ kind }) => kind === 'evidence').length,
    )
  })

  test('after another offer, the first goes on where it stood, figures changed or not', () => {
    const talk = new Talk().forward('入会费2680元,每拉一个人奖600').say('/new').forward(other)
    expect(talk.conversation?.offer).toBe(2)
    talk.forward('入会费2680元,每拉一个人奖600')
    expect(talk.conversation?.offer).toBe(1)
    expect(talk.text).toContain('之前发过')
    talk.say('/new').forward(pitch)
    expect(talk.conversation?.offer).toBe(3)
    talk.say('/new').forward(copy)
    expect(talk.conversation?.offer).toBe(3)
  })

  test('what was answered about it stands', () => {
    const talk = new Talk().forward('入会费2680元,送一套产品,名额有限,保密')
    const first = talk.asks
    expect(first).toBeDefined()
    talk.choose('no')
    const next = talk.asks
    talk.say('/new').forward(other).forward('入会费2680元,送一套产品,名额有限,保密')
    expect(talk.conversation?.offer).toBe(1)
    expect(talk.asks).not.toBe(first)
    expect(talk.asks).toBe(next)
  })

  test('another pitch is another pitch', () => {
    const talk = new Talk().forward(pitch).say('/new').forward(other)
    expect(talk.conversation?.offer).toBe(2)
    expect(talk.text).not.toContain('sent me this one')
  })
})
