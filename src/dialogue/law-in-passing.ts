import { answerInWords } from './answer.ts'
import { questionIn, tellFound, tellUnknown } from './law-question.ts'
import type { Phrase } from './phrases.ts'
import { after, asksNumber, type Outcome, type Scene } from './scene.ts'
import { withQuestion } from './with-question.ts'

/** A question about the law, in passing; what is said before it in the same message may answer the open question. */
export function lawQuestion(scene: Scene, text: string, phrases: readonly Phrase[]): Outcome | undefined {
  if (phrases.length > 0 || scene.conversation.danger) return undefined
  const found = questionIn(scene, text)
  if (!found) return undefined
  const { before, last } = scene.core.asking().split(text)
  const { pending } = scene.state
  // What can be read as the answer that is waited for is a question only where it speaks of the law.
  const mayAnswer = pending && (asksNumber(scene, pending) || scene.core.answer(text, pending.fact) !== undefined)
  if (mayAnswer && !scene.core.asking().isLegal(text)) return undefined
  const isAnswer = before !== '' && pending !== undefined && scene.core.answer(before, pending.fact) !== undefined
  // Only where the question stands on its own; else what comes before belongs to it.
  const isBoth = isAnswer && !scene.conversation.prompt && questionIn(scene, last) !== undefined
  const outcome = isBoth ? answerInWords(scene, pending, before) : undefined
  return outcome ? after(tellFound(scene, found), outcome) : withQuestion(scene, tellFound(scene, found))
}

/** A question about the law to which nothing in knowledge is the answer. */
export function lawUnknown(scene: Scene, text: string): Outcome | undefined {
  const { asking, phrases } = scene.core
  if (!asking().isQuestion(text) || !asking().isLegal(text) || phrases().isInquiry(text)) return undefined
  return withQuestion(scene, tellUnknown(scene, scene.core.find(text, scene.conversation.law)))
}
