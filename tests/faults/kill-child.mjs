// One life of the built program's host, with its engine or a turn that only counts, to be killed at any moment. Prints, each line written before
// the next step: `state <conversation> <JSON>` for what it finds, `ack <conversation> <n>` once update n is taken
// in, `reply <conversation> <update>:<index>` for each delivery, `trouble …`.
import { readFileSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import * as z from 'zod'
import { createEmbeddedHost } from '../../dist/adapters/hosting/embedded/embedded-host.js'
import { lockFolder } from '../../dist/adapters/hosting/embedded/folder-lock.js'
import { openKeptFiles } from '../../dist/adapters/hosting/embedded/kept-files.js'
import { keptReply, keptState } from '../../dist/adapters/kept-forms.js'
import { noticesIn } from '../../dist/adapters/notice.js'

const [folder, dialogue, conversations, lastLife] = process.argv.slice(2)
const messages = JSON.parse(readFileSync(new URL('kill-messages.json', import.meta.url), 'utf8'))
const tell = (line) => writeSync(1, `${line}\n`)

/** Its twin in kill.ts says what to expect. */
const count = (before, { text = '' }) => {
  const { turn, sum } = before ?? { turn: 0, sum: 0 }
  return [{ turn: turn + 1, sum: crc32(`${turn} ${text}`, sum) }, [{ text: 'counted' }, { text: 'go on' }]]
}
async function interview() {
  const { createEngine } = await import('../../dist/src/index.js')
  const { readKnowledge } = await import('../../dist/adapters/knowledge-files.js')
  return createEngine(readKnowledge(), { language: 'en', law: 'cn' }).step
}
const [step, form] = dialogue === 'interview' ? [await interview(), keptState] : [count, z.looseObject({})]

await lockFolder(folder)
const onTrouble = (message) => tell(`trouble ${message}`)
const { store, clock, close } = await openKeptFiles(folder, form, keptReply, onTrouble)
const host = createEmbeddedHost({
  // Always the same time: then the states depend on the messages only.
  turn: (conversation, message) => step(conversation, message, 0),
  deliver: async (key, _reply, { update, index }) => tell(`reply ${key} ${update}:${index}`),
  store,
  now: clock.now,
  notices: noticesIn('en'),
  onTrouble,
})
const keys = Array.from({ length: Number(conversations) }, (_, n) => `c${n}`)
const done = new Map()
for (const key of keys) {
  const state = await host.peek(key)
  done.set(key, state?.turn ?? 0)
  tell(`state ${key} ${JSON.stringify(state ?? null)}`)
}
await host.start()

/** A platform sends again what it has no answer to; taken in before, it must change nothing. */
async function live(key) {
  for (let n = Math.max(0, done.get(key) - 1); ; n++) {
    await host.submit(key, `u${n}`, messages[n % messages.length])
    tell(`ack ${key} ${n}`)
  }
}
if (lastLife) {
  await host.stop()
  await close()
} else await Promise.all(keys.map(live))
