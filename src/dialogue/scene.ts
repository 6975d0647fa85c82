import type { AnswerReader } from '../interview/answer.ts'
import type { Knowledge, LawRules } from '../knowledge/knowledge.ts'
import { type choiceIds, dashed } from '../knowledge/messages.ts'
import type { Finder } from '../questions/find.ts'
import type { AskingForms } from '../questions/forms.ts'
import type { Place, Reader, Reading } from '../reading/read.ts'
import type { Findings } from '../verdict/findings.ts'
import type { Language, Speaker } from '../wording/speaker.ts'
import type { Conversation } from './conversation.ts'
import { findings, type News, note, type OfferState, offerState, type Pending } from './log.ts'
import type { Choice, Reply } from './message.ts'
import type { Phrases } from './phrases.ts'
import type { Places } from './places.ts'

/** What every turn has at hand; made once. */
export interface Core {
  readonly knowledge: Knowledge
  /** As told in a conversation, unless it stands elsewhere. */
  readonly read: (text: string, place?: Place) => Reading
  /** What of an answer speaks for a fact, or against it, by its own words. */
  readonly states: Reader['states']
  readonly answer: AnswerReader
  readonly phrases: () => Phrases
  readonly places: () => Places
  /** What of a quote may be passed on without naming anyone. */
  readonly veil: (quote: string) => string
  readonly asking: () => AskingForms
  readonly find: Finder
  readonly speaker: (language: Language) => Speaker
  readonly defaults: { readonly language: Language; readonly law: string }
}

/** The conversation after a step, and what is said. */
export type Outcome = readonly [Conversation, readonly Reply[]]

/** A conversation with what follows from its log, for the offer it is about. */
export interface Scene {
  readonly core: Core
  readonly conversation: Conversation
  readonly speaker: Speaker
  readonly rules: LawRules
  readonly state: OfferState
  readonly findings: Findings
}

export function sceneOf(core: Core, conversation: Conversation): Scene {
  const state = known(core.knowledge, offerState(conversation.log, conversation.offer))
  const rules = core.knowledge.laws.get(conversation.law) ?? core.knowledge.laws.get(core.defaults.law)
  if (!rules) throw new Error(`no law "${conversation.law}" in knowledge`)
  return {
    core,
    conversation,
    speaker: core.speaker(conversation.language),
    rules,
    state,
    findings: findings(core.knowledge, state),
  }
}

/** A question about a fact that knowledge no longer has is not open. */
function known(knowledge: Knowledge, state: OfferState): OfferState {
  const { pending, ...rest } = state
  return pending && !knowledge.facts.has(pending.fact) ? rest : state
}

/** Whether a question waits for a number instead of a yes or no. */
export const asksNumber = ({ core }: Scene, { fact }: Pending): boolean =>
  core.knowledge.facts.get(fact)?.kind !== 'boolean'

/** What was asked beside the interview: the question that was open before is not the next one. */
export const isAside = ({ why }: Pending): boolean => why === 'change' || why === 'crime' || why === 'money'

/** What is said where a number was expected. */
export const numberExpected = ({ core, speaker }: Scene, { fact }: Pending): string =>
  speaker.say(core.knowledge.facts.get(fact)?.kind === 'amount' ? 'amount-expected' : 'number-expected')

/** The scene once these entries stand in the log. */
export const noting = (scene: Scene, ...news: readonly News[]): Scene =>
  news.length === 0 ? scene : sceneOf(scene.core, note(scene.conversation, ...news))

/** The scene with other settings. */
export const changing = (scene: Scene, change: Partial<Conversation>): Scene =>
  sceneOf(scene.core, { ...scene.conversation, ...change })

/** The conversation no longer waits for a prompt; what is held for one stays held. */
export function unprompted(scene: Scene): Scene {
  const { prompt: _prompt, ...rest } = scene.conversation
  return sceneOf(scene.core, rest)
}

/** Nothing is held any longer: it was taken in, or taken back. */
export function released(scene: Scene): Scene {
  const { held: _held, ...rest } = unprompted(scene).conversation
  return sceneOf(scene.core, rest)
}

export const choices = (speaker: Speaker, ...ids: readonly (typeof choiceIds)[number][]): Choice[] =>
  ids.map((id) => ({ id, label: speaker.say(`choice-${dashed(id)}`) }))

/** Whom to call under the law gone by, as half a sentence. */
export const whomToCall = ({ speaker, rules }: Scene): { call: string } => ({
  call: speaker.tell(rules.law.emergency.call),
})

export const saying = (scene: Scene, text: string, offered: readonly Choice[] = []): Outcome => [
  scene.conversation,
  [offered.length > 0 ? { text, choices: offered } : { text }],
]

/** Says something first: at the head of the first message of the outcome. */
export const after = (lead: string, [conversation, replies]: Outcome): Outcome => {
  const [first, ...rest] = replies
  return [conversation, first ? [{ ...first, text: `${lead}\n\n${first.text}` }, ...rest] : [{ text: lead }]]
}
