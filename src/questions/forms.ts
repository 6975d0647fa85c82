import type { Asking } from '../knowledge/schema/asking.ts'

/** What can be told of a message without looking anything up. */
export interface AskingForms {
  /** It has the form of a question. */
  isQuestion(text: string): boolean
  /** It speaks of the law. */
  isLegal(text: string): boolean
  /** It asks about the offer at hand: that is for the interview. */
  isAboutOffer(text: string): boolean
  /** Its last clause, where that is the question, and what is said before it. */
  split(text: string): { readonly before: string; readonly last: string }
}

const sentenceEnd = /(?<=[?？!！。\n]|\.(?=\s))/u
const clauseEnd = /[,，。.!！;；\n]\s*(?=[^,，。.!！;；\n]+$)/u

export function createAskingForms({ forms, legal, offers }: Asking, plain: (text: string) => string): AskingForms {
  const matcher = ({ zh, en }: { readonly zh: readonly string[]; readonly en: readonly string[] }) => {
    const patterns = [...zh, ...en].map((pattern) => new RegExp(pattern, 'u'))
    return (text: string) => patterns.some((pattern) => pattern.test(text))
  }
  const hasForm = matcher(forms)
  const isMarked = (text: string) => /[?？]\s*$/u.test(text.trim())
  const isQuestion = (text: string) => isMarked(text) || hasForm(plain(text))
  const isLegal = matcher(legal)
  const isAboutOffer = matcher(offers)
  return {
    isQuestion,
    isLegal: (text) => isLegal(plain(text)),
    isAboutOffer: (text) => text.split(sentenceEnd).some((sentence) => isAboutOffer(plain(sentence))),
    split(text) {
      const whole = text.trim()
      const end = clauseEnd.exec(whole)
      const last = end ? whole.slice(end.index + end[0].length) : whole
      return end && isQuestion(last) ? { before: whole.slice(0, end.index), last } : { before: '', last: whole }
    },
  }
}
