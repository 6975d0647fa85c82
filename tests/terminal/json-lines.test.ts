import { describe, expect, test } from 'vitest'
import { answers, bot } from './fake-bot.ts'

const error = (text: string, id?: string | number) => ({
  ...(id !== undefined && { id }),
  error: expect.stringContaining(text),
})

describe('every command that answers lines', () => {
  test('answers each line in its place, bad ones too, and goes on', async () => {
    const got = await answers(
      ['read', '--json'],
      [
        { id: 'a', text: 'you pay first' },
        '{"id":"b","text":',
        '[1,2]',
        'null',
        '',
        '   ',
        { id: 7 },
        { id: 'c', text: 5 },
        { id: { no: 1 }, text: 'x' },
        { id: 'd', text: 'x', colour: 'red' },
        '{"id":"e","text":"x","__proto__":{"admin":true}}',
        { text: 'no id' },
        { id: 0, text: '' },
      ],
    )
    const evidence = [{ fact: 'entry_fee', value: true, quote: 'pay', start: 4, end: 7 }]
    expect(got).toEqual([
      { id: 'a', lang: 'en', concern: 'none', evidence },
      error('no JSON'),
      error('expected object, received array'),
      error('expected object, received null'),
      error('this line is blank'),
      error('this line is blank'),
      error('text: missing', 7),
      error('text: expected string, received number', 'c'),
      error('id: expected a text or a number'),
      error('"colour"', 'd'),
      error('"__proto__"', 'e'),
      { lang: 'en', concern: 'none', evidence: [] },
      { id: 0, lang: 'en', concern: 'none', evidence: [] },
    ])
    for (const answer of got)
      if (typeof answer === 'object' && answer && 'error' in answer) expect(answer.error).toContain('{"')
  })

  test('takes text of any kind: 5 MB, half characters, colours, U+2028, a null character', async () => {
    const long = `${'界'.repeat(1_700_000)} you pay`
    const got = await answers(
      ['read', '--json'],
      [
        { id: 'long', text: long },
        '{"id":"half","text":"\\ud83d pay \\udc00"}',
        { id: 'colours', text: '\u001b[31mpay' },
        '{"id":"separator","text":"\u2028pay\u2029"}',
        { id: 'null', text: '\0pay' },
      ],
    )
    expect(got).toMatchObject(
      [1_700_005, 2, 5, 1, 1].map((start) => ({ evidence: [{ quote: 'pay', start, end: start + 3 }] })),
    )
  })

  test('lines may end by CR LF, begin with a mark of byte order, arrive in pieces, and the last needs no end', async () => {
    const bytes = Buffer.from('\ufeff{"id":"你","text":"pay"}\r\n{"id":"2","text":"好"}')
    const pieces = Array.from(bytes, (byte) => Buffer.of(byte))
    const output = await bot(['read', '--json'], pieces)
    expect(
      output
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line).id),
    ).toEqual(['你', '2'])
  })

  test('bytes that are no UTF-8 are read as U+FFFD', async () => {
    const output = await bot(
      ['read', '--json'],
      [Buffer.from('{"id":"'), Buffer.of(0xff), Buffer.from('","text":""}\n')],
    )
    expect(JSON.parse(output)).toMatchObject({ id: '\ufffd' })
  })

  test('no lines, no answers; what follows the last line end is no line where it is empty', async () => {
    expect(await bot(['read', '--json'])).toBe('')
    const lines = (output: string) => output.split('\n').slice(0, -1).length
    expect(lines(await bot(['read', '--json'], ['{"text":""}\n']))).toBe(1)
    expect(lines(await bot(['read', '--json'], ['\n\r\n\n{"text":""}']))).toBe(4)
  })
})

describe('judge', () => {
  test('answers with the verdict under the id given', async () => {
    const [answer] = await answers(
      ['judge', '--json'],
      [{ id: 1, law: 'cn', facts: { entry_fee: true }, numbers: { levels: 3 } }],
    )
    expect(answer).toMatchObject({ id: 1, verdict: 'grey', citations: expect.arrayContaining([expect.anything()]) })
  })

  test('an unknown law, fact or number, and a value of the wrong kind, is an error of its line', async () => {
    const lines = [
      { id: 1, law: 'xx', facts: {} },
      { id: 2, law: 'cn', facts: { no_such: true } },
      { id: 3, law: 'cn', facts: {}, numbers: { no_such: 1 } },
      '{"id":4,"law":"cn","facts":{"__proto__":true}}',
      '{"id":5,"law":"cn","facts":{"constructor":true}}',
      { id: 6, law: 'cn', facts: { entry_fee: 'yes' } },
      { id: 7, law: 'cn', facts: { entry_fee: null } },
      { id: 8, law: 'cn', facts: [true] },
      { id: 9, law: 'cn', facts: {}, numbers: { levels: '3' } },
      { id: 10, law: 'cn' },
      { id: 11, law: 'cn', facts: { entry_fee: true } },
      { id: 12, law: 'cn', facts: {}, numbers: { levels: -1 } },
      { id: 13, law: 'cn', facts: {}, numbers: { levels: 2.5 } },
      '{"id":14,"law":"cn","facts":{},"numbers":{"levels":1e999}}',
      { id: 15, law: 'cn', facts: {}, numbers: { levels: 0 } },
    ]
    expect(await answers(['judge', '--json'], lines)).toEqual([
      error('there is no law "xx"', 1),
      error('there is no fact "no_such"', 2),
      error('there is no fact "no_such"', 3),
      error('there is no fact "__proto__"', 4),
      error('there is no fact "constructor"', 5),
      error('facts.entry_fee: expected true or false', 6),
      error('facts.entry_fee: expected true or false', 7),
      error('facts: expected an object', 8),
      error('numbers.levels: expected a whole number, 0 or more', 9),
      error('facts: expected an object', 10),
      expect.objectContaining({ id: 11, verdict: 'grey' }),
      ...[12, 13, 14].map((id) => error('numbers.levels: expected a whole number, 0 or more', id)),
      expect.objectContaining({ id: 15, verdict: 'grey' }),
    ])
  })
})

