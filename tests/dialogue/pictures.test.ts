import { describe, expect, test } from 'vitest'
import type { Message, SeenPicture } from '../../src/index.ts'
import { wording } from '../contracts/labels.ts'
import { engine } from '../ground.ts'
import { Talk } from './talk.ts'

const line = (text: string, more: object = {}) => ({ text, confidence: 0.98, ...more })
const read = (...texts: readonly string[]): SeenPicture => ({ lines: texts.map((text) => line(text)), codes: [] })
const poster = read('康源养生会诚招合伙人', '入会费2680元', '每推荐一位会员奖励600元')
const holding = (...codes: readonly string[]): SeenPicture => ({
  lines: [line('扫码了解更多活动详情，名额不多')],
  codes,
})

const send = (talk: Talk, pictures: readonly SeenPicture[], more: Omit<Message, 'kind'> = {}) =>
  talk.send({ text: '', pictures, ...more })
const evidenceOf = ({ conversation }: Talk) =>
  (conversation?.log ?? []).flatMap((entry) => (entry.kind === 'evidence' ? [entry] : []))
const wakes = (talk: Talk) => (talk.conversation ? (engine.wakesAt(talk.conversation) ?? 0) : 0)
const woken = (talk: Talk) => {
  talk.now = wakes(talk) - 1000
  return talk.send({ event: 'woken' })
}

describe('a picture', () => {
  test('is told as read, with quotes that have their place, and the interview goes on', () => {
    const talk = send(new Talk(), [poster])
    expect(talk.text).toContain('第1张图我读了，共3行字')
    expect(talk.text).toContain('“入会费2680元”（第1张图第2行）')
    expect(talk.asks).toBeDefined()
    expect(evidenceOf(talk).map(({ source, picture, line: at }) => [source, picture, at])).toContainEqual([
      'claim',
      1,
      2,
    ])
  })
  test('its lines that go on with a sentence are read as one, and the place is where the words begin', () => {
    const lines = [line('本会所每介绍一位新会员，奖'), line('励600元', { joins: true })]
    const talk = send(new Talk(), [{ lines, codes: [] }])
    expect(evidenceOf(talk)).toContainEqual(
      expect.objectContaining({ fact: 'pay_per_recruit', quote: expect.stringContaining('奖励600元'), line: 1 }),
    )
  })
  test('both readings of a line are searched, and a statement in both counts once', () => {
    const lines = [
      line('入會費12，000元，加入即可', { alternative: '入會費12，000元，加入即可領' }),
      line('每推一人金3，000元', { alternative: '每推薦一人獎金3，000元' }),
    ]
    const facts = evidenceOf(send(new Talk(), [{ lines, codes: [] }])).map(({ fact }) => fact)
    expect(facts.toSorted()).toEqual(['entry_fee', 'pay_per_recruit'])
  })
  test('with words beside it, both are understood, each as who said it', () => {
    const talk = send(new Talk(), [read('每推荐一位会员奖励600元', '欢迎加入我们的大家庭')], {
      text: '我交了2680元入会费',
    })
    expect(evidenceOf(talk).map(({ fact, source, picture }) => [fact, source, picture])).toEqual(
      expect.arrayContaining([
        ['pay_per_recruit', 'claim', 1],
        ['entry_fee', 'account', undefined],
      ]),
    )
  })
  test('gets the language of the conversation where it is the first thing said', () => {
    const talk = send(new Talk(), [read('Join today for $299', 'Earn $100 for every friend you bring in')])
    expect(talk.text).toContain('Picture 1: 2 lines of text read.')
    expect(talk.text).toContain('(picture 1, line 1)')
    const hant = send(new Talk(), [read('入會費12,000元', '每推薦一人獎金3,000元，歡迎加入')])
    expect(hant.text).toContain('第1張圖我讀了，共2行字')
  })
  test('numbers of people in it are masked before anything is kept', () => {
    const talk = send(new Talk(), [read('入会费2680元，加我13812345678', '每推荐一位会员奖励600元')])
    expect(JSON.stringify(talk.conversation)).not.toContain('13812345678')
  })
  test('of threats or detention asks first whether that is happening now', () => {
    const talk = send(new Talk(), [read('入会费2680元', '不交钱就不让走，手机已经没收')])
    expect(talk.choices).toContain('danger:yes')
  })
  test('and words of danger of one’s own get the emergency text at once, and nothing else', () => {
    const talk = send(new Talk(), [poster], { text: '他们把我关起来了，不让我走，救命' })
    expect(talk.text).toContain('110')
    expect(talk.asks).toBeUndefined()
    expect(evidenceOf(talk).length).toBeGreaterThan(0)
  })
  test('that shows nothing of an offer begins the interview; one with hardly any text asks for the words', () => {
    expect(send(new Talk(), [read('跃动健身年卡1299元', '七天不满意全额退款', '地址人民路18号')]).asks).toBeDefined()
    const poor = send(new Talk(), [read('优惠')])
    expect(poor.asks).toBeUndefined()
    expect(poor.text).toContain('认得出的字很少')
    expect(poor.text).toContain(wording('picture-paste'))
  })
  test('that was refused leaves the open question as it is', () => {
    const talk = send(new Talk(), [poster])
    const { asks } = talk
    send(talk, [{ refused: 'broken' }])
    expect(talk.text).toContain('第2张图没读成')
    expect(talk.asks).toBe(asks)
  })
  test('changed in its caption, what it shows stays', () => {
    const talk = send(new Talk(), [poster], { id: '7', text: '我交了500元入会费' })
    talk.send({ id: '7', edited: true, text: '我交了900元入会费' })
    const facts = evidenceOf(talk).filter(({ turn }) => turn === talk.conversation?.turn)
    expect(facts.some(({ picture }) => picture === 1)).toBe(true)
    expect(facts.some(({ amount }) => amount === 900)).toBe(true)
  })
})

