import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Fault, Outcome } from './fault.ts'
import { type Dialogue, Witness } from './kill-witness.ts'
import { inFolder } from './scratch.ts'
import { below, seeded } from './seeded.ts'

const child = fileURLToPath(new URL('kill-child.mjs', import.meta.url))
const dialogues = 200
/** Kills of one folder; then another begins, so that conversations do not grow without end. */
const mostLives = 50

/** One life of the process, killed some milliseconds after its n-th line; without a moment, to its own end. */
async function live(args: string[], witness: Witness, moment?: { line: number; delay: number }): Promise<void> {
  const life = spawn(process.execPath, [child, ...args, ...(moment ? [] : ['last'])])
  const closed = once(life, 'close')
  let lines = 0
  life.stderr.on('data', (chunk) => witness.broken.push(`on stderr: ${String(chunk)}`))
  for await (const line of createInterface({ input: life.stdout })) {
    witness.hear(line)
    if (++lines === moment?.line) void wait(moment.delay).then(() => life.kill('SIGKILL'))
  }
  await closed
  witness.died()
}

/** Kills from the first line, while a life still looks around, to some way into its work. */
const manyLives = (seed: number, dialogue: Dialogue, lives: number) =>
  inFolder(async (folder) => {
    const random = seeded(seed)
    const witness = new Witness(dialogue)
    const args = [folder, dialogue, String(dialogues)]
    for (let n = 0; n < lives; n++)
      await live(args, witness, { line: 1 + below(random, 4 * dialogues), delay: random() * 4 })
    await live(args, witness)
    if (witness.found.size !== dialogues)
      witness.broken.push(`${witness.found.size} of ${dialogues} conversations found`)
    witness.finish()
    return witness
  })

/** Half of the kills in an interview, half while something is only counted, which gets more of them into the host. */
async function run(size: number, seed: number): Promise<Outcome> {
  const witnesses: Witness[] = []
  const half = async (dialogue: Dialogue, kills: number, own: number) => {
    for (let left = kills, n = 0; left > 0; left -= mostLives, n++)
      witnesses.push(await manyLives(own + n, dialogue, Math.min(left, mostLives)))
  }
  const counting = Math.ceil(size / 2)
  await Promise.all([half('counting', counting, seed), half('interview', size - counting, seed + 1_000_000)])
  const sum = (of: (witness: Witness) => number) => witnesses.reduce((all, one) => all + of(one), 0)
  return {
    broken: witnesses.flatMap(({ broken }) => broken),
    figures: {
      kills: size,
      'acknowledged turns': sum((one) => one.acknowledgements),
      'replies that came twice': sum((one) => one.duplicates),
    },
  }
}

export const kill: Fault = {
  name: 'kill',
  holds: 'kill -9 at any moment: no acknowledged turn is lost, no reply is lost, at most one a chat comes twice',
  sizes: { short: 10, long: 1000 },
  run,
}
