import { readFileSync, writeFileSync } from 'node:fs'
import * as z from 'zod'
import { Talk } from '../dialogue/talk.ts'

const deeds = ['say', 'forward', 'choose'] as const

/** What the person does, its words, and what the bot asked or found then. */
const turn = z.tuple([z.enum(deeds), z.string(), z.string()])
/** A line that names a dialogue, or one of its turns. */
const line = z.union([z.strictObject({ dialogue: z.string() }), turn])

export interface Dialogue {
  readonly id: string
  readonly turns: readonly Readonly<z.infer<typeof turn>>[]
}

const file = new URL('dialogues.jsonl', import.meta.url)

/** One line a turn, so that a change reads as one. */
export function recorded(): readonly Dialogue[] {
  const found: { id: string; turns: Readonly<z.infer<typeof turn>>[] }[] = []
  for (const text of readFileSync(file, 'utf8').trimEnd().split('\n')) {
    const one = line.parse(JSON.parse(text))
    if ('dialogue' in one) found.push({ id: one.dialogue, turns: [] })
    else if (found.length > 0) found.at(-1)?.turns.push(one)
    else throw new Error(`a turn before any dialogue: ${text}`)
  }
  return found
}

export function record(dialogues: readonly Dialogue[]): void {
  const lines = dialogues.flatMap(({ id, turns }) => [{ dialogue: id }, ...turns])
  writeFileSync(file, lines.map((one) => `${JSON.stringify(one)}\n`).join(''))
}

/** The same deeds and words, with what the program gives now. */
export function replayed({ id, turns }: Dialogue): Dialogue {
  const talk = new Talk()
  return { id, turns: turns.map(([deed, words]) => [deed, words, outcome(talk[deed](words))]) }
}

/** In ids, never in sentences: wording may change freely. */
function outcome({ asks, replies }: Talk): string {
  const answer = replies.findLast(({ verdict }) => verdict)?.verdict
  const parts = [asks === undefined ? '' : `asks ${asks}`]
  if (answer) {
    const { law, verdict, determinacy, elements, rests_on, cases, warnings, open, crime } = answer
    const met = elements.filter(({ state }) => state === 'met').map(({ id }) => id)
    parts.push(
      `${law} ${verdict} ${determinacy}`,
      named('rests on', rests_on),
      named('met', met),
      named(
        'turned by',
        open.map((one) => `${one.if ? '' : 'no '}${one.fact} → ${one.verdict}`),
      ),
      named(
        'like',
        cases.map((one) => one.id),
      ),
      named('warnings', warnings),
      crime === 'open' ? '' : `crime ${crime}`,
    )
  }
  return parts.filter((part) => part !== '').join('; ')
}

const named = (name: string, ids: readonly string[]) => (ids.length > 0 ? `${name} ${ids.join(', ')}` : '')
