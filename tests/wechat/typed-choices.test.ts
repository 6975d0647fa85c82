import { describe, expect, test } from 'vitest'
import { groupKey } from '../../adapters/platform.ts'
import { botName } from './mock-world.ts'
import { ann, asked, bot, key, origin } from './speaking.ts'

describe('what is typed after choices were shown', () => {
  test.each(['1', '1.', '１', '①', '1、', ' 1 ', '是'])('%j chooses the first', async (text) => {
    const { send, choice } = await bot()
    await send(asked)
    expect(await choice(text)).toMatchObject({ choice: 'yes', question: 'q1' })
  })

  test.each(['4', '0', '1 2', '是的', '2680'])('%j is only said', async (text) => {
    const { send, choice } = await bot()
    await send(asked)
    const message = await choice(text)
    expect(message?.text).toBe(text)
    expect(message?.choice).toBeUndefined()
  })

  test('a number belongs to the last reply with choices, words to any reply of the same answer', async () => {
    const { send, choice } = await bot()
    await send({ text: '为什么？', choices: [{ id: 'why', label: '说说看' }], question: 'q0' }, key, origin())
    await send(asked, key, origin(1))
    expect(await choice('1')).toMatchObject({ choice: 'yes', question: 'q1' })
    expect(await choice('说说看')).toMatchObject({ choice: 'why', question: 'q0' })
  })

  test('a number is a number again once something else was answered', async () => {
    const { send, choice } = await bot()
    await send(asked)
    await send({ text: '谢谢。' })
    expect((await choice('1'))?.choice).toBeUndefined()
  })

  test('what was said in passing leaves standing what was asked', async () => {
    const { room, send, choice } = await bot()
    const group = groupKey('wechat', room)
    await send({ ...asked, to: ann }, group)
    await send({ text: '等一下。', to: ann, aside: true }, group)
    expect(await choice(`@${botName}\u20051`, 'ann', room)).toMatchObject({ choice: 'yes', mentioned: true })
  })

  test('in a room chooses only where the bot is addressed', async () => {
    const { room, send, choice } = await bot()
    await send({ ...asked, to: ann }, groupKey('wechat', room))
    expect(await choice('1', 'ann', room)).not.toHaveProperty('choice')
    expect(await choice('是', 'ann', room)).not.toHaveProperty('mentioned')
    expect(await choice(`@${botName} 1`, 'ann', room)).toMatchObject({ choice: 'yes', question: 'q1' })
  })

  test('in a room is of what was shown to that person, else of what was shown last', async () => {
    const { room, send, choice } = await bot()
    const group = groupKey('wechat', room)
    await send({ ...asked, to: ann }, group)
    expect(await choice(`@${botName} 2`, 'bob', room)).toMatchObject({ choice: 'no', question: 'q1', user: 'wxid_bob' })
    await send({ ...asked, question: 'q2', to: 'wxid_bob' }, group)
    expect(await choice(`@${botName} 2`, 'ann', room)).toMatchObject({ question: 'q1' })
    expect(await choice(`@${botName} 2`, 'bob', room)).toMatchObject({ question: 'q2' })
  })
})
