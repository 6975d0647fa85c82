import { createAlarms } from './dialogue/alarm.ts'
import { createPhrases } from './dialogue/phrases.ts'
import { createPlaces } from './dialogue/places.ts'
import { remains, wakesAt } from './dialogue/remains.ts'
import type { State } from './dialogue/state.ts'
import { createStep, type Step } from './dialogue/step.ts'
import { createAnswerReader, type Shown } from './interview/answer.ts'
import { entriesOf, type KnowledgeEntry } from './knowledge/entries.ts'
import { loadKnowledge } from './knowledge/load.ts'
import type { KnowledgeFile } from './knowledge/source.ts'
import { createFinder } from './questions/find.ts'
import { createAskingForms } from './questions/forms.ts'
import { normalise, plain } from './reading/normalise.ts'
import { expand } from './reading/patterns.ts'
import { createReader, type Place, type Reading } from './reading/read.ts'
import { createVeil } from './reading/veil.ts'
import type { VerdictAnswer } from './verdict/answer.ts'
import { InputError, type JudgeInput, judgeFacts } from './verdict/judge-facts.ts'
import { createSpeakers, type Language } from './wording/speaker.ts'

export type { Conversation } from './dialogue/conversation.ts'
export { masked } from './dialogue/masked.ts'
export type { Choice, Message, Part, Reply } from './dialogue/message.ts'
export type { SeenPicture } from './dialogue/seen-picture.ts'
export { type State, stateForm } from './dialogue/state.ts'
export type { KnowledgeFile } from './knowledge/source.ts'
export type { CardPicture, MoneyPicture, Picture } from './wording/picture.ts'
export type { VerdictCard } from './wording/verdict-card.ts'
export type { JudgeInput, KnowledgeEntry, Language, Reading, VerdictAnswer }
export { InputError }

export interface Engine {
  /**
   * One message taken through what is kept under its key: a conversation, a group, or an offer handed over. Pure;
   * never throws. An undefined state is new, or to be removed; one returned as it came was not changed.
   */
  readonly step: Step
  /** When a state wants to be given a message `woken`, in milliseconds since 1970. */
  readonly wakesAt: (state: State) => number | undefined
  /** What stays of a state nobody used for 30 days. */
  readonly remains: (state: State) => State | undefined
  /**
   * What stands in a text, with places as UTF-16 offsets into it. In a `group`, where most messages offer nothing, those
   * that clearly do not are not read whole.
   */
  readonly read: (text: string, place?: 'anywhere' | 'group') => Reading
  /** The verdict on given facts. Throws an InputError on an unknown law, fact or number. */
  readonly judge: (input: JudgeInput) => VerdictAnswer
  /** Everything in knowledge/ that people are told, each with its citations. */
  readonly entries: () => KnowledgeEntry[]
}

export interface EngineDefaults {
  readonly language?: Language
  readonly law?: string
}

/** Throws a KnowledgeError where knowledge has a mistake, an InputError where `defaults.law` is not in it. */
export function createEngine(files: readonly KnowledgeFile[], defaults: EngineDefaults = {}): Engine {
  const knowledge = loadKnowledge(files, expand)
  const { language = 'zh-Hans', law = [...knowledge.laws.keys()][0] ?? '' } = defaults
  if (!knowledge.laws.has(law))
    throw new InputError(`there is no law "${law}"; expected one of ${[...knowledge.laws.keys()].join(', ')}`)
  const reader = once(() => createReader(knowledge))
  const answers = once(() => createAnswerReader(knowledge, { plain, normalise }))
  const phrases = once(() => createPhrases(knowledge.speech, plain))
  const places = once(() => createPlaces(knowledge, { plain, fold: (text) => normalise(text).text }))
  const alarms = once(() => createAlarms(knowledge.alerts, (text) => normalise(text).text))
  const veil = once(() => createVeil(knowledge))
  const finder = once(() => createFinder(knowledge, plain))
  const asking = once(() => createAskingForms(knowledge.asking, plain))
  const core = {
    knowledge,
    read: (text: string, place: Place = 'told') => reader().read(text, place),
    states: (answer: string, fact: string, value: boolean) => reader().states(answer, fact, value),
    answer: (text: string, asked?: string, shown?: readonly Shown[]) => answers()(text, asked, shown),
    phrases,
    places,
    veil: (quote: string) => veil()(quote),
    asking,
    find: (text: string, law: string) => finder()(text, law),
    speaker: createSpeakers(knowledge),
    defaults: { language, law },
  }
  return {
    step: createStep(core, (text) => alarms()(text)),
    wakesAt,
    remains,
    read: (text, place) => reader().read(text, place),
    judge: (input) => judgeFacts(knowledge, input),
    entries: () => entriesOf(knowledge),
  }
}

/** Made when first needed: a greeting does not wait for what only a text needs. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
