import { describe, expect, test } from 'vitest'
import { engine } from '../ground.ts'
import { Talk } from './talk.ts'

const stored = (talk: Talk) => JSON.stringify(talk.conversation)

describe('what is kept', () => {
  test('an answer in many words keeps the answer, not the whole message', () => {
    const talk = new Talk()
      .say('is this a pyramid scheme?')
      .say('是的，我表姐住在朝阳区建国路88号3单元，她老公在银行上班')
    expect(stored(talk)).not.toContain('建国路')
    expect(stored(talk)).toContain('是的')
  })
  test('numbers of phones and papers are masked before anything sees them', () => {
    const talk = new Talk().say('入会费2680，电话13812345678，身份证11010519900307123X')
    expect(stored(talk)).not.toMatch(/13812345678|11010519900307123X/)
  })
  test('words of danger are not kept, only that there were some', () => {
    const talk = new Talk().say('我手机被他们收了，门口有人守着不让我走')
    expect(talk.conversation?.danger).toBe(true)
    expect(stored(talk)).not.toContain('门口')
  })
})

describe('danger', () => {
  test('in a pitch that reads like another offer is asked about before which offer it is', () => {
    const talk = new Talk()
      .say('首单进货3980元,每人带两个,带一个奖800')
      .forward('他们收走手机不让我走，每人交3800元，拉人返现500')
    expect(talk.choices).toContain('danger:yes')
    talk.choose('danger:no')
    expect(talk.choices).toEqual(['same', 'another'])
    talk.choose('another').choose('show')
    expect(talk.text).toContain('3800')
  })
  test('is answered in a group as well, in one line', () => {
    const message = { kind: 'group', mentioned: true, text: '我手机被收了出不去' } as const
    expect(engine.step(undefined, message, 0)[1][0]?.text).toContain('110')
  })
  test('is not followed by the greeting of a stranger', () => {
    const talk = new Talk().say('我手机被他们收了，门口有人守着不让我走').say('收到，区号我不知道')
    expect(talk.text).toContain('12110')
    expect(talk.say('我安全了').conversation?.danger).toBeUndefined()
  })
})

describe('what is waited for is what is shown', () => {
  const held = () => new Talk().say('入会费2680元，拉一个奖600').forward('另一个平台：激活码388，推两个人回本')
  test.each(['help', 'show', 'privacy', 'why', '谢谢', ''])('a held text is asked about again after %j', (text) => {
    expect(held().say(text).choices).toEqual(['same', 'another'])
  })
  test.each(['language:en', 'role:member', 'advice:refuse', 'yes', 'stop', 'begin'])(
    'and is not lost by %s',
    (choice) => {
      expect(stored(held().choose(choice))).toContain('388')
    },
  )
  test('a new offer begins with it', () => {
    expect(held().choose('new').conversation).toMatchObject({ offer: 2 })
  })
  test('back takes back only the held text, a side question or the role', () => {
    expect(stored(held().choose('back'))).not.toContain('388')
    const pyramid = () => new Talk().say('首单进货3980元,每人带两个,带一个奖800').choose('role:member')
    for (const aside of ['crime', 'change:purchase_to_join']) {
      const talk = pyramid().choose(aside).choose('back')
      expect(talk.asks, aside).toBeUndefined()
      expect(stored(talk), aside).toContain('3980')
      expect(talk.conversation?.role, aside).toBe('member')
    }
  })
  test('the verdict can be asked about while a number is asked for', () => {
    const talk = new Talk()
      .say('首单进货3980元,每人带两个,带一个奖800')
      .choose('role:member')
      .choose('crime')
      .choose('cases')
    expect(talk.asks).toBe('headcount')
    expect(talk.text.length).toBeGreaterThan(200)
  })
})

describe('who says so', () => {
  test('a pasted advertisement does not acquit by answering the open question', () => {
    const pasted =
      '【招募】我们公司零加盟费，不需要拉人头，不是传销，持牌正规直销企业，靠卖产品赚钱，没有团队提成，随时可以退出，推荐朋友没有奖励，欢迎加入，咨询请联系我'
    const talk = new Talk().say('这是传销吗').say(pasted)
    expect(talk.verdict).toBeUndefined()
    expect(talk.asks).toBeDefined()
  })
  test('what the recruiter says is no answer of one’s own', () => {
    expect(new Talk().say('这是传销吗').say('他们说不用拉人').asks).toBe('recruit_required')
  })
  test('a reason is never quoted from words that deny it', () => {
    const talk = new Talk().say('拉一个人奖600，必须拉人才能提现')
    while (talk.asks && talk.asks !== 'entry_fee') talk.choose('no')
    talk.choose('yes').forward('我们不收入会费').choose('more')
    expect(talk.text).not.toContain('不收入会费')
  })
  test('a long answer leaves only its yes', () => {
    const talk = new Talk()
      .say('is this a pyramid scheme?')
      .say('yes my cousin Jane Doe of 22 Baker Street who works at a bank told me')
    expect(stored(talk)).not.toContain('Baker')
  })
})

test('everything is deleted only on a word that says nothing else', () => {
  for (const text of ['delete, no wait', 'delete?', '删除，我不玩了']) {
    expect(new Talk().say('入会费2680元').say(text).conversation, text).toBeDefined()
  }
})

