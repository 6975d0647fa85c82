import { type Asked, nextQuestion, stillTells } from '../interview/next-question.ts'
import { maskOf } from '../knowledge/terms.ts'
import type { VerdictAnswer } from '../verdict/answer.ts'
import { judge } from '../verdict/judge.ts'
import { tellQuestion } from '../wording/offer.ts'
import { tellVerdict } from '../wording/verdict.ts'
import { cardOf } from '../wording/verdict-card.ts'
import type { Told } from '../wording/verdict-lines.ts'
import type { Asking } from './conversation.ts'
import { findings, offerState, type Pending } from './log.ts'
import type { Reply } from './message.ts'
import { paysForPeople } from './money.ts'
import { showPrompt } from './prompt-show.ts'
import { after, choices, isAside, noting, type Outcome, type Scene, unprompted } from './scene.ts'

/**
 * Goes on with the interview: the open question again while its answer still matters, else the next one,
 * else the verdict. A text that waits for its offer comes before everything, then a contradiction.
 * `prefer` names proxies of a fact the user could not tell.
 */
export function goOn(scene: Scene, prefer: readonly string[] = []): Outcome {
  if (scene.conversation.held) return showPrompt(scene, 'which_offer')
  const { pending } = scene.state
  const asked = askedBits(scene)
  const question = nextQuestion(scene.core.knowledge, scene.rules, scene.findings, asked, prefer)
  if (question?.contradiction && question.fact.id !== pending?.fact)
    return ask(scene, question.fact.id, 'contradiction')
  if (pending && stillMatters(scene, pending, asked)) return [scene.conversation, [tellPending(scene, pending)]]
  const closed = pending ? noting(scene, { kind: 'answered', question: pending.question }) : scene
  return question ? ask(closed, question.fact.id, 'next') : conclude(closed)
}

/** Asks about a fact, under a new question id. */
export function ask(scene: Scene, fact: string, why: Asking): Outcome {
  const { at, turn, log } = scene.conversation
  const question = `q${[at, turn, log.length].map((part) => part.toString(36)).join('-')}`
  const asking = noting(unprompted(scene), { kind: 'asked', fact, question, why })
  return [asking.conversation, [tellPending(asking, { fact, question, why })]]
}

/** An asked question loses its point when what was said meanwhile leaves it nothing to move. */
function stillMatters({ core, rules, findings }: Scene, pending: Pending, asked: Asked): boolean {
  return isAside(pending) || stillTells(core.knowledge, rules, findings, asked, pending.fact)
}

function askedBits({ core, state }: Scene): Asked {
  const bits = (wanted: (asked: Pending) => boolean) =>
    state.asked.filter(wanted).reduce((sofar, { fact }) => sofar | maskOf(core.knowledge.bitOf, fact), 0)
  return { once: bits(({ why }) => why !== 'contradiction'), again: bits(({ why }) => why === 'contradiction') }
}

/** A question as it is shown, first or again. */
export function tellPending({ core, speaker, state }: Scene, { fact: id, question, why }: Pending): Reply {
  const fact = core.knowledge.facts.get(id)
  if (!fact) throw new Error(`the question ${question} is about "${id}", which knowledge no longer has`)
  return {
    text: tellQuestion(core.knowledge, speaker, fact, why === 'contradiction', state.evidence),
    choices: fact.kind === 'boolean' ? choices(speaker, 'yes', 'no', 'unknown') : choices(speaker, 'unknown'),
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
  const isKnown = scene.state.concluded === answer.verdict
  const concluded = isKnown ? scene : noting(scene, { kind: 'concluded', verdict: answer.verdict })
  const isSame = isKnown && leavesAsItWas(scene, answer)
  const card = cardOf(telling)
  const text = isSame ? scene.speaker.say('verdict-same') : tellVerdict(telling, card)
  const reply: Reply = { text, choices: afterVerdict(concluded), verdict: answer, card }
  if (concluded.conversation.role || isSame) return [concluded.conversation, [reply]]
  const { speaker, conversation: said, rules } = scene
  const isGuessed = speaker.language === 'zh-Hant' && !said.lawChosen
  const elsewhere = isGuessed ? speaker.say('law-elsewhere', { law: speaker.tell(rules.law.name) }) : ''
  const asking = showPrompt(concluded, 'role')
  const [conversation, replies] = elsewhere ? after(elsewhere, asking) : asking
  return [conversation, [reply, ...replies]]
}

/** Something was said in this turn, and it changed nothing about the verdict nor what carries it. */
function leavesAsItWas({ core, rules, conversation }: Scene, now: VerdictAnswer): boolean {
  const { log, turn, offer } = conversation
  const before = log.filter((entry) => entry.turn !== turn)
  if (before.length === log.length) return false
  const then = judge(core.knowledge, rules, findings(core.knowledge, offerState(before, offer)))
  const carried = ({ verdict, determinacy, rests_on, warnings }: VerdictAnswer) =>
    JSON.stringify([verdict, determinacy, rests_on, warnings])
  return carried(then) === carried(now)
}

/** The ways on from a verdict. */
export function afterVerdict(scene: Scene): Reply['choices'] & object {
  const { speaker, state } = scene
  const crime = state.concluded === 'pyramid' ? (['crime'] as const) : []
  const money = paysForPeople(scene) ? (['money'] as const) : []
  return choices(speaker, 'more', 'cases', 'todo', ...crime, 'change', 'card', ...money, 'new')
}
