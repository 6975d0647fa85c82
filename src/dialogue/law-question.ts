import { type Search, SURE } from '../questions/find.ts'
import type { Evidence } from '../verdict/findings.ts'
import { tellLawAnswer } from '../wording/law-answer.ts'
import { evidenceIn } from './intake.ts'
import type { Scene } from './scene.ts'

/** A longer message, in UTF-16 units, is a story: there what stands last has to ask by itself. */
const LONGEST_QUESTION = 120
/** So much of the end of a message is looked at; the last clause may be so long at most. */
const MOST_READ = 400
/** A question that tells more than this about an offer describes one. */
const MOST_EVIDENCE = 1
const mention = /[@＠][\w\p{Script=Han}]{1,64}/gu

/** A question about the law, and what is told of an offer before it in the same message. */
export interface LawQuestion {
  readonly search: Search
  readonly account: readonly Evidence[]
}

/** A search for what a message in passing asks about the law; nothing where it may be anything else. */
export function questionIn(scene: Scene, text: string): LawQuestion | undefined {
  const { asking, find, phrases } = scene.core
  const bare = text.replace(mention, ' ').trim()
  const { before, last } = asking().split(bare)
  if (last.length > MOST_READ || !asking().isQuestion(last)) return undefined
  if (asking().isAboutOffer(bare) || asking().isAboutOffer(last)) return undefined
  // After the verdict such a sentence may ask for what is told about this very offer, or what to do about money paid.
  const isWish = phrases().wishIn(bare) !== undefined || phrases().isLoss(bare)
  if (scene.state.concluded !== undefined && isWish) return undefined
  if (evidenceIn(scene, last, 'account').length > MOST_EVIDENCE) return undefined
  const account = evidenceIn(scene, before, 'account')
  const { law } = scene.conversation
  const isStory = account.length > 0 || bare.length > LONGEST_QUESTION
  const alone = isStory ? find(last, law) : undefined
  if (account.length > 0 && alone && alone.sure >= SURE) return { search: alone, account }
  const search = find(bare.slice(-MOST_READ), law)
  const [first] = search.topics
  if (search.sure < SURE || first === undefined) return undefined
  // A story that speaks of paying is no question about paying: what stands last has to ask it.
  return alone && !alone.topics.includes(first) ? undefined : { search, account }
}

interface Manner {
  readonly brief?: boolean
  /** An offer is spoken of beside it. */
  readonly goesOn?: boolean
}

/** What is known, with that on which it rests, the law it is about and the date it was checked. */
export function tellFound(
  { core, speaker, conversation, state }: Scene,
  { topics, named }: Search,
  { brief = false, goesOn = state.begun }: Manner = {},
): string {
  const [first] = topics
  if (!first) return speaker.say('law-question-unknown')
  const own = named.laws.length === 0 ? conversation.law : undefined
  const told = tellLawAnswer(core.knowledge, speaker, first, { brief, own })
  return brief || goesOn ? told : `${told}\n${speaker.say('law-question-offer')}`
}

/** Says that it is not known, and what is nearest, if anything is near. */
export function tellUnknown({ speaker }: Scene, { topics, named, sure }: Search): string {
  if (named.elsewhere && named.laws.length === 0) return speaker.say('law-question-elsewhere')
  const near = topics.slice(0, 2).flatMap(({ answer }) => (answer.kind === 'question' ? [answer.question] : []))
  const unknown = speaker.say('law-question-unknown')
  if (near.length === 0 || sure < SURE / 2) return unknown
  const questions = near.map(({ title }) => speaker.say('quote', { quote: speaker.tell(title) }))
  return `${unknown}\n${speaker.say('law-question-near', { questions: speaker.join(questions) })}`
}

/** `/ask` and a question: whatever its form, it is one about the law. */
export function tellAsked(scene: Scene, question: string | undefined, brief = false): string {
  if (question === undefined) return scene.speaker.say('law-question-how')
  const search = scene.core.find(question, scene.conversation.law)
  return search.sure >= SURE ? tellFound(scene, search, { brief }) : tellUnknown(scene, search)
}
