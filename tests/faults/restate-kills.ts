import { setTimeout as wait } from 'node:timers/promises'
import type { Fault } from './fault.ts'
import { createPeople } from './people.ts'
import { judgeWorld, openWorld } from './restate-world.ts'
import { inFolder } from './scratch.ts'
import { below, seeded } from './seeded.ts'

const chats = 20

/** Every second kill is the server's, which takes longer to come back. */
export const restateKills: Fault = {
  name: 'restate-kills',
  holds:
    'an instance and a Restate server killed in turn lose no acknowledged turn, count none twice and keep the order',
  sizes: { short: 4, long: 200 },
  run: (size, seed) =>
    inFolder(async (folder) => {
      const random = seeded(seed)
      const world = await openWorld(folder, 1, (port) => `http://127.0.0.1:${port}`)
      try {
        const [instance] = world.instances
        if (!instance) throw new Error('no instance')
        await instance.start()
        const front = `http://127.0.0.1:${instance.place.front}`
        const people = createPeople(front, chats, 5)
        const begun = Date.now()
        for (let kill = 0; kill < size; kill++) {
          await people.more(1 + below(random, 3 * chats))
          await wait(random() * 10)
          const killed = kill % 2 === 0 ? instance : world.server
          await killed.kill()
          await (killed === instance ? instance.start() : world.server.restart())
        }
        await people.more(chats)
        const gap = people.longestGap(begun)
        await people.fallSilent()
        const { broken, figures } = await judgeWorld(people, world.sink, front, size)
        return { broken, figures: { kills: size, ...figures, longest_gap_ms: gap } }
      } finally {
        await world.close()
      }
    }),
}
