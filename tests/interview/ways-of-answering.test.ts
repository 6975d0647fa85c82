import { describe, expect, test } from 'vitest'
import { read } from './recorded-answers.ts'

type Example = readonly [asked: string, reply: string, means: 'yes' | 'no' | 'unknown' | 'none']

const rules: Readonly<Record<string, readonly Example[]>> = {
  'a hedge before or behind the word makes it a guess': [
    ['', 'yes usually', 'unknown'],
    ['', '一般有，先这样', 'unknown'],
    ['', '那个没有吧？', 'unknown'],
    ['entry_fee', '一般要交', 'unknown'],
    ['exaggerated_income', '反正没有吧', 'unknown'],
  ],
  'but what people say in one piece is what they mean': [['', '一般没有，先这样', 'no']],
  'whichever yes or no it begins with, more words leave it one': [
    ['', 'yeah everybody does', 'yes'],
    ['', 'yea everybody does', 'yes'],
    ['', 'yep everybody does', 'yes'],
    ['', 'yup everybody does', 'yes'],
    ['', 'ya everybody does', 'yes'],
    ['', 'nope nobody does', 'no'],
    ['', 'nah nobody does', 'no'],
    ['', 'no everybody offers one', 'no'],
  ],
  'a no that is talked about is not said': [['', '别跟我说不不不', 'none']],
  'an old yes is one where nothing newer is said': [
    ['', 'it was, ask her', 'yes'],
    ['entry_fee', '以前要交', 'yes'],
    ['entry_fee', '以前要交，现在不用', 'no'],
  ],
  'who does not want to and has to, has to': [
    ['entry_fee', '不想交也得交', 'yes'],
    ['recruit_required', '不想拉也得拉', 'yes'],
  ],
  'where it is asked what one gets, what one wants answers nothing away': [
    ['refund', '我不想退，但可以退', 'yes'],
    ['refund', '不想退，退不了', 'no'],
    ['refund', "i don't want to get a refund", 'no'],
  ],
  'a doubt about how they can say so shows that they say it': [
    ['guaranteed_income', '不知道他怎么敢保证稳赚不赔的', 'yes'],
    ['guaranteed_income', '稳赚不赔说不准', 'yes'],
    ['entry_fee', '不知道要不要交', 'unknown'],
  ],
  'an answer stays one where a question follows, a word of going on does not': [
    ['entry_fee', '没交，你是警察吗？', 'no'],
    ['entry_fee', '可以不交，什么意思？', 'no'],
    ['', '不能，什么意思？', 'no'],
    ['', '好的，什么是入会费？', 'none'],
  ],
  'a but after a no is a yes where one has to, and none where one gets': [
    ['entry_fee', '没有，但要交押金', 'yes'],
    ['pay_per_recruit', '没有，但送点小礼品', 'no'],
  ],
  'who is sorry takes back the doubt before': [['', 'not sure, sorry no', 'no']],
  'what would be if is no answer, whatever it begins with': [
    ['entry_fee', '要交五百就不值了', 'yes'],
    ['entry_fee', '如果要交五百就不值了', 'none'],
    ['entry_fee', '但如果要交五百就不值了', 'none'],
    ['entry_fee', '可如果要交五百就不值了', 'none'],
    ['entry_fee', 'if they want me to pay money no way', 'none'],
    ['entry_fee', 'i paid 500 if it matters', 'yes'],
    ['entry_fee', '交了五百他们如果不退就报警', 'yes'],
    ['entry_fee', 'idk if they charge', 'unknown'],
  ],
  'what a platform or whoever introduced one says stays theirs in the next clause': [
    ['entry_fee', '平台说，不用交', 'none'],
    ['entry_fee', '介绍人说，不用交', 'none'],
    ['entry_fee', '他说要交，我女友不用交', 'none'],
    ['entry_fee', '他说不收费，我老公交了五百', 'none'],
  ],
  'what is said to be missing behind its name is a no': [
    ['pay_per_recruit', '直推奖里没有', 'no'],
    ['pay_per_recruit', '推荐奖上没有，别的有', 'no'],
    ['pay_per_recruit', '推荐奖都没', 'no'],
    ['pay_per_recruit', '介绍费没有，下一个', 'no'],
  ],
  'to ask whether is not to say so': [
    ['entry_fee', '交钱不交钱', 'none'],
    ['entry_fee', '需要不需要交', 'none'],
  ],
  'an emoji means the same whatever the skin and whoever makes it': [
    ['', '🤷🏻‍♂️', 'unknown'],
    ['', '👍🏽👎', 'no'],
    ['', '🤷‍♀', 'unknown'],
  ],
}

describe.each(Object.entries(rules))('%s', (_, examples) => {
  test.each(examples)('%s: %s → %s', (asked, reply, means) => expect(read(reply, asked)?.means ?? 'none').toBe(means))
})

describe('where the answer stands, for it to be quoted', () => {
  const quoted = (asked: string, reply: string) => {
    const found = read(reply, asked)
    return found && reply.slice(found.start, found.end)
  }
  test('it is quoted with the words behind it, as far as they are short', () =>
    expect(quoted('', 'thanks for asking that so nicely. yes we do')).toBe('yes we do'))
  test('what was found in the message counts where it reaches further', () =>
    expect(read('不用交，别的再说', 'entry_fee', [{ value: false, start: 2, end: 8 }])?.end).toBe(8))
  test('and before what the words say of former times, where they stand apart', () => {
    const reply = '满员有惊喜，以前不用交'
    expect(read(reply, 'entry_fee', [{ value: true, start: 0, end: 5 }])?.means).toBe('yes')
  })
})