describe('several pictures', () => {
  test('in one message are one offer, numbered, and those that failed are told beside the others', () => {
    const talk = send(new Talk(), [
      read('入会费2680元，欢迎各位加入'),
      { refused: 'kind' },
      read('每推荐一位会员奖励600元'),
    ])
    expect(talk.text).toContain('第1、3张图我读了，共2行字')
    expect(talk.text).toContain('第2张图没读成')
    expect(talk.text).toContain('（第3张图第1行）')
  })
  test('in a row are answered together, however long the next one takes to read', () => {
    const talk = send(new Talk(), [read('入会费2680元，欢迎各位加入')], { more: true, awaits: true })
    expect(talk.replies).toEqual([])
    expect(wakes(talk)).toBeGreaterThan(talk.now + 30_000)
    send(talk, [read('每推荐一位会员奖励600元')], { more: true })
    expect(wakes(talk)).toBeLessThanOrEqual(talk.now + 800)
    woken(talk)
    expect(talk.text).toContain('第1、2张图我读了')
    expect(talk.text).toContain('2680')
    expect(talk.text).toContain('（第2张图第1行）')
    expect(talk.conversation?.gathering).toBeUndefined()
  })
  test('one that comes while others are gathered makes them wait, before it is read', () => {
    const talk = send(new Talk(), [read('入会费2680元，欢迎各位加入')], { more: true })
    talk.send({ awaits: true })
    expect(talk.replies).toEqual([])
    expect(wakes(talk)).toBeGreaterThan(talk.now + 30_000)
    send(talk, [read('每推荐一位会员奖励600元')], { more: true })
    woken(talk)
    expect(talk.text).toContain('第1、2张图我读了')
  })
  test('one that comes alone changes nothing before it is read', () => {
    expect(engine.step(undefined, { kind: 'private', awaits: true }, 0)).toEqual([undefined, []])
    const { conversation } = send(new Talk(), [poster])
    expect(engine.step(conversation, { kind: 'private', awaits: true }, 0)[0]).toBe(conversation)
  })
  test('of one conversation go on being numbered', () => {
    const talk = send(send(new Talk(), [poster]), [read('货一发出概不退款，请考虑清楚')])
    expect(talk.text).toContain('第2张图')
  })
  test('all refused ask once for the words', () => {
    const talk = send(new Talk(), [{ refused: 'nothing' }, { refused: 'nothing' }], { more: true })
    woken(talk)
    expect(talk.text.split(wording('picture-paste'))).toHaveLength(2)
    expect(talk.asks).toBeUndefined()
  })
})

describe('QR codes', () => {
  test('are told by what they hold', () => {
    const { text } = send(new Talk(), [
      holding('https://u.wechat.com/abc', 'https://join.example/r?id=1', 'wxp://f2f0', '加我'),
    ])
    expect(text).toContain('加人或进群的（u.wechat.com）')
    expect(text).toContain('通往 join.example')
    expect(text).not.toContain('id=1')
    expect(text).toContain('付钱的（wxp）')
    expect(text).toContain('写的是：“加我”')
  })
  test('alone are told as well, and the words are asked for', () => {
    const { text } = send(new Talk(), [{ lines: [], codes: ['https://join.example/'] }])
    expect(text).toContain('join.example')
    expect(text).toContain(wording('picture-paste'))
  })
})

describe('in a group', () => {
  const group = (message: Omit<Message, 'kind'>) =>
    engine.step(undefined, { kind: 'group', user: 'ann', mentioned: true, text: '', ...message }, 0)[1][0]
  test('a picture shown to the bot gets the short answer, without the picture’s words', () => {
    const reply = group({ pictures: [poster] })
    expect(reply?.text).toContain('2,680')
    expect(reply?.text).not.toContain('康源')
    expect(reply?.verdict).toBeUndefined()
  })
  test('one that could not be read is said to be so', () => {
    expect(group({ pictures: [{ refused: 'broken' }] })?.text).toContain(wording('picture-broken'))
  })
  test('what its codes hold is not told there', () => {
    expect(group({ pictures: [holding('https://kangyuan.example/')] })?.text).not.toContain('kangyuan')
  })
})
