import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { assemble } from '../../adapters/assemble.ts'
import { createMemoryStore } from '../../adapters/hosting/embedded/memory-store.ts'
import { createWeChat } from '../../adapters/wechat/wechat.ts'
import type { Reply, State } from '../../src/index.ts'
import { wording } from '../contracts/labels.ts'
import { engine } from '../ground.ts'
import { openIntake } from '../pictures/open-pictures.ts'
import { posterAndNotice } from '../pictures/sample-files.ts'
import { listening } from './heard.ts'
import { MockWorld } from './mock-world.ts'
import { atOnce } from './wechat-stage.ts'

let poster: Buffer
let notice: Buffer
beforeAll(async () => {
  ;[poster, notice] = await posterAndNotice()
}, 60_000)

/** The whole bot in a mock world, which reads pictures really. */
async function bot() {
  const world = new MockWorld()
  const onTrouble = () => {}
  const platform = createWeChat({
    puppet: world.puppet,
    onTrouble,
    show: () => {},
    pace: atOnce,
    pictures: openIntake().intake,
  })
  const store = createMemoryStore<State, Reply>()
  onTestFinished(await assemble({ engine, store, platforms: [platform], onTrouble, retryAfter: [5, 20] }))
  world.login()
  const ann = world.person('ann')
  const said = (words: string) =>
    expect.poll(() => world.saidTo(ann).filter((text) => text.includes(words)), { timeout: 30_000 })
  return { world, ann, said }
}

test('a picture is fetched, read and answered', async () => {
  const { world, said } = await bot()
  world.sendsPicture('ann', poster)
  await said('“入会费2680元”（第1张图第3行）').toHaveLength(1)
})

test('several in a row are one offer, answered once', async () => {
  const { world, said } = await bot()
  world.sendsPicture('ann', poster)
  world.sendsPicture('ann', notice)
  await said('第1、2张图我读了').toHaveLength(1)
})

test('one that WeChat does not give, and one that is none, are answered plainly', async () => {
  const { world, said } = await bot()
  world.sendsPicture('ann', undefined)
  await said(wording('picture-not-fetched')).toHaveLength(1)
  world.sendsPicture('ann', Buffer.from('not at all'))
  await said(wording('picture-not-a-picture')).toHaveLength(1)
})

test('a text after a picture is heard after it; pictures of a room, and the bot’s own, are not fetched', async () => {
  const { intake } = openIntake()
  const begun: string[] = []
  const { world, of } = await listening({
    pictures: {
      ...intake,
      begin(key, who, fetch) {
        begun.push(who)
        return intake.begin(key, who, fetch)
      },
    },
  })
  const room = world.room('family', ['ann', 'bob'])
  await of('ann', () => world.sendsPicture('ann', poster, { room }), room)
  expect(begun).toEqual([])
  const heard = await of('ann', () => {
    world.sendsPicture('ann', poster)
    world.says('ann', '这是传销吗')
  })
  expect(begun).toEqual(['wechat wxid_ann'])
  expect(heard[0]?.message).toEqual({ kind: 'private', awaits: true })
  expect(heard.slice(1).map(({ message }) => message.pictures?.length ?? message.text)).toEqual([1, '这是传销吗'])
  expect(heard[1]?.message).toMatchObject({ text: '', more: true, pictures: [{ codes: [] }] })
})
