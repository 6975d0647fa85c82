import { describe, expect, test } from 'vitest'
import { knowledge } from '../ground.ts'
import { labelledAnswers, scoreAnswers, understood } from './answer-score.ts'

/** Written by people who had not seen how answers are read; the second half is only ever scored. */
describe.each([
  ['answers-seen.yaml', 0.95, 0.02],
  ['answers-unseen.yaml', 0.86, 0.07],
  ['answers-fresh-seen.yaml', 0.8, 0.07],
  ['answers-fresh-unseen.yaml', 0.76, 0.06],
] as const)('%s', (name, right, wronglySure) => {
  const score = scoreAnswers(labelledAnswers(name))
  test('as many as that are understood', () => expect(score.right).toBeGreaterThanOrEqual(right))
  test('hardly any is taken for what was not said', () => expect(score.wronglySure).toBeLessThanOrEqual(wronglySure))
})

const meaning = (asked: string, text: string) => understood({ id: '', asked, text, also: {} })

const rules: Readonly<Record<string, readonly (readonly [asked: string, text: string, means: string])[]>> = {
  'a verb of the question, with a not, is a no': [
    ['entry_fee', '没交过一分钱', 'no'],
    ['purchase_to_join', "didn't have to buy a thing", 'no'],
    ['recruit_required', '目前没人叫我拉', 'no'],
  ],
  'a verb of the question, done, is a yes': [
    ['entry_fee', '交了三千八', 'yes'],
    ['purchase_to_join', 'bought a pack', 'yes'],
  ],
  'what happens to who does not, is a yes; where nothing does, a no': [
    ['recruit_required', '不拉就踢出群', 'yes'],
    ['recruit_required', '不拉也能拿', 'no'],
    ['recruit_required', "two people or you can't withdraw", 'yes'],
    ['purchase_to_join', 'no buy no join', 'yes'],
    ['entry_fee', '唔交唔入得', 'yes'],
    ['entry_fee', '唔交都入得', 'no'],
  ],
  'who cannot tell does not know': [
    ['levels', '谁数得清啊', 'unknown'],
    ['pay_per_recruit', "It's somewhere in the comp plan and I couldn't make head or tail of it", 'unknown'],
    ['multi_level', '那个奖金表我绕不明白', 'unknown'],
  ],
  'words of pay that tell of something else are no yes': [
    ['multi_level', 'what are you on about, its a DRIVING job. i get paid by the hour', 'none'],
    ['pay_on_downline_sales', '我刚才说了啊，拉一个人提三千', 'none'],
  ],
  'what somebody claims in his own favour is no answer': [
    ['recruit_required', "according to him you don't need to recruit", 'none'],
    ['fake_proof', 'All genuine, he swears on his kids', 'none'],
    ['entry_fee', "It's free, according to my upline", 'none'],
  ],
  'what examples teach of the fact asked about speaks against the offer': [
    ['purchase_to_join', 'two cartons of the coffee minimum', 'yes'],
    ['passive_income', '佢話部電話插住電就有錢入，瞓醒數錢', 'yes'],
    ['purchase_to_join', "I think it's two cartons of the coffee minimum", 'unknown'],
    ['purchase_to_join', "honestly I don't know if it's two cartons of the coffee minimum", 'unknown'],
  ],
  'a figure alone is a yes where money is asked about': [
    ['entry_fee', '398', 'yes'],
    ['entry_fee', '$99 a month', 'yes'],
    ['pay_per_recruit', '100 per head', 'yes'],
  ],
  'a fee of nothing is no fee': [
    ['entry_fee', '0', 'no'],
    ['entry_fee', '零', 'no'],
    ['entry_fee', 'nothing', 'no'],
    ['entry_fee', '$0', 'no'],
    ['entry_fee', '交了0元', 'no'],
    ['entry_fee', '0.5万', 'yes'],
  ],
  'a question that expects no answer is one': [
    ['entry_fee', '天下哪有免费的午餐', 'yes'],
    ['entry_fee', "who'd let you in for free", 'yes'],
    ['pay_per_recruit', '没好处谁干啊', 'yes'],
  ],
  'a question is no answer': [
    ['entry_fee', '什么叫入会费', 'none'],
    ['entry_fee', 'what fee?', 'none'],
  ],
  'the last word counts after a correction, and what is now after what was': [
    ['entry_fee', '要，哦不对，不要', 'no'],
    ['entry_fee', '打错了，没有', 'no'],
    ['entry_fee', "used to be free, now it's 80 bucks", 'yes'],
    ['levels', '2层，打错了，3层', '3'],
  ],
  'a guess and a doubt are no answer, and are not asked again': [
    ['entry_fee', '好像不用', 'unknown'],
    ['entry_fee', 'I think so', 'unknown'],
    ['fair_price', '没比过', 'unknown'],
    ['refund', "I'd have to check", 'unknown'],
  ],
  'what others say is no answer, but where the question is what they say': [
    ['entry_fee', '我老公说不用交', 'none'],
    ['entry_fee', "she says it's free", 'none'],
    ['entry_fee', '老王说不用交', 'none'],
    ['entry_fee', '说不用交钱', 'none'],
    ['entry_fee', 'he told me not to pay', 'none'],
    ['entry_fee', 'he told me to pay', 'yes'],
    ['entry_fee', 'they asked me not to pay', 'no'],
    ['secrecy', 'he told me not to tell anyone', 'yes'],
    ['urgency', '说明天涨价', 'yes'],
    ['guaranteed_income', '他说稳赚不赔', 'yes'],
  ],
  'what the person will not do, or would do if, is no answer': [
    ['entry_fee', '我才不交呢', 'none'],
    ['entry_fee', "if they ask for money I'm out", 'none'],
  ],
  'an emoji alone is an answer': [
    ['entry_fee', '👍', 'yes'],
    ['entry_fee', '🙅🏻‍♀️', 'no'],
    ['levels', '🤷', 'unknown'],
  ],
  'counts as people say them': [
    ['headcount', 'half a dozen', '6'],
    ['headcount', '三个群，每个五百人', '1500'],
    ['headcount', '30人左右，我自己拉了5个', '30'],
    ['headcount', '我哋得十幾個', '10'],
    ['levels', '三四层吧', '3'],
    ['levels', '总代、省代、市代、我', '4'],
  ],
}

describe.each(Object.entries(rules))('%s', (_, examples) => {
  test.each(examples)('%s: %s → %s', (asked, text, means) => expect(meaning(asked, text)).toBe(means))
})

test('every boolean fact says how people answer about it', () =>
  expect([...knowledge.answers.keys()].sort()).toEqual(knowledge.booleans.map(({ id }) => id).sort()))
