import { expect, onTestFinished, test } from 'vitest'
import { createSwitchboard } from '../../adapters/switchboard.ts'
import { change, type Own, type Transcript } from '../../adapters/web/page/transcript.ts'
import type { Answer } from '../../adapters/web/protocol.ts'
import { type Message, masked } from '../../src/index.ts'
import { run } from '../web/running.ts'
import { openSession } from '../web/session.ts'

const phone = '13912345678'
const card = '6222 0212 3456 7890 123'
const said = `他的电话${phone}，把2680元打到卡号${card}`
const kept = said.replace(phone, '*'.repeat(phone.length)).replace(card, '*'.repeat(card.length))

test('a host is handed no number that is not to be kept, wherever in a message it stands', async () => {
  const handed: Message[] = []
  const { onMessage } = createSwitchboard({
    platforms: [],
    onTrouble: () => {},
    host: () => ({
      async submit(_, __, message) {
        handed.push(message)
        return { delivered: Promise.resolve() }
      },
      peek: async () => undefined,
      forget: async () => {},
      start: async () => {},
      stop: async () => {},
    }),
  })
  await onMessage('["web","a","me"]', 'u', {
    kind: 'private',
    text: said,
    quoted: said,
    parts: [{ text: said, speaker: 'one' }],
    pictures: [
      { lines: [{ text: said, alternative: said, confidence: 1 }], codes: [`tel:${phone}`] },
      { refused: 'kind' },
    ],
  })
  expect(JSON.stringify(handed)).not.toMatch(/13912345678|6222/)
  expect(handed[0]).toEqual({
    kind: 'private',
    text: kept,
    quoted: kept,
    parts: [{ text: kept, speaker: 'one' }],
    pictures: [
      { lines: [{ text: kept, alternative: kept, confidence: 1 }], codes: ['tel:***********'] },
      { refused: 'kind' },
    ],
  })
})

test('masked again it is the same, and what is too long still shows', () => {
  const long: Message = { kind: 'private', text: `${'长'.repeat(99_995)}${phone}${'长'.repeat(5_000)}` }
  for (const message of [{ kind: 'private', text: said }, long] as const)
    expect(masked(masked(message))).toEqual(masked(message))
  expect(masked(long).text).toHaveLength(100_001)
  expect(masked(long).text).toMatch(/长\*{6}$/)
})

test('the page keeps what a person said with its numbers masked, once it was taken in', async () => {
  const bot = await run()
  onTestFinished(() => bot.stop())
  const session = await openSession(bot.address)
  const update = 'a'.repeat(20)
  const response = await session.post({ update, chat: 'private', as: 'me', text: said })
  const answer: Answer = JSON.parse(await response.text())
  expect(answer.text).toBe(kept)
  const own: Own = { kind: 'own', update, chat: 'private', as: 'me', text: said, state: 'sending' }
  const before: Transcript = { language: 'zh-Hans', items: [own], groupOpened: false }
  const after = change(before, { do: 'sent', update, ...answer })
  expect(after.items[0]).toEqual({ ...own, text: kept, state: 'sent' })
  expect(JSON.stringify(after)).not.toMatch(/13912345678|6222/)
  const plain = await session.post({ update: 'b'.repeat(20), chat: 'private', as: 'me', text: '入会费2680元' })
  expect(JSON.parse(await plain.text())).not.toHaveProperty('text')
})
