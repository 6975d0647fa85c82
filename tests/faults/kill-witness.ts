import { crc32 } from 'node:zlib'
import * as z from 'zod'
import { keptState } from '../../adapters/kept-forms.ts'
import { engineFor } from './engine.ts'
import script from './kill-messages.json' with { type: 'json' }

export type Dialogue = 'counting' | 'interview'

const messages = z
  .array(
    z.object({
      kind: z.literal('private'),
      text: z.string().exactOptional(),
      choice: z.string().exactOptional(),
      forwarded: z.boolean().exactOptional(),
    }),
  )
  .parse(script)

type Step = (state: unknown, message: (typeof messages)[number]) => readonly [unknown, readonly unknown[]]

const counted = z.object({ turn: z.number(), sum: z.number() })
/** Quick, so that most kills are spent on the host; its twin is in kill-child.mjs. */
const count: Step = (before, { text = '' }) => {
  const { turn, sum } = counted.parse(before ?? { turn: 0, sum: 0 })
  return [{ turn: turn + 1, sum: crc32(`${turn} ${text}`, sum) }, ['counted', 'go on']]
}
/** Both sides keep conversations as JSON, which is all that this step hands on. */
const interview: Step = (state, message) =>
  engineFor('en').step(state === undefined ? undefined : keptState.parse(state), message, 0)

/** What an undisturbed conversation comes to after n updates, and how many replies it gave to each. */
function undisturbed(step: Step) {
  const states: unknown[] = [undefined]
  const replies: number[] = []
  return (n: number) => {
    while (states.length <= n) {
      const message = messages[replies.length % messages.length]
      if (!message) throw new Error('no messages')
      const [state, said] = step(states.at(-1), message)
      states.push(state)
      replies.push(said.length)
    }
    return { state: JSON.stringify(states[n] ?? null), replies: replies.slice(0, n) }
  }
}
const expectedOf = { counting: undisturbed(count), interview: undisturbed(interview) }

/** What the world outside knows of the conversations in one folder, over all lives of their process. */
export class Witness {
  readonly broken: string[] = []
  acknowledgements = 0
  duplicates = 0
  readonly found = new Map<string, number>()
  private readonly acknowledged = new Map<string, number>()
  private readonly replies = new Set<string>()
  private readonly again = new Map<string, number>()
  private readonly expected
  constructor(dialogue: Dialogue) {
    this.expected = expectedOf[dialogue]
  }

  hear(line: string): void {
    const [what = '', key = '', ...rest] = line.split(' ')
    if (what === 'ack') {
      this.acknowledgements++
      this.acknowledged.set(key, Math.max(this.acknowledged.get(key) ?? 0, Number(rest[0]) + 1))
    } else if (what === 'reply') this.shown(key, `${key} ${rest[0]}`)
    else if (what === 'state') this.looked(key, rest.join(' '))
    else this.broken.push(line)
  }

  private shown(key: string, reply: string): void {
    if (this.replies.has(reply)) {
      this.duplicates++
      this.again.set(key, (this.again.get(key) ?? 0) + 1)
    }
    this.replies.add(reply)
  }

  private looked(key: string, state: string): void {
    const { turn: updates } = z.looseObject({ turn: z.number() }).catch({ turn: 0 }).parse(JSON.parse(state))
    const acknowledged = this.acknowledged.get(key) ?? 0
    this.found.set(key, updates)
    if (updates < acknowledged) this.broken.push(`${key}: ${acknowledged} acknowledged, ${updates} found`)
    if (state !== this.expected(updates).state)
      this.broken.push(`${key}: after ${updates} updates, another state than without kills`)
  }

  /** A life is over. */
  died(): void {
    for (const [key, times] of this.again)
      if (times > 1) this.broken.push(`${key}: ${times} replies twice by one crash`)
    this.again.clear()
  }

  /** After the last life: whatever a turn said must have been shown. */
  finish(): void {
    for (const [key, updates] of this.found)
      for (const [n, some] of this.expected(updates).replies.entries())
        for (let index = 0; index < some; index++)
          if (!this.replies.has(`${key} u${n}:${index}`)) this.broken.push(`${key}: reply u${n}:${index} never came`)
  }
}
