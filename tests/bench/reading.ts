import { createReader } from '../../src/reading/read.ts'
import { knowledge } from '../ground.ts'
import { readExamples } from '../learning/examples.ts'
import { labelled } from '../reading/labelled.ts'

/** How fast text is read, on one core, per 200 characters: what recruiters write, and what groups talk about. */
const print = (what: string, figure: string) => process.stdout.write(`${what.padEnd(52)} ${figure}\n`)
const LENGTH = 200
const SECONDS = 3

const heap = () => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1e6
}
const before = heap()
const read = createReader(knowledge)
read('入会费2680,拉一个人奖600')
if (globalThis.gc) print('memory of the reader made', `${(heap() - before).toFixed(1)} MB`)

/** Texts one after another, each a little different from the last time, until the time is over. */
function measure(texts: readonly string[]): { readonly perSecond: number; readonly shown: number } {
  let characters = 0
  let shown = 0
  let turn = 0
  const pass = () => {
    for (const text of texts) {
      const one = `${text} ${turn++}`
      shown += read(one).evidence.length
      characters += one.length
    }
  }
  pass()
  pass()
  characters = 0
  const began = process.cpuUsage()
  const used = () => {
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1e6
  }
  while (used() < SECONDS) pass()
  return { perSecond: characters / LENGTH / used(), shown }
}

const rows = ['messages.yaml', 'fresh-seen.yaml', 'second-seen.yaml'].flatMap((name) => labelled(name))
const pitches = rows.filter(({ concern }) => concern === 'pyramid').map(({ text }) => text)
const han = /\p{Script=Han}/u
const harmless = readExamples().filter(({ says, whole }) => says.length === 0 && !whole)
const joined = (texts: readonly string[]): string[] => {
  const found: string[] = []
  let one = ''
  for (const text of texts) {
    one = one === '' ? text : `${one}\n${text}`
    if (one.length < LENGTH) continue
    found.push(one)
    one = ''
  }
  return found
}
const sets: readonly (readonly [string, readonly string[], number])[] = [
  ['Chinese pitches', pitches.filter((text) => han.test(text)), 5_000],
  ['English pitches', pitches.filter((text) => !han.test(text)), 5_000],
  ['Chinese chatter', joined(harmless.map(({ text }) => text).filter((text) => han.test(text))), 20_000],
  ['English chatter', joined(harmless.map(({ text }) => text).filter((text) => !han.test(text))), 20_000],
]
for (const [name, texts, bound] of sets) {
  const { perSecond } = measure(texts)
  const rate = `${Math.round(perSecond).toLocaleString('en')} /s`
  print(
    `${name} of ${LENGTH} characters`,
    `${rate} (≥ ${bound.toLocaleString('en')}: ${perSecond >= bound ? 'holds' : 'MISSED'})`,
  )
}

const long = pitches.join('\n').repeat(20).slice(0, 105_000)
const taken = Array.from({ length: 15 }, (_, i) => {
  const start = performance.now()
  read(`${long}${i}`)
  return performance.now() - start
}).sort((a, b) => a - b)
print(
  'a text of 105,000 characters, p50',
  `${(taken[7] ?? 0).toFixed(0)} ms (< 50 ms: ${(taken[7] ?? 0) < 50 ? 'holds' : 'MISSED'})`,
)
