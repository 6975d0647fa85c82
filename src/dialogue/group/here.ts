import { tellCitations } from '../../wording/citations.ts'
import { tellElementsTouched } from '../../wording/group.ts'
import { tellHelp, tellWhy } from '../../wording/offer.ts'
import { tellVerdict } from '../../wording/verdict.ts'
import { cardOf } from '../../wording/verdict-card.ts'
import { answerByChoice, answerInWords } from '../answer.ts'
import { digress } from '../digress.ts'
import { goOn, told } from '../interview.ts'
import type { Pending } from '../log.ts'
import { choices, type Outcome, type Scene, unprompted } from '../scene.ts'
import { answer, type GroupOutcome, keep, offerPrivate, type Room } from './room.ts'

/** The asker goes on in the group: the interview as in private, told so that everyone may read it. */
export const goOnHere = (room: Room): GroupOutcome => tellAfter(room, goOn(unprompted(room.scene)))

/** A press of yes, no or "I don't know" on the question that is open. */
export function choiceHere(room: Room, pending: Pending, means: 'yes' | 'no' | 'unknown'): GroupOutcome {
  return tellAfter(room, answerByChoice(room.scene, pending, means), means === 'unknown' ? help(room, pending) : '')
}

/** An answer in words; undefined where the words are none. */
export function wordsHere(room: Room, pending: Pending): GroupOutcome | undefined {
  const outcome = answerInWords(room.scene, pending, room.heard.text)
  const isUnknown = room.scene.core.answer(room.heard.text, pending.fact)?.means === 'unknown'
  return outcome && tellAfter(room, outcome, isUnknown ? help(room, pending) : '')
}

/** The last answer taken back. */
export const backHere = (room: Room): GroupOutcome => tellAfter(room, digress(room.scene, 'back'))

/** Why the open question is asked, and the question again. */
export function whyHere(room: Room, pending: Pending): GroupOutcome | undefined {
  const { core, speaker } = room.scene
  const fact = core.knowledge.facts.get(pending.fact)
  return fact && askHere(room, tellWhy(core.knowledge, room.scene.rules, speaker, fact))
}

function help({ scene: { core, speaker } }: Room, pending: Pending): string {
  const fact = core.knowledge.facts.get(pending.fact)
  return fact ? tellHelp(speaker, fact) : ''
}

/** What the interview came to, in words without quotes or names: the next question, or its end. */
export function tellAfter(room: Room, [conversation]: Outcome, lead = ''): GroupOutcome {
  const kept = keep(room, unpromptedIn(room, conversation), { here: true })
  return kept.scene.state.pending ? askHere(kept, lead) : concludeHere(kept, lead)
}

const unpromptedIn = ({ scene }: Room, conversation: Scene['conversation']) =>
  unprompted({ ...scene, conversation }).conversation

/** The open question of this member, once more with `lead` before it. */
export function askHere(room: Room, lead: string): GroupOutcome {
  const { scene } = room
  const { pending } = scene.state
  const fact = pending && scene.core.knowledge.facts.get(pending.fact)
  if (!pending || !fact) return concludeHere(room, lead)
  const { speaker } = scene
  const question = speaker.tell(fact.question)
  const asked = pending.why === 'contradiction' ? speaker.say('group-contradiction', { question }) : question
  const offered = fact.kind === 'boolean' ? choices(speaker, 'yes', 'no', 'unknown') : choices(speaker, 'unknown')
  const kept = keep(room, scene.conversation)
  return answer(kept, {
    text: lines(lead, asked),
    choices: offered,
    asks: fact.id,
    question: pending.question,
  })
}

/** The result is told in private, unless an admin lets verdicts be told here. */
function concludeHere(room: Room, lead: string): GroupOutcome {
  const { scene, group } = room
  const { speaker, core, rules, state } = scene
  if (!state.concluded) return answer(room, { text: lines(lead, speaker.say('group-nothing')) })
  if (group.settings.verdicts) {
    const telling = told(scene)
    const card = cardOf(telling)
    const text = lines(lead, tellVerdict(telling, card))
    return answer(...offerPrivate(room, { text, verdict: telling.answer, card }))
  }
  const touched =
    tellElementsTouched(core.knowledge, rules, speaker, state.evidence) ??
    speaker.say('group-elements-none', { basis: tellCitations(core.knowledge, speaker, rules.law.unclear.citations) })
  return answer(...offerPrivate(room, { text: lines(lead, touched, speaker.say('group-result-private')) }))
}

const lines = (...all: readonly string[]) => all.filter((line) => line !== '').join('\n')
