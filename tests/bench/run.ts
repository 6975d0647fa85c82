import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Bench } from 'tinybench'
import { createEmbeddedHost } from '../../adapters/hosting/embedded/embedded-host.ts'
import { openKeptFiles } from '../../adapters/hosting/embedded/kept-files.ts'
import { keptReply, keptState } from '../../adapters/kept-forms.ts'
import { noticesIn } from '../../adapters/notice.ts'
import { nextQuestion } from '../../src/interview/next-question.ts'
import type { Known } from '../../src/knowledge/terms.ts'
import { decide } from '../../src/verdict/decide.ts'
import type { Findings } from '../../src/verdict/findings.ts'
import { judge } from '../../src/verdict/judge.ts'
import { engine, knowledge, laws } from '../ground.ts'

const print = (what: string, figure: string) => process.stdout.write(`${what.padEnd(52)} ${figure}\n`)
/** With the bound that the figure is to keep, and whether it does; nothing fails by it. */
const against = (figure: string, bound: string, holds: boolean) => `${figure} (${bound}: ${holds ? 'holds' : 'MISSED'})`
const perSecond = (rate: number) => `${Math.round(rate).toLocaleString('en')} /s`
const milliseconds = (value: number) => `${value.toFixed(value < 1 ? 3 : 1)} ms`

function percentile(sorted: Float64Array | readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

async function timed(times: number, work: (i: number) => unknown): Promise<number[]> {
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const start = performance.now()
    await work(i)
    taken.push(performance.now() - start)
  }
  return taken.sort((a, b) => a - b)
}

/** States of knowledge from a fixed sequence, so that runs compare. */
function situations(count: number): Findings[] {
  let seed = 42
  const next = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed & (2 ** knowledge.booleans.length - 1)
  }
  return Array.from({ length: count }, () => {
    const [known, yes] = [next(), next()]
    return { yes: known & yes, no: known & ~yes, uncertain: 0, contradictory: 0, numbers: {} }
  })
}

async function verdicts(): Promise<void> {
  const [rules] = laws
  if (!rules) throw new Error('no law')
  const known: readonly Known[] = situations(1024)
  const findings = situations(1024)
  let sink = 0
  const bench = new Bench({ time: 1000 })
    .add('verdicts decided on known facts', () => {
      for (const one of known) sink += decide(rules, one).length
    })
    .add('whole explanations built', () => {
      for (const one of findings) sink += judge(knowledge, rules, one).citations.length
    })
  await bench.run()
  const batch = [1024, 1024]
  const fewest = [1_000_000, 20_000]
  for (const [i, { name, result }] of bench.tasks.entries()) {
    if (!result || !('throughput' in result)) throw new Error(`${name}: not measured`)
    const rate = result.throughput.mean * (batch[i] ?? 1)
    const bound = fewest[i]
    print(
      name,
      bound === undefined ? perSecond(rate) : against(perSecond(rate), `≥ ${perSecond(bound)}`, rate >= bound),
    )
  }
  const chosen = await timed(5000, (i) =>
    nextQuestion(knowledge, rules, findings[i % 1024] ?? emptied, { once: 0, again: 0 }),
  )
  const slow = percentile(chosen, 0.99)
  print('next question, p50', milliseconds(percentile(chosen, 0.5)))
  print('next question, p99', against(milliseconds(slow), '< 1 ms', slow < 1))
  if (sink === 0) throw new Error('nothing was computed')
}

const emptied: Findings = { yes: 0, no: 0, uncertain: 0, contradictory: 0, numbers: {} }
const pitch =
  '姐妹们，这个平台真的靠谱，国家支持的新零售！首单进货3980元就是区县代理，每人带两个，带一个奖800，团队走货还有返点，下面三代都有提成。'
    .repeat(3)
    .slice(0, 200)
/** Whole turns with files: message in, state durable, reply out; beside what a bare fsync costs here. */
async function turns(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const file = await open(join(folder, 'bare'), 'w')
  const bare = await timed(300, async (i) => {
    await file.write(`${i}`)
    await file.sync()
  })
  await file.close()
  const onTrouble = (message: string) => process.stderr.write(`${message}\n`)
  const { store, clock, close } = await openKeptFiles(folder, keptState, keptReply, onTrouble)
  const host = createEmbeddedHost({
    turn: engine.step,
    deliver: async () => {},
    store,
    now: clock.now,
    notices: noticesIn('en'),
    onTrouble,
  })
  await host.start()
  const texts = [pitch, 'yes', '不知道', 'why']
  const taken = await timed(800, async (i) => {
    const text = texts[i % texts.length] ?? pitch
    const { delivered } = await host.submit(`chat ${Math.floor(i / texts.length)}`, `${i}`, { kind: 'private', text })
    await delivered
  })
  await host.stop()
  await close()
  await rm(folder, { recursive: true })
  print(
    'a bare write and fsync, p50 / p99',
    `${milliseconds(percentile(bare, 0.5))} / ${milliseconds(percentile(bare, 0.99))}`,
  )
  print(
    'a whole durable turn, p50 / p99',
    `${milliseconds(percentile(taken, 0.5))} / ${milliseconds(percentile(taken, 0.99))}`,
  )
  print('a whole durable turn over a bare fsync, p50', (percentile(taken, 0.5) / percentile(bare, 0.5)).toFixed(1))
}

/** From the start of the built program to its first prompt and first answer, and of Node alone for comparison. */
async function firstPrompt(): Promise<void> {
  const untilOutput = (args: readonly string[], input: string) =>
    new Promise<void>((resolve, reject) => {
      const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
      child.stdout.once('data', () => {
        child.kill('SIGKILL')
        resolve()
      })
      child.once('error', reject)
      child.stdin.on('error', () => {})
      child.stdin.write(input)
    })
  const bare = await timed(9, () => untilOutput(['-e', 'console.log(1)'], ''))
  const line = JSON.stringify({ chat: 'a', user: 'b', kind: 'private', text: 'hello' })
  const bot = await timed(9, () => untilOutput(['dist/adapters/start.js', 'chat', '--json', '--memory'], `${line}\n`))
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  process.env.DATA_DIR = folder
  const greeted = await timed(9, () => untilOutput(['dist/adapters/start.js', 'chat'], ''))
  await rm(folder, { recursive: true })
  const prompt = percentile(greeted, 0.5)
  print('node alone, to its first output, p50', milliseconds(percentile(bare, 0.5)))
  print('the built program, to its first prompt, p50', against(milliseconds(prompt), '< 300 ms', prompt < 300))
  print('the built program, to its first answer, p50', milliseconds(percentile(bot, 0.5)))
}

/** From the start of the built program to the first page answered, with nothing configured. */
async function firstPage(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const env = { PATH: process.env.PATH ?? '', PORT: '0', DATA_DIR: folder }
  const taken = await timed(9, async () => {
    const child = spawn(process.execPath, ['dist/adapters/start.js', 'serve'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = await once(child.stdout, 'data')
    const [address = ''] = /http:\S+/.exec(String(line)) ?? []
    await (await fetch(address)).text()
    child.kill('SIGKILL')
    await once(child, 'exit')
  })
  await rm(folder, { recursive: true })
  const page = percentile(taken, 0.5)
  print('the built program, to its first page answered, p50', against(milliseconds(page), '< 500 ms', page < 500))
}

await verdicts()
await turns()
await firstPrompt()
await firstPage()
