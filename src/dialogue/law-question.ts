import { type Search, SURE } from '../questions/find.ts'
import { tellLawAnswer } from '../wording/law-answer.ts'
import { evidenceIn } from './intake.ts'
import type { Scene } from './scene.ts'

/** A question longer than this, in UTF-16 units, is a story. */
const LONGEST_QUESTION = 120
/** A question that tells more than this about an offer describes one; where anything is told before it, that does. */
const MOST_EVIDENCE = 1
const mention = /[@＠][\w\p{Script=Han}]{1,64}/gu

/** A search for what a message in passing asks about the law; nothing where it may be anything else. */
export function questionIn(scene: Scene, text: string): Search | undefined {
  const { asking, find, phrases } = scene.core
  const bare = text.replace(mention, ' ').trim()
  if (bare.length > LONGEST_QUESTION || !asking().isQuestion(bare) || asking().isAboutOffer(bare)) return undefined
  // After the verdict such a sentence may ask for what is told about this very offer.
  if (scene.state.concluded !== undefined && phrases().wishIn(bare) !== undefined) return undefined
  const { before, last } = asking().split(bare)
  if (evidenceIn(scene, before, 'account').length > 0) return undefined
  if (evidenceIn(scene, last, 'account').length > MOST_EVIDENCE) return undefined
  const search = find(bare, scene.conversation.law)
  return search.sure >= SURE ? search : undefined
}

/** What is known, with that on which it rests, the law it is about and the date it was checked. */
export function tellFound(
  { core, speaker, conversation, state }: Scene,
  { ranked, named }: Search,
  brief = false,
): string {
  const [first] = ranked
  if (!first) return speaker.say('law-question-unknown')
  const own = named.laws.length === 0 ? conversation.law : undefined
  const told = tellLawAnswer(core.knowledge, speaker, first.topic, { brief, own })
  return brief || state.begun ? told : `${told}\n${speaker.say('law-question-offer')}`
}

/** Says that it is not known, and what is nearest, if anything is near. */
export function tellUnknown({ speaker }: Scene, { ranked, named, sure }: Search): string {
  if (named.elsewhere) return speaker.say('law-question-elsewhere')
  const near = ranked
    .slice(0, 2)
    .flatMap(({ topic: { answer } }) => (answer.kind === 'question' ? [answer.question] : []))
  const unknown = speaker.say('law-question-unknown')
  if (near.length === 0 || sure < SURE / 2) return unknown
  const questions = near.map(({ title }) => speaker.say('quote', { quote: speaker.tell(title) }))
  return `${unknown}\n${speaker.say('law-question-near', { questions: speaker.join(questions) })}`
}

/** `/ask` and a question: whatever its form, it is one about the law. */
export function tellAsked(scene: Scene, question: string | undefined, brief = false): string {
  if (question === undefined) return scene.speaker.say('law-question-how')
  const search = scene.core.find(question, scene.conversation.law)
  return search.sure >= SURE ? tellFound(scene, search, brief) : tellUnknown(scene, search)
}
