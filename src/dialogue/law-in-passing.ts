import { answerInWords } from './answer.ts'
import { takeIn } from './intake.ts'
import { type LawQuestion, questionIn, tellFound, tellUnknown } from './law-question.ts'
import type { Phrase } from './phrases.ts'
import { after, asksNumber, type Outcome, type Scene } from './scene.ts'
import { withQuestion } from './with-question.ts'

/**
 * A question about the law, in passing; what is said before it in the same message may answer the open question, or tell
 * of the offer, and is taken in as that.
 */
export function lawQuestion(scene: Scene, text: string, phrases: readonly Phrase[]): Outcome | undefined {
  if (phrases.length > 0 || scene.conversation.danger) return undefined
  const found = questionIn(scene, text)
  if (!found) return undefined
  const { pending } = scene.state
  const answers = (words: string) => pending && scene.core.answer(words, pending.fact) !== undefined
  const before = standingBefore(scene, text, found)
  const isBoth = before !== '' && answers(before)
  // What can be read as the answer that is waited for is a question only where it speaks of the law.
  const mayAnswer = pending && (asksNumber(scene, pending) || (answers(text) && !isBoth))
  if (mayAnswer && !scene.core.asking().isLegal(text)) return undefined
  const isFree = pending !== undefined && !scene.conversation.prompt
  const answered = isFree && (isBoth || found.account.length > 0) ? answerInWords(scene, pending, before) : undefined
  const outcome = answered ?? (found.account.length > 0 ? takeIn(scene, found.account) : undefined)
  if (outcome) return after(tellFound(scene, found.search, { goesOn: true }), outcome)
  return withQuestion(scene, tellFound(scene, found.search))
}

/** What is said before a question that means the same without it, or tells of the offer; else it belongs to the question. */
function standingBefore(scene: Scene, text: string, { account, search }: LawQuestion): string {
  const { before, last } = scene.core.asking().split(text)
  if (before === '' || account.length > 0) return before
  const alone = questionIn(scene, last)?.search.topics[0]
  return alone !== undefined && alone === search.topics[0] ? before : ''
}

/** A question about the law to which nothing in knowledge is the answer. */
export function lawUnknown(scene: Scene, text: string): Outcome | undefined {
  const { asking, phrases } = scene.core
  if (!asking().isQuestion(text) || !asking().isLegal(text) || phrases().isInquiry(text)) return undefined
  return withQuestion(scene, tellUnknown(scene, scene.core.find(text, scene.conversation.law)))
}
