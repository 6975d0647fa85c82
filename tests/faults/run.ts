import { parseArgs } from 'node:util'
import { clock } from './clock.ts'
import { crowd } from './crowd.ts'
import { damagedStore } from './damaged-store.ts'
import { disk } from './disk.ts'
import { endurance } from './endurance.ts'
import type { Fault } from './fault.ts'
import { fuzzTelegram } from './fuzz-telegram.ts'
import { fuzzTerminal } from './fuzz-terminal.ts'
import { fuzzWeb } from './fuzz-web.ts'
import { fuzzWeChat } from './fuzz-wechat.ts'
import { kill } from './kill.ts'
import { repeats } from './repeats.ts'
import { restateInstances } from './restate-instances.ts'
import { restateKills } from './restate-kills.ts'
import { scale } from './scale.ts'
import { sends } from './sends.ts'
import { stuck } from './stuck.ts'
import { terminate } from './terminate.ts'

const faults: readonly Fault[] = [
  kill,
  repeats,
  damagedStore,
  disk,
  sends,
  clock,
  stuck,
  terminate,
  restateKills,
  restateInstances,
  fuzzTelegram,
  fuzzWeChat,
  fuzzWeb,
  fuzzTerminal,
  crowd,
  endurance,
  scale,
]

const usage = `npm run faults [-- [name…] [--seed number] [--size number] [--list]]
Runs the long form of every fault, or of those named, and tells what broke.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    size: { type: 'string' },
    list: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
})
const print = (line: string) => process.stdout.write(`${line}\n`)

function wholeNumber(name: 'seed' | 'size'): number | undefined {
  const given = values[name]
  if (given === undefined) return undefined
  if (/^\d{1,15}$/.test(given)) return Number(given)
  throw new Error(`--${name} ${given}: expected a whole number`)
}

/** Whether all that has to hold held. */
async function runOne({ name, holds, sizes, run }: Fault): Promise<boolean> {
  const seed = wholeNumber('seed') ?? Math.floor(Math.random() * 2 ** 31)
  const size = wholeNumber('size') ?? sizes.long
  print(`${name} (--seed ${seed} --size ${size}): ${holds}`)
  const begin = performance.now()
  const { broken, figures } = await run(size, seed)
  for (const [what, figure] of Object.entries(figures)) print(`  ${what}: ${figure}`)
  print(`  seconds: ${Math.round((performance.now() - begin) / 1000)}`)
  for (const line of broken.slice(0, 20)) print(`  BROKEN ${line}`)
  if (broken.length > 20) print(`  and ${broken.length - 20} more`)
  return broken.length === 0
}

async function runAll(): Promise<boolean> {
  if (values.help) {
    print(usage)
    return true
  }
  if (values.list) {
    for (const { name, holds, sizes } of faults) print(`${name} (${sizes.long}): ${holds}`)
    return true
  }
  const unknown = positionals.filter((name) => !faults.some((one) => one.name === name))
  if (unknown.length > 0)
    throw new Error(`${unknown.join(', ')}: no such fault; there are ${faults.map(({ name }) => name).join(', ')}`)
  let held = true
  for (const fault of faults)
    if (positionals.length === 0 || positionals.includes(fault.name)) held = (await runOne(fault)) && held
  return held
}

try {
  process.exitCode = (await runAll()) ? 0 : 1
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
