import { describe, expect, test } from 'vitest'
import { bot, terminal } from './fake-bot.ts'

describe('the commands for people', () => {
  test('read marks the quotes in the text and says what they show', async () => {
    const shown = await bot(['read', 'you', 'pay', 'first'])
    expect(shown).toContain('you [pay] first')
    expect(shown).toContain('yes entry_fee: “pay”')
    expect(await bot(['read'], ['you pay\nlater'])).toContain('you [pay]\nlater')
  })

  test('a text cannot recolour the terminal or turn its writing', async () => {
    const shown = await bot(['read'], ['\u001b]0;title\u0007 pay \u202e\u001b[2J'])
    expect(shown).not.toMatch(/[^\P{Cc}\n]|\u202e/u)
  })

  test('judge reads facts as words, from arguments or standard input', async () => {
    const shown = await bot(['judge', 'entry_fee', 'levels=3'])
    expect(shown).toContain('grey (open), by the law cn')
    expect(shown).toContain('✓ price: met (entry_fee)')
    expect(shown).toContain('would change: if multi_level is yes, pyramid')
    expect(shown).toContain('micro-business-puzzle ¶7, 8; cn art. 7(2)')
    expect(await bot(['judge'], ['entry_fee=yes\nlevels=3'])).toBe(shown)
    await expect(bot(['judge', 'entry_fee=perhaps'])).rejects.toThrow('entry_fee=yes')
    for (const word of ['levels=-1', 'levels=2.5'])
      await expect(bot(['judge', word])).rejects.toThrow(`"${word}": expected a whole number, 0 or more`)
    await expect(bot(['judge', '--law', 'xx', 'entry_fee'])).rejects.toThrow('there is no law "xx"')
  })

  test('with --json, arguments are answered by one line', async () => {
    expect(JSON.parse(await bot(['read', '--json', 'pay']))).toMatchObject({ evidence: [{ quote: 'pay' }] })
    expect(JSON.parse(await bot(['judge', '--json', 'entry_fee=no']))).toMatchObject({ verdict: 'grey' })
  })

  test('knowledge is grouped, in the language asked for, with sources', async () => {
    const shown = await bot(['knowledge'], [], { language: 'en' })
    expect(shown).toMatch(
      /Laws \(1\)\n\ncn\n {2}Regulations\n {2}cn art\. 7\(1\)\n\nFacts \(1\)\n\nentry_fee\n {2}a fee to join/,
    )
    expect(shown).toContain('Cases (1)\n\nmall\n  cn · final · fine 1,500,000\n  A mall\n  工商局 (Regulator) 2016')
    expect(await bot(['knowledge'], [], { language: 'zh-Hant' })).toContain('入门费')
  })
})

