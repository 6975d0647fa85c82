import { describe, expect, test } from 'vitest'
import { Talk } from './talk.ts'

const pyramid = () => new Talk().say('要交2680入会费，推荐一人返800，发展的团队三代都有提成')

describe('after the verdict', () => {
  test.each([
    ['是我妈在做', 'relative'],
    ['我妈不听怎么办', 'relative'],
    ['我已经拉了五个人', 'promoter'],
    ['我已经加入了', 'member'],
    ['我还没交钱', 'invited'],
    ["it's my mum who joined", 'relative'],
    ['I was only invited', 'invited'],
  ])('who the person is, told in a sentence, is understood: %s', (text, role) => {
    const talk = pyramid().say(text)
    expect(talk.conversation?.role).toBe(role)
    expect(talk.choices).toContain('advice:report')
  })
  test.each([
    ['所以这是传销对吧？', '第七条'],
    ['违法吗我会坐牢吗', '二百二十四条'],
    ['要不要报警', '12315'],
    ['怎么拒绝比较好呢', '·'],
    ['好的，明白了，谢谢', ''],
    ['我已经交了钱了，能退吗', '先别慌'],
  ])('a wish in a sentence is heard: %s', (text, answer) => {
    const talk = pyramid().say(text)
    expect(talk.text).toContain(answer)
    expect(talk.text).not.toContain('没明白')
  })
  test('whether one may join after all is no occasion to call anything safe', () => {
    expect(pyramid().say('那我可以放心参加了？').text).toMatch(/对得上/)
  })
  test('before it a wish begins no advice', () => {
    expect(new Talk().say('要交2680元入会费').say('谢谢你').asks).toBeDefined()
  })
})

describe('money lost', () => {
  test.each([
    '我被骗了',
    '我妈被骗了两万块钱',
    '投了五万，现在提不出来',
    '我俾人呃咗三千蚊',
    'I was scammed, lost $3000',
  ])('is heard at once: %s', (text) => {
    const talk = new Talk().say(text)
    expect(talk.choices).toContain('advice:report')
  })
  test('just now, is answered with where to turn and nothing else', () => {
    const talk = new Talk().say('我刚刚转了2万给他们怎么办')
    expect(talk.text).toContain('110')
    expect(talk.replies).toHaveLength(1)
  })
  test('keeps what the same words tell about the offer', () => {
    const talk = new Talk().say('我交了2680入会费给上线，推荐一个人返800，钱还能要回来吗')
    expect(talk.choices.length).toBeGreaterThan(0)
    expect(talk.say('/show').text).toContain('800')
  })
})

test('a visit from a relative is no threat', () => {
  expect(new Talk().say('我表姐前天来我家，说她在做一个平台').text).not.toContain('12110')
})

test.each(['请删除我的所有数据', '把我的记录都删掉', 'please delete my data', '删除我的信息'])(
  'deletion is heard in ordinary words: %s',
  (text) => {
    expect(new Talk().say('要交2680元入会费').say(text).conversation).toBeUndefined()
  },
)
test.each(['他们让我删除聊天记录', '删除的朋友怎么找回', 'they told me to delete everything'])(
  'talk of deleting deletes nothing: %s',
  (text) => {
    expect(new Talk().say('要交2680元入会费').say(text).conversation).toBeDefined()
  },
)
