import { describe, expect, test } from 'vitest'
import type { Text } from '../../src/knowledge/schema/forms.ts'
import { judge } from '../../src/verdict/judge.ts'
import { tellCases } from '../../src/wording/cases.ts'
import { createSpeakers } from '../../src/wording/speaker.ts'
import { tellVerdict } from '../../src/wording/verdict.ts'
import { cardOf } from '../../src/wording/verdict-card.ts'
import type { Told } from '../../src/wording/verdict-lines.ts'
import { GroupTalk } from '../dialogue/group-talk.ts'
import { knowledge, laws } from '../ground.ts'

const languages = ['zh-Hans', 'zh-Hant', 'en'] as const
const speak = createSpeakers(knowledge)
const names = knowledge.cases.flatMap(({ case: { name } }) => (name ? [name] : []))
/** A decision that a law rests on is cited by its name; that names no company of an offer. */
const cited = JSON.stringify(laws.map(({ law }) => law))
const isNamed = (text: string) =>
  languages
    .flatMap((language) => names.map((name: Text) => speak(language).tell(name)))
    .some((name) => text.includes(name) && !cited.includes(name))

/** Each case told as somebody's offer, under each law and in each language. */
const everyOffer = laws.flatMap((rules) =>
  knowledge.cases.flatMap(({ yes, no, case: one }) =>
    languages.map((language): [string, Told] => {
      const findings = { yes, no, uncertain: 0, contradictory: 0, numbers: {} }
      const answer = judge(knowledge, rules, findings)
      return [one.id, { knowledge, speaker: speak(language), rules, findings, evidence: [], answer }]
    }),
  ),
)

describe('names of companies', () => {
  test('stand in no verdict and no card, which groups see too', () => {
    for (const [id, told] of everyOffer) {
      const card = cardOf(told)
      expect(isNamed(`${tellVerdict(told, card)} ${JSON.stringify(card)}`), id).toBe(false)
    }
  })
  test('stand in the account of the cases, which is private', () => {
    expect(everyOffer.some(([, told]) => isNamed(tellCases(told)))).toBe(true)
  })
  test('are not told to a group that lets verdicts be told', () => {
    const talk = new GroupTalk().sets('verdicts')
    talk
      .asks('ann', '这个有直销牌照，买5000元产品才能当会员，推荐一个人返800，一层一层都有', '在这里说')
      .asks('ann', '在这里说')
    for (let i = 0; i < 8 && talk.reply.asks; i++) talk.presses('ann', 'yes', talk.reply.question)
    expect(talk.reply.verdict?.cases.length).toBeGreaterThan(0)
    expect(isNamed(talk.replies.map(({ text }) => text).join())).toBe(false)
    talk.asks('ann', '/cases')
    expect(isNamed(talk.replies.map(({ text }) => text).join())).toBe(false)
  })
})

describe('the account of the cases', () => {
  test('says of every case whether it was decided, and of one under another law where', () => {
    for (const [id, told] of everyOffer) {
      const text = tellCases(told)
      for (const like of told.answer.cases) {
        const one = knowledge.cases.find((other) => other.case.id === like.id)?.case
        if (!one) throw new Error(`no case ${like.id}`)
        expect(text, id).toContain(told.speaker.say(`status-${one.status}`))
        const where = told.speaker.say(`where-${one.law}`)
        if (one.law !== told.rules.law.id) expect(text, id).toContain(where)
        expect(text, id).toContain(told.speaker.tell(one.decided))
      }
    }
  })
  test('leaves no placeholder and no empty pair of brackets', () => {
    for (const [id, told] of everyOffer) expect(tellCases(told), id).not.toMatch(/\{|\}|undefined|（）|\(\)/)
  })
})
