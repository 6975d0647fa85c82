// One life of the embedded host, from the built program, to be killed at any moment. Prints, each line written
// before the next step: `state <conversation> <JSON>` for what it finds, `ack <conversation> <n>` once update n
// is taken in, `reply <conversation> <update>:<index>` for each delivery, `trouble …`.
import { writeSync } from 'node:fs'
import { createEmbeddedHost } from '../../dist/adapters/hosting/embedded/embedded-host.js'
import { openFileStore } from '../../dist/adapters/hosting/embedded/file-store.js'
import { lockFolder } from '../../dist/adapters/hosting/embedded/folder-lock.js'

const [folder, dialogue, conversations, lastLife] = process.argv.slice(2)
const tell = (line) => writeSync(1, `${line}\n`)
const { turn, messages, stateSchema, replySchema, updatesIn } = await import(`./kill-dialogues/${dialogue}.mjs`)

await lockFolder(folder)
const host = createEmbeddedHost({
  turn,
  deliver: async (key, _reply, { update, index }) => tell(`reply ${key} ${update}:${index}`),
  store: await openFileStore(`${folder}/conversations`, stateSchema, replySchema),
  now: Date.now,
  notice: { text: 'lost' },
  onTrouble: (message) => tell(`trouble ${message}`),
})
const keys = Array.from({ length: Number(conversations) }, (_, n) => `c${n}`)
const done = new Map()
for (const key of keys) {
  const state = await host.peek(key)
  done.set(key, state === undefined ? 0 : updatesIn(state))
  tell(`state ${key} ${JSON.stringify(state ?? null)}`)
}
await host.start()

/** A platform sends again what it has no answer to; taken in before, it must change nothing. */
async function live(key) {
  for (let n = Math.max(0, done.get(key) - 1); ; n++) {
    await host.submit(key, `u${n}`, messages(n))
    tell(`ack ${key} ${n}`)
  }
}
if (lastLife) await host.stop()
else await Promise.all(keys.map(live))
