import { describe, expect, test } from 'vitest'
import { Undelivered } from '../../adapters/hosting/host.ts'
import { groupKey } from '../../adapters/platform.ts'
import type { Reply } from '../../src/index.ts'
import { ann, asked, bot, key, origin } from './speaking.ts'

describe('a reply', () => {
  test('shows its choices as numbered lines', async () => {
    const { world, send } = await bot()
    await send(asked)
    expect(world.saidTo(ann)).toEqual(['要先交钱吗？\n\n1. 是\n2. 不是\n3. 不知道'])
  })

  test('to a question about a number has choices without numbers', async () => {
    const { world, send } = await bot()
    await send({ text: '一共几层？', asks: 'levels', choices: [{ id: 'unknown', label: '不知道' }] })
    expect(world.saidTo(ann)).toEqual(['一共几层？\n\n· 不知道'])
  })

  test('too long for one message comes in whole sentences, with its choices at the end', async () => {
    const { world, send } = await bot()
    const sentence = `${'很'.repeat(98)}长。`
    await send({ ...asked, text: sentence.repeat(45) })
    const said = world.saidTo(ann)
    expect(said).toHaveLength(3)
    for (const text of said) expect(text.length).toBeLessThanOrEqual(2_000)
    for (const text of said.slice(0, -1)) expect(text.endsWith('长。')).toBe(true)
    expect(said.at(-1)?.endsWith('\n\n1. 是\n2. 不是\n3. 不知道')).toBe(true)
    expect(said.join('').split('长。')).toHaveLength(46)
  })

  test('in a room names whom it is to, once', async () => {
    const { world, room, send } = await bot()
    await send({ text: '好。'.repeat(1_500), to: ann }, groupKey('wechat', room))
    const said = world.saidTo(room)
    expect(said.map((text) => text.startsWith('@ann 好'))).toEqual([true, false])
    for (const text of said) expect(text.length).toBeLessThanOrEqual(2_000)
  })

  test('in a room to nobody names nobody', async () => {
    const { world, room, send } = await bot()
    await send({ text: '大家好。' }, groupKey('wechat', room))
    expect(world.saidTo(room)).toEqual(['大家好。'])
  })

  test('in passing is an ordinary short one to that person', async () => {
    const { world, room, send } = await bot()
    await send({ text: '请提问的人来答。', to: 'wxid_bob', aside: true }, groupKey('wechat', room))
    expect(world.saidTo(room)).toEqual(['@bob 请提问的人来答。'])
  })

  test('to someone WeChat no longer knows is said all the same', async () => {
    const { world, room, send } = await bot()
    await send({ text: '好。', to: 'wxid_nobody' }, groupKey('wechat', room))
    expect(world.saidTo(room)).toEqual(['好。'])
  })

  test('has no characters that turn or hide writing', async () => {
    const { world, send } = await bot()
    await send({ text: 'a\u202eb\u0000c\ud800d' })
    expect(world.saidTo(ann)[0]).toMatch(/^ab\ufffdc\ufffdd$/)
  })
})

describe('a send that fails', () => {
  const hopeOf = async (sending: Promise<void>) => {
    const error = await sending.then(
      () => undefined,
      (cause: unknown) => cause,
    )
    return error instanceof Undelivered ? error.hope : error
  }

  test('for a reason of its own may be tried again, and what was sent is not sent twice', async () => {
    const { world, send } = await bot()
    let sends = 0
    world.puppet.onSend = () => {
      if (++sends === 2) throw new Error('socket hang up')
    }
    const long: Reply = { text: '很长的一句话。'.repeat(600) }
    const from = origin()
    await expect(send(long, key, from)).rejects.toThrow('could not send')
    await send(long, key, from)
    const said = world.saidTo(ann)
    expect(said.join('')).toBe(long.text)
  })

  test('because it was too fast may be tried again later', async () => {
    const { world, send } = await bot()
    world.puppet.onSend = () => {
      throw new Error('操作过于频繁，请稍后再试')
    }
    expect(await hopeOf(send(asked))).toEqual({ after: 200 })
  })

  test('because nobody is logged in may be tried again later', async () => {
    const { world, send } = await bot()
    await world.puppet.logout()
    expect(await hopeOf(send(asked))).toEqual({ after: 30_000 })
  })

  test('to a person or a room that is gone has no hope', async () => {
    const { world, room, send } = await bot()
    world.puppet.gone.add(ann).add(room)
    expect(await hopeOf(send(asked))).toBe('gone')
    expect(await hopeOf(send(asked, groupKey('wechat', room)))).toBe('gone')
  })

  test('because the bot is no friend, or no longer in the room, has no hope', async () => {
    const { world, room, send } = await bot()
    world.puppet.onSend = () => {
      throw new Error('对方不是你的好友')
    }
    expect(await hopeOf(send(asked))).toBe('gone')
    world.puppet.onSend = () => {
      const payload = world.puppet.mocker.roomPayload(room)
      world.puppet.mocker.roomPayload(room, { ...payload, memberIdList: [ann] })
      throw new Error('ret -44')
    }
    expect(await hopeOf(send(asked, groupKey('wechat', room)))).toBe('gone')
  })

  test('is not taken for gone where the puppet cannot be asked', async () => {
    const { world, send } = await bot()
    world.puppet.gone.add(ann)
    world.puppet.contactList = () => Promise.reject(new Error('socket hang up'))
    expect(await hopeOf(send(asked))).not.toBeInstanceOf(Undelivered)
    expect(await hopeOf(send(asked))).not.toBe('gone')
  })

  test('to someone who is only missing from the list of friends may be tried again', async () => {
    const { world, send } = await bot()
    world.puppet.contactList = async () => ['wxid_bob']
    world.puppet.onSend = () => {
      throw new Error('socket hang up')
    }
    expect(await hopeOf(send(asked))).toEqual(new Error('the puppet could not send a message'))
  })

  test('tells no text and no name', async () => {
    const { world, send } = await bot()
    world.puppet.onSend = (_, text) => {
      throw new Error(`cannot send ${text} to ann`)
    }
    await expect(send(asked)).rejects.toThrow(/^the puppet could not send a message$/)
  })
})
