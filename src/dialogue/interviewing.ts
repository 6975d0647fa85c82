import { nextQuestion } from '../interview/next-question.ts'
import { judge } from '../verdict/judge.ts'
import { tellQuestion } from '../wording/offer.ts'
import { type Told, tellVerdict } from '../wording/verdict.ts'
import { askRole } from './advising.ts'
import type { Asking } from './conversation.ts'
import type { OfferState, Pending } from './log.ts'
import type { Reply } from './message.ts'
import { choices, noting, type Outcome, type Scene, unprompted } from './scene.ts'

/**
 * Goes on with the interview: the open question again while its answer still matters, else the next one,
 * else the verdict. `prefer` names proxies of a fact the user could not tell.
 */
export function goOn(scene: Scene, prefer: readonly string[] = []): Outcome {
  const { state } = scene
  if (state.pending && stillMatters(scene, state.pending))
    return [scene.conversation, [tellPending(scene, state.pending)]]
  const question = nextQuestion(scene.core.knowledge, scene.rules, scene.findings, askedBits(scene), prefer)
  return question ? ask(scene, question.fact.id, question.contradiction ? 'contradiction' : 'next') : conclude(scene)
}

/** Asks about a fact, under a new question id. */
export function ask(scene: Scene, fact: string, why: Asking): Outcome {
  const question = `q${scene.conversation.log.length + 1}`
  const asking = noting(unprompted(scene), { kind: 'asked', fact, question, why })
  return [asking.conversation, [tellPending(asking, { fact, question, why })]]
}

/** An asked question loses its point when what was said meanwhile settles its fact. */
function stillMatters({ core, findings }: Scene, { fact, why }: Pending): boolean {
  if (why === 'change' || why === 'crime') return true
  const bit = core.knowledge.bitOf.get(fact)
  return bit !== undefined && ((findings.yes | findings.no) & (1 << bit)) === 0
}

function askedBits({ core, state }: Scene): { once: number; again: number } {
  const bits = (wanted: (asked: Pending) => boolean) =>
    state.asked.filter(wanted).reduce((sofar, { fact }) => {
      const bit = core.knowledge.bitOf.get(fact)
      return bit === undefined ? sofar : sofar | (1 << bit)
    }, 0)
  return { once: bits(({ why }) => why !== 'contradiction'), again: bits(({ why }) => why === 'contradiction') }
}

/** A question as it is shown, first or again. */
export function tellPending({ core, speaker, state }: Scene, { fact: id, question, why }: Pending): Reply {
  const fact = core.knowledge.facts.get(id)
  if (!fact) throw new Error(`the question ${question} is about "${id}", which knowledge no longer has`)
  return {
    text: tellQuestion(core.knowledge, speaker, fact, why === 'contradiction', state.evidence),
    choices: fact.kind === 'number' ? choices(speaker, 'unknown') : choices(speaker, 'yes', 'no', 'unknown'),
    asks: id,
    question,
  }
}

export function told({ core, speaker, rules, findings, state }: Scene): Told {
  const { knowledge } = core
  return { knowledge, speaker, rules, findings, evidence: state.evidence, answer: judge(knowledge, rules, findings) }
}

/** The verdict, and the question for the role where it is not known yet. */
export function conclude(scene: Scene): Outcome {
  const telling = told(scene)
  const { answer } = telling
  const isSame = scene.state.concluded === answer.verdict && saysSomethingNew(scene)
  const concluded = noting(scene, { kind: 'concluded', verdict: answer.verdict })
  const text = isSame ? scene.speaker.say('verdict-same') : tellVerdict(telling)
  const reply: Reply = { text, choices: afterVerdict(concluded), verdict: answer }
  if (concluded.conversation.role || isSame) return [concluded.conversation, [reply]]
  const [conversation, replies] = askRole(concluded)
  return [conversation, [reply, ...replies]]
}

const saysSomethingNew = ({ conversation: { log, turn, offer } }: Scene): boolean =>
  log.some((entry) => entry.turn === turn && entry.offer === offer)

/** The ways on from a verdict. */
export function afterVerdict({ speaker, state }: Scene): Reply['choices'] & object {
  const crime = state.concluded === 'pyramid' ? ['crime'] : []
  return choices(speaker, 'more', 'cases', 'todo', ...crime, 'change', 'new')
}

/** Facts the user can correct: what they answered or told, in the order of the catalogue. */
export const correctable = ({ core, state }: Scene): string[] =>
  [...core.knowledge.facts.keys()].filter((id) => isSaid(state, id))

const isSaid = (state: OfferState, id: string): boolean =>
  state.unknown.has(id) || id in state.numbers || state.evidence.some(({ fact }) => fact === id)
