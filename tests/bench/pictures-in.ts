import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { createEmbeddedHost } from '../../adapters/hosting/embedded/embedded-host.ts'
import { createMemoryStore } from '../../adapters/hosting/embedded/memory-store.ts'
import { noticesIn } from '../../adapters/notice.ts'
import { createReader } from '../../adapters/pictures/reader.ts'
import type { Message, Reply, State } from '../../src/index.ts'
import { engine } from '../ground.ts'
import { drawAll } from '../pictures/sample-files.ts'
import { samples } from '../pictures/samples.ts'

/** Milliseconds between two messages of other people while pictures are read, and how many of them. */
const [GAP, MOST] = [10, 3000]

const ranked = (values: readonly number[], part: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0
const told = (milliseconds: number) => `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`

/** Megabytes the process had at most. */
function peakOf(pid: number | undefined): number {
  const [, kilobytes = '0'] = /VmHWM:\s*(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1000
}

/** A photo as phones take it, of a poster: 12 megapixels, to be made smaller before anything is found in it. */
const photo = (poster: Buffer) => sharp(poster).resize({ width: 3000, height: 4000, fit: 'cover' }).jpeg().toBuffer()
/** A screenshot of many screens, in tiles. */
const scroll = (notice: Buffer) =>
  sharp(notice).resize({ width: 1000 }).extend({ bottom: 6000, extendWith: 'repeat' }).jpeg().toBuffer()

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

const files = await drawAll(samples)
const reader = createReader({ patience: 60_000 })
const [poster = Buffer.of(), notice = Buffer.of()] = files

console.log('pictures: one after another, on this machine as busy as it is')
console.log(`  the first, with the start of the process: ${told(await timed(() => reader.read(poster, 'ann')))}`)
const [large, long] = await Promise.all([photo(poster), scroll(notice)])
const times: number[] = []
for (const file of files) times.push(await timed(() => reader.read(file, 'ann')))
console.log(
  `  ${files.length} drawn ones: median ${told(ranked(times, 0.5))}, slowest ${told(ranked(times, 1))} (bound: 3,000 ms)`,
)
console.log(`  a photo of 12 megapixels: ${told(await timed(() => reader.read(large, 'ann')))}`)
console.log(`  a screenshot of 1,000 × 7,000 and more: ${told(await timed(() => reader.read(long, 'ann')))}`)
console.log(`  most memory of the process: ${peakOf(reader.pid).toFixed(0)} MB (bound: 1,200 MB)`)

const host = createEmbeddedHost<State, Message, Reply>({
  turn: engine.step,
  deliver: async () => {},
  store: createMemoryStore<State, Reply>(),
  now: Date.now,
  notices: noticesIn('en'),
  onTrouble: console.error,
})
await host.start()
const say = (one: number, update: string) =>
  timed(async () => {
    const message = { kind: 'private', user: `u${one}`, text: '入会费2680元，每推荐一个人奖励800元' } as const
    await (await host.submit(`["bench","${one}","u${one}"]`, update, message)).delivered
  })
/** What other people wait while `work` is done. */
async function waits(name: string, work: Promise<unknown>): Promise<void> {
  let isOver = false
  void work.then(() => {
    isOver = true
  })
  const taken: Promise<number>[] = []
  for (let one = 0; one < MOST && !isOver; one++) {
    taken.push(say(one % 200, `${name}-${one}`))
    await wait(GAP)
  }
  const all = await Promise.all(taken)
  console.log(
    `  ${name}: p50 ${told(ranked(all, 0.5))}, p99 ${told(ranked(all, 0.99))} of ${all.length} (bound: 50 ms)`,
  )
}
console.log('pictures: what other conversations wait meanwhile')
await waits('nobody sends a picture', wait(8000))
await waits('pictures are read all the time', Promise.all(files.map((file, at) => reader.read(file, `u${at % 9}`))))
await host.stop()
await reader.stop()