describe('the chat', () => {
  const open = (outside = {}, ...options: string[]) => {
    const { input, output, shows, type } = terminal()
    const left = bot(['chat', ...options], input, { output, interactive: true, language: 'en', ...outside })
    return { left, shows, type }
  }

  test('takes up where it was, numbers the choices, and reads the number typed as the choice', async () => {
    const { left, shows, type } = open()
    await shows('Ctrl-C leaves')
    await shows('"choice":"resume"')
    await shows('> ')
    type('ask\r')
    await shows("Do you pay to join?\n  1. yes\n  2. no\n  3. I don't know")
    type('２。\r')
    await shows('{"kind":"private","choice":"no","question":"q2"}')
    type('2\r')
    await shows('{"kind":"private","text":"2"}')
    type('\u0004')
    await shows('The conversation is kept')
    await left
  })

  test('of several replies with choices the last one has the numbers, and the others are chosen by their words', async () => {
    const { left, shows, type } = open()
    type('judge\r')
    await shows('Grey.\n  · why\n  · cases')
    await shows('Who are you?\n  1. invited\n  2. member\n')
    type('2\r')
    await shows('"choice":"role:member"')
    type('judge\r')
    await shows('2. member')
    type('Cases\r')
    await shows('"choice":"cases"')
    type('\u0003')
    await left
  })

  test('keeping nothing, it says so on leaving', async () => {
    const { left, shows, type } = open({}, '--memory')
    await shows('resume')
    type('\u0003')
    await shows('Nothing of this conversation was kept')
    await left
  })

  test.each([
    [{ locale: 'zh-Hant' }, '按 Enter 鍵送出'],
    [{ locale: 'zh-Hant', language: 'en' }, 'then press Enter'],
    [{}, '按回车键发送'],
    [{}, 'then press Enter'],
  ])('its own words are in the language set, else of the system, else in two: %j', async (spoken, words) => {
    const { left, shows, type } = open({ language: undefined, ...spoken })
    await shows(words)
    type('\u0003')
    await left
  })

  test('where a number is asked for, a number is a number, and the choice is typed in words', async () => {
    const { left, shows, type } = open()
    type('count\r')
    await shows("  · I don't know")
    type('1\r')
    await shows('"text":"1"')
    type('count\r')
    await shows("  · I don't know")
    type("i don't know\r")
    await shows('"choice":"unknown","question":"n1"')
    type('\u0003')
    await left
  })

  test("lines pasted together are one message, someone else's", async () => {
    const { left, shows, type } = open()
    await shows('resume')
    type('\u001b[200~first line\rsecond line\rlast\u001b[201~')
    await new Promise((resolve) => setTimeout(resolve, 100))
    type(' and more\r')
    await shows('{"kind":"private","text":"first line\\nsecond line\\nlast and more","forwarded":true}')
    type('\u001b[200~one\rtwo\r\u001b[201~')
    await shows('{"kind":"private","text":"one\\ntwo","forwarded":true}')
    type('one word pasted: \u001b[200~pyramid\u001b[201~\r')
    await shows('{"kind":"private","text":"one word pasted: pyramid"}')
    type('\u0004')
    await left
  })

  test('so they are where the terminal does not mark a paste', async () => {
    const { left, shows, type } = open()
    await shows('resume')
    type('first line\rsecond line\rlast')
    await new Promise((resolve) => setTimeout(resolve, 100))
    type('\r')
    await shows('"text":"first line\\nsecond line\\nlast"')
    type('\u0003')
    await left
  })

  test('arrow up brings back what was typed', async () => {
    const { left, shows, type } = open()
    await shows('resume')
    type('hello\r')
    await shows('"text":"hello"')
    await shows('> ')
    type('\u001b[A\r')
    await shows('turn 3 {"kind":"private","text":"hello"}')
    type('\u0003')
    await left
  })

  test('a message that could not be taken is said so, and can be sent again', async () => {
    const { left, shows, type } = open()
    type('ask\r')
    await shows('3. I')
    type('break\r')
    await shows('please send it again')
    type('1\r')
    await shows('"choice":"yes"')
    type('hello\r')
    await shows('turn 4')
    type('\u0003')
    await left
  })

  test('without a terminal each line is a message, and nothing but replies is shown', async () => {
    const shown = await bot(['chat'], ['hello\nask\n\n1\n'])
    expect(shown.match(/"kind":"private",[^}]*/g)).toEqual([
      '"kind":"private","choice":"resume"',
      '"kind":"private","text":"hello"',
      '"kind":"private","text":"ask"',
      '"kind":"private","choice":"yes","question":"q3"',
    ])
    expect(shown).not.toContain('>')
    expect(shown).not.toContain('\u001b')
  })

  test('lines break between words, not wherever the terminal is full', async () => {
    const { left, shows, type } = open({ columns: () => 30 })
    type('will anyone ever read this to the end?\r')
    await shows('text":"will anyone ever read\nthis to the end?"}')
    type('\u0003')
    await left
  })

  test('colours are for terminals', async () => {
    const { left, shows, type } = open({ colour: true })
    type('ask\r')
    await shows('\u001b[1mDo you pay to join?\u001b[22m')
    type('\u0003')
    await left
  })
})
