import type { Origin } from '../../adapters/hosting/host.ts'
import { privateKey } from '../../adapters/platform.ts'
import type { Reply } from '../../src/index.ts'
import { listening } from './heard.ts'

export const ann = 'wxid_ann'
export const key = privateKey('wechat', ann, ann)
const choices = [
  { id: 'yes', label: '是' },
  { id: 'no', label: '不是' },
  { id: 'unknown', label: '不知道' },
]
export const asked: Reply = { text: '要先交钱吗？', choices, question: 'q1', asks: 'entry_fee' }
let updates = 0
export const origin = (index = 0): Origin => ({ update: `u-${index === 0 ? ++updates : updates}`, index })

/** The bot with a person and a room to answer, and what it takes their next message for. */
export async function bot() {
  const all = await listening()
  all.world.person('ann')
  const room = all.world.room('friends', ['ann', 'bob'])
  const send = (reply: Reply, to = key, from = origin()) => all.platform.send(to, reply, from)
  const choice = async (text: string, name = 'ann', inRoom?: string) => {
    const saying = inRoom === undefined ? {} : { room: inRoom }
    const [heard] = await all.of(name, () => all.world.says(name, text, saying), inRoom)
    return heard?.message
  }
  return { ...all, room, send, choice }
}
