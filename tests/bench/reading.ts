import { readKnowledge } from '../../adapters/knowledge-files.ts'
import { readExamples } from '../learning/examples.ts'
import { labelled } from '../reading/labelled.ts'

/**
 * How fast text is read, on one core, counted by 200 characters: what recruiters write, and what groups talk about.
 * `Short pitches` are dense: some 70 Chinese characters each, three of which make up what is counted as one.
 * `Look-alikes` is short chatter that speaks of money, friends or joining something, which is the hardest there is to tell
 * from an offer: message by message, as it is sent, and, with no bound set for it, joined to 200 characters.
 */
const print = (what: string, figure: string) => process.stdout.write(`${what.padEnd(52)} ${figure}\n`)
const LENGTH = 200
const [LONG, LONGEST] = [150, 260]
const SECONDS = 3
/** So long it runs before it is measured, until what is run often has been compiled. */
const WARM = 1

/** The engine as it is built: tests run it from sources, with names kept for stepping through, which costs time. */
const built: typeof import('../../src/index.ts') = await import(
  String(new URL('../../dist/src/index.js', import.meta.url))
)
const { read } = built.createEngine(readKnowledge())

const heap = () => {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1e6
}
const before = heap()
read('入会费2680,拉一个人奖600')
if (globalThis.gc) print('memory of the reader made', `${(heap() - before).toFixed(1)} MB`)

/** Texts one after another, each a little different from the last time, until the time is over. */
function measure(texts: readonly string[], place?: 'group'): { readonly lengths: number; readonly messages: number } {
  let characters = 0
  let messages = 0
  const pass = () => {
    for (const text of texts) {
      const one = `${text} ${messages++}`
      read(one, place)
      characters += one.length
    }
  }
  let began = process.cpuUsage()
  const used = () => {
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1e6
  }
  while (used() < WARM) pass()
  characters = 0
  messages = 0
  began = process.cpuUsage()
  while (used() < SECONDS) pass()
  return { lengths: characters / LENGTH / used(), messages: messages / used() }
}

const rows = ['messages.yaml', 'fresh-seen.yaml', 'second-seen.yaml'].flatMap((name) => labelled(name))
const pitches = rows.filter(({ concern }) => concern === 'pyramid').map(({ text }) => text)
const longPitches = readExamples()
  .filter(({ text, offers, says }) => offers && says.length > 1 && text.length >= LONG && text.length <= LONGEST)
  .map(({ text }) => text)
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
const lookAlikes = harmless.map(({ text }) => text)
const ordinary = ['ordinary-zh.yaml', 'ordinary-en.yaml']
  .flatMap((name) => labelled(name))
  .map(({ text }) => text)
  .filter(({ length }) => length >= LONG)
const inChinese = (texts: readonly string[]) => texts.filter((text) => han.test(text))
const inEnglish = (texts: readonly string[]) => texts.filter((text) => !han.test(text))
const told = (what: string, perSecond: number, bound?: number) => {
  const held =
    bound === undefined ? '' : ` (≥ ${bound.toLocaleString('en')}: ${perSecond >= bound ? 'holds' : 'MISSED'})`
  print(what, `${Math.round(perSecond).toLocaleString('en')} /s${held}`)
}
for (const [language, of] of [
  ['Chinese', inChinese],
  ['English', inEnglish],
] as const) {
  told(`${language} pitches of about 200`, measure(of(longPitches)).lengths, 5_000)
  told(`${language} short pitches, by 200 characters`, measure(of(pitches)).lengths, 5_000)
  told(`${language} ordinary chatter of about 200`, measure(of(ordinary), 'group').lengths, 20_000)
  told(`${language} look-alikes, message by message`, measure(of(lookAlikes), 'group').messages, 20_000)
  told(`${language} look-alikes, joined to 200 characters`, measure(joined(of(lookAlikes)), 'group').lengths)
}

const KILOBYTES = 105
for (const [script, texts] of [
  ['Chinese', inChinese(pitches)],
  ['English', inEnglish(pitches)],
] as const) {
  const long = Buffer.from(texts.join('\n').repeat(20))
    .subarray(0, KILOBYTES * 1000)
    .toString()
  const taken = Array.from({ length: 15 }, (_, i) => {
    const start = performance.now()
    read(`${long}${i}`)
    return performance.now() - start
  }).sort((a, b) => a - b)
  const median = taken[7] ?? 0
  print(
    `${KILOBYTES} KB of ${script} pitches, ${long.length.toLocaleString('en')} characters, p50`,
    `${median.toFixed(0)} ms (< 50 ms: ${median < 50 ? 'holds' : 'MISSED'})`,
  )
}
