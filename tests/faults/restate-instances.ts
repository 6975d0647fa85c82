import { setTimeout as wait } from 'node:timers/promises'
import { openBalancer } from './balancer.ts'
import type { Fault } from './fault.ts'
import { createPeople } from './people.ts'
import { judgeWorld, openWorld } from './restate-world.ts'
import { inFolder } from './scratch.ts'
import { below, seeded, shuffled } from './seeded.ts'

const chats = 20
/** How long an instance stays away, in milliseconds; longer than it takes the balancer to notice. */
const away = 6_000
/** The longest a chat may have to wait for an answer, in milliseconds. */
const longestGap = 10_000

/** In turn killed and frozen, now one instance and now the other. */
export const restateInstances: Fault = {
  name: 'restate-instances',
  holds:
    'of two instances behind a load balancer one killed or frozen loses nothing, keeps the order and holds up no chat for 10 s',
  sizes: { short: 2, long: 40 },
  run: (size, seed) =>
    inFolder(async (folder) => {
      const random = seeded(seed)
      const balancer = await openBalancer()
      const world = await openWorld(folder, 2, () => `http://127.0.0.1:${balancer.port}`)
      try {
        for (const one of world.instances) balancer.add(one.place)
        await Promise.all(world.instances.map((one) => one.start()))
        const front = `http://127.0.0.1:${balancer.front}`
        const people = createPeople(front, chats, 20)
        await people.more(5 * chats)
        const begun = Date.now()
        for (let time = 0; time < size; time++) {
          await people.more(1 + below(random, 3 * chats))
          const [one] = shuffled(random, world.instances)
          if (time % 2 === 0) await one?.kill()
          else one?.signal('SIGSTOP')
          await wait(away)
          await people.more(chats)
          if (time % 2 === 0) await one?.start()
          else one?.signal('SIGCONT')
          await wait(2_000)
        }
        await people.more(chats)
        const gap = people.longestGap(begun)
        await people.fallSilent()
        const { broken, figures } = await judgeWorld(people, world.sink, front, size)
        if (gap >= longestGap) broken.push(`a chat waited ${gap} ms`)
        return { broken, figures: { times: size, ...figures, longest_gap_ms: gap } }
      } finally {
        balancer.close()
        await world.close()
      }
    }),
}
