import { expect, test } from 'vitest'
import type { Accepted } from '../../adapters/hosting/host.ts'
import { pressedData, readPressed } from '../../adapters/telegram/buttons.ts'
import { engine } from '../ground.ts'
import { everyChoiceId } from './choice-ids.ts'
import { listening } from './listening.ts'

const yesNo = [
  { id: 'yes', label: '是' },
  { id: 'no', label: '不是' },
]

async function withButtons(take?: () => Promise<Accepted>) {
  const all = await listening(take ? { take } : {})
  const { ann, telegram } = all
  const user = String(ann.chat.id)
  const key = JSON.stringify(['telegram', user, user])
  await telegram.send(key, { text: '有入会费吗?', choices: yesNo, question: 'q1-2' }, { update: 's.1', index: 0 })
  return { ...all, key }
}

test('a press brings its choice and question, and is answered at once', async () => {
  const { api, ann, next } = await withButtons()
  const { id } = api.press('ann', ann, '不是')
  const { update, message } = await next()
  expect(message).toMatchObject({ kind: 'private', choice: 'no', question: 'q1-2' })
  expect(update).toBe(`c.${ann.shown[0]?.id}..${id}`)
  expect(await api.until(() => api.presses.get(id)?.answer)).toEqual({})
})

test('a press is answered soon even where the turn takes long', async () => {
  let release = (_: Accepted) => {}
  const { api, ann } = await withButtons(
    () =>
      new Promise((resolve) => {
        release = resolve
      }),
  )
  const { id } = api.press('ann', ann, '是')
  expect(await api.until(() => api.presses.get(id)?.answer)).toEqual({})
  release({ delivered: Promise.resolve() })
})

test('what is said in passing is the answer to the press, for a moment or until it is closed', async () => {
  let release = () => {}
  const delivered = new Promise<void>((resolve) => {
    release = resolve
  })
  const { api, ann, telegram, key, next } = await withButtons(async () => ({ delivered }))
  const [first, second] = [api.press('ann', ann, '是'), api.press('ann', ann, '是')]
  const updates = [await next(), await next()].map(({ update }) => update)
  const long = `${'这个问题是问别人的,不是问你的。'.repeat(20)}`
  await telegram.send(key, { text: '只有提问的人能答', aside: true }, { update: updates[0] ?? '', index: 0 })
  await telegram.send(key, { text: long, aside: true }, { update: updates[1] ?? '', index: 0 })
  expect(api.presses.get(first.id)?.answer).toEqual({ text: '只有提问的人能答' })
  const answer = api.presses.get(second.id)?.answer
  expect(answer?.alert).toBe(true)
  expect(answer?.text?.length).toBeLessThanOrEqual(200)
  expect(answer?.text).toMatch(/。$/)
  expect(ann.shown).toHaveLength(1)
  release()
})

test('where it is too late to answer a press, what was to be said in passing is a message', async () => {
  const { api, ann, telegram, key, troubles } = await withButtons()
  await telegram.send(key, { text: '只有提问的人能答', aside: true }, { update: 'c.5..123456', index: 0 })
  expect(api.textsIn(ann)).toEqual(['有入会费吗?', '只有提问的人能答'])
  expect(troubles).toEqual([])
})

test('every choice there is fits under a button, with the longest question', () => {
  const question = `q${(9e15).toString(36)}-99999`
  for (const id of everyChoiceId()) {
    const data = pressedData(id, question)
    expect(data, id).toBeDefined()
    expect(readPressed(data ?? '')).toEqual({ choice: id, question })
  }
})

test('a choice that does not fit under a button stands in the text', async () => {
  const { ann, telegram, key } = await withButtons()
  const choices = [{ id: 'x'.repeat(80), label: '很长的选择' }, ...yesNo]
  await telegram.send(key, { text: '请选', choices, question: 'q' }, { update: 's.2', index: 0 })
  const shown = ann.shown.at(-1)
  expect(shown?.text).toContain('很长的选择')
  expect(shown?.markup?.inline_keyboard.flat().map(({ text }) => text)).toEqual(['是', '不是'])
})

test('the choice to go on in private is a link that takes the offer along', async () => {
  const { ann, telegram, key, api } = await withButtons()
  const token = 'AAAAAAAAAAAAAAAA'
  const asked = { kind: 'group', user: '1', mentioned: true, token, text: '入会费2680元，推荐一个人奖励800元' } as const
  const [, [reply]] = engine.step(undefined, asked, 1e12)
  if (!reply?.handoff) throw new Error('expected an offer to go on in private')
  await telegram.send(key, reply, { update: 's.2', index: 0 })
  const label = reply.choices?.find(({ id }) => id === 'private')?.label
  const buttons = ann.shown.at(-1)?.markup?.inline_keyboard.flat() ?? []
  expect(buttons).toContainEqual({ text: label, url: `https://t.me/${api.chats.bot.username}?start=${token}` })
  expect(buttons.filter(({ callback_data }) => callback_data === undefined)).toHaveLength(1)
})
