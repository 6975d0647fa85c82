import type { Evidence } from '../verdict/findings.ts'
import { answerInWords } from './answer.ts'
import type { Conversation, Entry } from './conversation.ts'
import { evidenceIn, isSame, takeIn } from './intake.ts'
import type { Heard } from './message.ts'
import { isOwnWord } from './own-word.ts'
import { after, changing, noting, type Outcome, type Scene } from './scene.ts'

/** Messages that can still be found when they are edited. */
const REMEMBERED = 20

/** Keeps which turn this message was, where it left something in the log. */
export function remembered({ id, forwarded }: Heard, conversation: Conversation): Conversation {
  const { turn, log, messages = [] } = conversation
  if (id === undefined || forwarded || !log.some((entry) => entry.turn === turn)) return conversation
  const others = messages.filter((one) => one.id !== id).slice(1 - REMEMBERED)
  return { ...conversation, messages: [...others, { id, turn }] }
}

export const remembering = (message: Heard, [conversation, replies]: Outcome): Outcome => [
  remembered(message, conversation),
  replies,
]

/**
 * A message changed by its writer: what it said before is taken back, and it is read anew, as the answer it was
 * where it answered a question. Undefined where nothing is known of it, or where it says the same as before.
 */
export function reread(scene: Scene, message: Heard): Outcome | undefined {
  const { log, messages = [] } = scene.conversation
  const turn = messages.find(({ id }) => id === message.id)?.turn
  const said = turn === undefined ? [] : log.filter((entry) => entry.turn === turn && !isUndone(log, entry))
  const [first] = said
  if (turn === undefined || !first || message.text.trim() === '') return undefined
  const before = said.flatMap((entry) => (entry.kind === 'evidence' ? [entry] : []))
  const answered = said.find((entry) => entry.kind === 'answered')
  const own = evidenceIn(scene, message.text, isOwnWord(message.text) ? 'answer' : 'account')
  const shown = before.filter(({ picture }) => picture !== undefined)
  const found = [...shown, ...evidenceIn(scene, message.quoted ?? '', 'claim'), ...own]
  if (!answered && isSameAll(before, found)) return undefined
  const undone = noting(changing(scene, { offer: first.offer }), { kind: 'undone', undoes: turn })
  const asked = answered && log.find((entry) => entry.kind === 'asked' && entry.question === answered.question)
  const answer = asked?.kind === 'asked' ? answerInWords(undone, asked, message.text) : undefined
  const outcome =
    answer ??
    takeIn(
      undone,
      found.map((one) => (one.source === 'answer' ? { ...one, source: 'account' } : one)),
    )
  return remembering(message, after(scene.speaker.say('edited'), outcome))
}

const isUndone = (log: readonly Entry[], { turn, offer }: Entry) =>
  log.some((entry) => entry.kind === 'undone' && entry.undoes === turn && entry.offer === offer)

const isSameAll = (before: readonly Evidence[], found: readonly Evidence[]) =>
  before.length === found.length && before.every((one) => found.some((other) => isSame(one, other)))
