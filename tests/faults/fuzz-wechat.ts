import { setTimeout as wait } from 'node:timers/promises'
import { types } from 'wechaty'
import { createWeChat } from '../../adapters/wechat/wechat.ts'
import { botName, historyXml, MockWorld, quoting } from '../wechat/mock-world.ts'
import { type Act, type Fuzzed, fuzz } from './fuzz.ts'

const atOnce = { perChat: 0, overall: 0, patience: 10_000, busy: 200, friends: 0, reading: 600_000 }

export const fuzzWeChat = fuzz({
  name: 'wechat',
  longest: 2_000,
  sizes: { short: 300, long: 100_000 },
  async open(run, wrong): Promise<Fuzzed> {
    const world = new MockWorld()
    const platform = createWeChat({
      puppet: world.puppet,
      // To say so is right.
      onTrouble: (message) => message.includes('of unknown form') || wrong(message),
      show: () => {},
      pace: atOnce,
    })
    const { stop, atRest } = await run(platform)
    world.login()
    const rooms = [0, 1, 2, 3].map((n) => world.room(`room ${n}`, people))
    let read = 0
    const settle = async () => {
      await wait(20)
      await atRest()
    }
    return {
      async play(acts) {
        for (const one of acts) act(world, rooms, one)
        await settle()
      },
      shown() {
        const all = world.puppet.sent.slice(read)
        read = world.puppet.sent.length
        return all.map(({ text }) => text)
      },
      async answers(words) {
        const before = world.saidTo(world.person(`somebody ${read}`)).length
        world.says(`somebody ${read}`, words)
        await settle()
        return world.saidTo(world.person(`somebody ${read}`)).length > before
      },
      close: stop,
    }
  },
})

const people = Array.from({ length: 40 }, (_, n) => `person ${n}`)

/** One act as a puppet tells of it, in a form it has or in one that it never had. */
function act(world: MockWorld, rooms: readonly string[], { kind, who, inGroup, words, more, junk }: Act): void {
  const name = people[who] ?? ''
  const room = inGroup ? rooms[who % rooms.length] : undefined
  const place = room === undefined ? {} : { room }
  const text = room !== undefined && kind % 2 === 0 ? `@${botName}\u2005${words}` : words
  if (kind < 45) world.says(name, text, place)
  else if (kind < 55) world.says(name, quoting(more.slice(0, 30), words, text), place)
  else if (kind < 65) world.says(name, historyXml([words, more]), { ...place, type: types.Message.ChatHistory })
  else if (kind < 78) world.says(name, xml(kind, words, more), { ...place, type: kind % 24 })
  else if (kind < 86) world.sendsLink(name, { title: words, url: more, description: words }, place)
  else if (kind < 90)
    world.sendsMiniProgram(name, { title: words, description: more, username: `${JSON.stringify(junk)}` })
  else if (kind < 94) world.asksToBeFriends(name, words)
  else world.says(name, words, { ...place, type: kind, times: 2 })
}

/** What stands in messages of other kinds, whole, cut, nested or with entities that grow. */
function xml(kind: number, words: string, more: string): string {
  const whole = `<?xml version="1.0"?><msg><appmsg><title>${words}</title><des>${more}</des><type>${kind % 60}</type></appmsg></msg>`
  if (kind % 4 === 0) return whole.slice(0, whole.length >> 1)
  if (kind % 4 === 1) return `<!DOCTYPE a [<!ENTITY b "${more.slice(0, 20)}"><!ENTITY c "&b;&b;&b;">]>${whole}&c;`
  if (kind % 4 === 2) return `${'<a>'.repeat(500)}${words}`
  return whole
}
