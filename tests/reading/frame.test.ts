import { describe, expect, test } from 'vitest'
import { frameOf, isCompelled, isDenied, isHypothetical } from '../../src/reading/frame.ts'
import { normalise } from '../../src/reading/normalise.ts'
import { createReader } from '../../src/reading/read.ts'
import { knowledge } from '../ground.ts'

const { read } = createReader(knowledge)
const facts = (text: string) => read(text).evidence.map(({ fact, value }) => `${value ? '' : 'no '}${fact}`)

describe('claims: what is denied is a no', () => {
  test.each([
    ['不收加盟费', 'no entry_fee'],
    ['我们不收任何费用', 'no entry_fee'],
    ['无需囤货', 'no stock_risk'],
    ['零库存,一件代发', 'no stock_risk'],
    ['不用拉人头', 'no recruit_required'],
    ['不强制推荐好友', 'no recruit_required'],
    ['没有拉人提成', 'no pay_per_recruit'],
    ['没有级别,没有团队奖', 'no multi_level'],
    ['no joining fee', 'no entry_fee'],
    ['Free to join, cancel anytime', 'no entry_fee'],
    ['you never have to recruit anyone', 'no recruit_required'],
    ['No recruiting required', 'no recruit_required'],
    ["you don't have to hold any inventory", 'no stock_risk'],
    ['no downlines, no levels', 'no multi_level'],
  ])('%s', (text, fact) => {
    expect(facts(text)).toContain(fact)
    expect(facts(text)).not.toContain(fact.slice(3))
  })
})

describe('requirements: a denial with a price is a yes', () => {
  test.each([
    ['不拉人就没有收入', 'recruit_required'],
    ['不发展下线就拿不到钱', 'recruit_required'],
    ['没拉够三个人不能提现', 'recruit_required'],
    ['without recruiting you cannot earn', 'recruit_required'],
    ["you can't withdraw until you bring in three people", 'recruit_required'],
    ["if you don't recruit, you earn nothing", 'recruit_required'],
  ])('%s', (text, fact) => {
    expect(facts(text)).toContain(fact)
    expect(facts(text)).not.toContain(`no ${fact}`)
  })
})

describe('the frame of a message', () => {
  const frame = (text: string) => frameOf(normalise(text).text)
  test.each([
    '警方提醒:交入会费再拉人头的都是传销',
    '據報導,老鼠會首腦被判刑',
    '小心传销!要你先交钱再拉人的千万别信',
    'Consumer alert: if you must pay to join, it is likely a pyramid scheme.',
    'Police arrested five people over a gifting circle.',
    'The FTC has sued a company that paid members for recruiting.',
    '传销的三个特征:交钱、拉人、分层级',
  ])('report: %s', (text) => expect(frame(text)).toBe('report'))

  test.each(['交钱拉人头算不算传销', '安麗是老鼠會嗎', 'Is network marketing legal?', '微商合法吗'])(
    'question: %s',
    (text) => expect(frame(text)).toBe('question'),
  )

  test.each([
    '我刚交了3980,必须推两个人才能提现,是不是传销?',
    '我表姐拉我进一个群,要交2680',
    'My cousin paid $599 to join, is this a scam?',
    'They want me to recruit four friends before I get paid.',
  ])('own account: %s', (text) => expect(frame(text)).toBe('account'))

  test.each([
    '入会费2680,拉一个奖600,机会难得',
    '我们不是传销,是新零售!3980元当区县代',
    '我是公安局民警,你名下银行卡涉嫌洗钱',
    "This isn't a pyramid scheme, hun! $99 to start",
  ])('offer: %s', (text) => expect(frame(text)).toBe('offer'))
})

test("a worried user's own account keeps its facts", () => {
  expect(facts('我刚交了3980,必须推两个人才能提现,是不是传销?')).toEqual(
    expect.arrayContaining(['entry_fee', 'recruit_required']),
  )
})

test.each([
  '警方通报:某平台收取入会费398元,发展下线返利,12人被抓',
  'If you must pay to join and earn by recruiting, it is likely a pyramid scheme.',
  '凡是让你先交钱再拉亲戚的项目,一律别信',
  '请问交钱入会靠拉人头赚钱算不算传销',
])('no evidence in: %s', (text) => expect(read(text)).toMatchObject({ concern: 'none', evidence: [] }))

test('denial reaches only what follows it closely', () => {
  expect(isDenied('不收')).toBe(true)
  expect(isDenied('不会讲没关系,你只要')).toBe(false)
  expect(isDenied('不仅')).toBe(false)
  expect(isDenied('you never have to ')).toBe(true)
  expect(isDenied('no experience, ')).toBe(false)
  expect(isCompelled('', '就没有收入')).toBe(true)
  expect(isCompelled('', ',轻松做')).toBe(false)
  expect(isHypothetical('if you must pay to join, it is likely a pyramid scheme')).toBe(true)
  expect(isHypothetical('if you join today you get a bonus')).toBe(false)
})