describe('nothing said is lost', () => {
  test('two pitches in a row wait together for the word which offer they are about', () => {
    const talk = new Talk().say('入会费2680元，拉一个奖600')
    talk.forward('另一个平台：激活码388，推两个人回本').forward('还有一个：门槛金一万，对碰奖1000一对')
    talk.choose('another')
    expect(stored(talk)).toContain('388')
    expect(stored(talk)).toContain('一万')
  })
  test('a correction after the verdict is heard while the role is asked for', () => {
    const talk = new Talk().say('入会费2680元，拉一个奖600，必须拉人才能提现').say('不对，不收入会费')
    expect(talk.asks).toBe('entry_fee')
    expect(talk.text).toContain('2680')
  })
})

describe('back', () => {
  test('reaches every answer, though a verdict was shown again in between', () => {
    const talk = new Talk().say('入会费2680元，拉一个奖600').choose('yes').choose('language:en')
    expect(talk.verdict).toBe('pyramid')
    expect(talk.choose('back').asks).toBe('multi_level')
  })
  test('takes the role back before the offer', () => {
    const talk = new Talk().say('首单进货3980元,每人带两个,带一个奖800').choose('role:member').choose('back')
    expect(talk.choices).toContain('role:member')
    expect(stored(talk)).toContain('3980')
  })
})

describe('the open question', () => {
  test('is dropped when other words settle the verdict', () => {
    const talk = new Talk().say('拉一个人给600').forward('加入要交2680元，而且拉来的人再拉人你也有提成')
    expect(talk.verdict).toBe('pyramid')
    expect(talk.asks).toBeUndefined()
  })
  test('comes back after another answer was corrected', () => {
    const talk = new Talk().say('is this a pyramid scheme?').choose('no')
    const open = talk.asks
    talk.choose('change:recruit_required').choose('no')
    expect(talk.asks).toBe(open)
  })
  test('gives way to a contradiction', () => {
    const talk = new Talk().say('is it legit?').choose('yes').forward('入会费2680元')
    while (talk.asks && talk.asks !== 'entry_fee') talk.choose('no')
    talk.say('不用先拉人，谁都可以加入')
    expect(talk.replies.length).toBeGreaterThan(0)
  })
  test('about a fact that knowledge no longer has is no longer open', () => {
    const talk = new Talk().say('is this a pyramid scheme?')
    const gone = JSON.parse(stored(talk).replaceAll('recruit_required', 'gone_fact'))
    for (const text of ['help', 'show', 'privacy', '', 'blah', 'yes']) {
      talk.conversation = gone
      expect(talk.say(text).replies.length).toBeGreaterThan(0)
    }
  })
  test('has an id that no other conversation gives to another question', () => {
    const first = new Talk().say('is this a pyramid scheme?')
    const second = new Talk()
    second.now += 60_000
    second.say('入会费2680元')
    expect(second.replies.at(-1)?.question).not.toBe(first.replies.at(-1)?.question)
  })
})

describe('an answer is only what answers', () => {
  const asked = () => new Talk().say('入会费2680元，是传销吗')
  const meaning = (text: string): string => {
    const talk = asked()
    const fact = talk.asks
    talk.say(text)
    const said = talk.conversation?.log.filter((one) => one.turn === 2 && 'fact' in one && one.fact === fact) ?? []
    if (said.some(({ kind }) => kind === 'unknown')) return 'unknown'
    return said.map((one) => (one.kind === 'evidence' ? (one.value ? 'yes' : 'no') : '')).join('')
  }
  test.each([
    ['对了，我妈问这个合法吗', ''],
    ['嗯？', ''],
    ['yes or no?', ''],
    ['correct me if I am wrong', ''],
    ['no problem', ''],
    ['没有啊，他们没说，我不清楚', 'unknown'],
    ['没有，才怪', ''],
    ['可以自己卖', ''],
    ['不用你管', ''],
    ['不是不是，有的', 'yes'],
    ['不是，等等，我记错了，是的', 'yes'],
    ['应该没有', 'unknown'],
    ['可能', 'unknown'],
    ['umm i dunno', 'unknown'],
    ['有啊', 'yes'],
    ['nope', 'no'],
    ['没有的', 'no'],
    ['2', 'no'],
  ])('%s → %s', (text, expected) => expect(meaning(text)).toBe(expected))
})

describe('the numbers of the criminal storey', () => {
  const crime = () => new Talk().say('首单进货3980元,每人带两个,带一个奖800').choose('role:member').choose('crime')
  test('money, bounds and parts are no numbers of people', () => {
    for (const text of ['交了2680元', '不到30个人', '每个群500人', '-5', '很多']) {
      const talk = crime()
      const asked = talk.asks
      talk.say(text)
      expect(talk.asks, text).toBe(asked)
    }
  })
  test('both may be told at once', () => {
    const talk = crime().say('有30个人，3层')
    expect(talk.asks).toBeUndefined()
  })
})

test('a link does not change the language', () => {
  const talk = new Talk().say('入会费2680元，拉一个奖600').say('https://example.com/join/abcdef/more')
  expect(talk.conversation?.language).toBe('zh-Hans')
})