describe('chat', () => {
  const ann = { chat: 'c', user: 'ann', kind: 'private' }

  test('answers each message by the replies to it', async () => {
    const got = await answers(
      ['chat', '--json', '--memory'],
      [
        { ...ann, text: 'hello' },
        { ...ann, text: 'ask', id: 'x' },
      ],
    )
    expect(got).toEqual([
      { replies: [{ chat: 'c', text: 'turn 1 {"kind":"private","text":"hello"}' }] },
      {
        id: 'x',
        replies: [
          { chat: 'c', text: 'turn 2 {"kind":"private","text":"ask"}' },
          { chat: 'c', text: 'Do you pay to join?', asks: 'entry_fee', question: 'q2', choices: expect.anything() },
        ],
      },
    ])
  })

  test('a reply has the fields that programs rely on, and an offer to go on in private its token alone', async () => {
    const [answer] = await answers(['chat', '--json', '--memory'], [{ ...ann, text: 'everything' }])
    expect(answer).toEqual({
      replies: [
        expect.anything(),
        {
          chat: 'c',
          text: 'all',
          verdict: expect.objectContaining({ verdict: 'grey', law: 'cn' }),
          handoff: 'BBBBBBBBBBBBBBBB',
        },
      ],
    })
  })

  test('a conversation is of one person in one chat, whatever they are called', async () => {
    const names: [chat: string, user: string][] = [
      ['a', 'b'],
      ['a","b', ''],
      ['', 'a","b'],
      ['__proto__', '__proto__'],
      ['a', '__proto__'],
      ['../..', '\0'],
      ['a'.repeat(10_000), 'b'],
      ['\ud800', 'b'],
      ['\ufffd', 'b'],
    ]
    const lines = names.map(([chat, user]) => ({ chat, user, kind: 'private', text: 'hello' }))
    const got = await answers(['chat', '--json', '--memory'], [...lines, ...lines])
    const turn = (n: number) =>
      names.map(([chat]) => ({ replies: [{ chat, text: `turn ${n} {"kind":"private","text":"hello"}` }] }))
    expect(got).toEqual([...turn(1), ...turn(2)])
  })

  test('an update sent twice is answered once', async () => {
    const line = { ...ann, text: 'hello', update: 'u1' }
    const got = await answers(['chat', '--json', '--memory'], [line, line, { ...line, update: 'u2' }])
    expect(got).toEqual([
      { replies: [expect.objectContaining({ text: expect.stringContaining('turn 1') })] },
      { replies: [] },
      { replies: [expect.objectContaining({ text: expect.stringContaining('turn 2') })] },
    ])
  })

  test('in a group, a reply says for whom it is', async () => {
    const line = {
      chat: 'g',
      user: 'ann',
      kind: 'group',
      text: 'hi',
      mentioned: true,
      admin: false,
      forwarded: true,
      event: 'joined',
    }
    const [answer] = await answers(['chat', '--json', '--memory'], [line])
    expect(answer).toEqual({
      replies: [
        {
          chat: 'g',
          to: 'ann',
          text: 'turn 1 {"kind":"group","text":"hi","forwarded":true,"mentioned":true,"admin":false,"event":"joined"}',
        },
      ],
    })
  })

  test('a message that cannot be taken is an error of its line, and the conversation goes on', async () => {
    const lines = [
      { ...ann, text: 'hello' },
      { ...ann, text: 'break', id: 'b' },
      { ...ann, kind: 'public', text: 'x' },
      { chat: 'c', kind: 'private', text: 'x' },
      { ...ann, user: 5, text: 'x' },
      { ...ann, image: 'poster.png' },
      { ...ann, text: 'again' },
      { ...ann, text: '/delete' },
      { ...ann, text: 'anew' },
    ]
    expect(await answers(['chat', '--json', '--memory'], lines)).toEqual([
      { replies: [expect.objectContaining({ text: expect.stringContaining('turn 1') })] },
      error('something went wrong inside', 'b'),
      error('kind: '),
      error('user: missing'),
      error('user: expected string, received number'),
      error('image: "poster.png" could not be read (ENOENT)'),
      { replies: [expect.objectContaining({ text: expect.stringContaining('turn 2') })] },
      { replies: [{ chat: 'c', text: 'deleted' }] },
      { replies: [expect.objectContaining({ text: expect.stringContaining('turn 1') })] },
    ])
  })
})

test('knowledge is one entry a line', async () => {
  expect(await answers(['knowledge', '--json'], [])).toEqual([
    expect.objectContaining({ kind: 'law', id: 'cn' }),
    expect.objectContaining({ kind: 'fact', id: 'entry_fee' }),
    expect.objectContaining({ kind: 'case', id: 'mall', status: 'final', figures: { fine: 1500000 } }),
  ])
})
