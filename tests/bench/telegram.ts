import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { FakeBotApi, token } from '../telegram/fake-bot-api.ts'
import { People, type Script } from './telegram-load.ts'

/**
 * Whole Telegram turns over webhook, against the fake Bot API in this process; each bot has its own. The echo of
 * bare grammY takes the same messages in the same run, in alternating rounds.
 */
const secret = 'the-secret-of-the-bench'
const pitch = '推荐一个好项目：入会费2680元，每推荐一个人奖励800元，团队三级提成，名额有限，先到先得'
const interview: Script = ['/start', pitch, '不知道', '不知道', '是', '/show', '不知道']
const answers: Script = ['/start', '/help', '/language', '/privacy', '/help', '/start']
const rounds = 3
const abreast = 32

const api = await new FakeBotApi().open()
api.quick = true
const people = new People(api, secret)

interface Bot {
  readonly name: string
  readonly child: ChildProcess
  readonly port: number
}

async function start(name: string): Promise<Bot> {
  const script = fileURLToPath(new URL('telegram-bot.ts', import.meta.url))
  const child = fork(script, [name, api.root, token, secret], { execArgv: ['--import', 'tsx'] })
  const [{ address }] = await once(child, 'message')
  return { name, child, port: address.port }
}

async function usage({ child }: Bot): Promise<{ rss: number; cpu: number }> {
  child.send('usage')
  const [{ rss, cpu }] = await once(child, 'message')
  return { rss, cpu: cpu.user + cpu.system }
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
const share = (sorted: readonly number[], part: number) => sorted[Math.floor(sorted.length * part)] ?? Number.NaN
const print = (what: string, figure: string) => process.stdout.write(`${what.padEnd(60)} ${figure}\n`)
const bar = (ratio: number, least: number) => `${ratio.toFixed(2)} (≥ ${least}: ${ratio >= least ? 'holds' : 'MISSED'})`

const bots = await Promise.all(['echo', 'memory', 'files'].map(start))

async function compare(what: string, script: Script, count: number): Promise<void> {
  const rates = new Map<string, number[]>()
  const costs = new Map<string, number[]>()
  for (let round = 0; round <= rounds; round++)
    for (const bot of bots) {
      const before = await usage(bot)
      const load = await people.talk(bot.port, script, { abreast, people: count })
      const cost = ((await usage(bot)).cpu - before.cpu) / load.taken.length
      // The first round warms up.
      if (round === 0) continue
      rates.set(bot.name, [...(rates.get(bot.name) ?? []), load.rate])
      costs.set(bot.name, [...(costs.get(bot.name) ?? []), cost])
    }
  const of = (name: string) => median(rates.get(name) ?? [])
  for (const { name } of bots)
    print(`${what}, ${name}`, `${Math.round(of(name))} /s, ${Math.round(median(costs.get(name) ?? []))} µs of CPU each`)
  print(`${what}, store in memory / bare echo`, bar(of('memory') / of('echo'), 0.8))
  print(`${what}, durable files / bare echo`, bar(of('files') / of('echo'), 0.5))
}

await compare('turns without an offer', answers, 600)
await compare('whole interviews', interview, 300)
for (const bot of bots.filter(({ name }) => name === 'memory')) {
  const load = await people.talk(bot.port, [pitch], { abreast: 100, people: 10_000 })
  const { rss } = await usage(bot)
  const times = [0.5, 0.95, 0.99].map((part) => `${share(load.taken, part).toFixed(0)} ms`).join(' / ')
  print(`10,000 chats with one pitch each, ${bot.name}: p50 / p95 / p99`, times)
  print('… rate, RSS', `${Math.round(load.rate)} /s, ${Math.round(rss / 2 ** 20)} MB`)
}
for (const { child } of bots) {
  child.disconnect()
  await once(child, 'exit')
}
await api.close()
