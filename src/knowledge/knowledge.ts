import type { Advice } from './schema/advice.ts'
import type { Alert } from './schema/alert.ts'
import type { FactAnswers, Ways } from './schema/answers.ts'
import type { Asking } from './schema/asking.ts'
import type { CardWords } from './schema/card-words.ts'
import type { Document } from './schema/document.ts'
import type { Fact } from './schema/fact.ts'
import type { Interview } from './schema/interview.ts'
import type { Law } from './schema/law.ts'
import type { Lexicon } from './schema/lexicon.ts'
import type { OfferCase } from './schema/offer-case.ts'
import type { Population } from './schema/population.ts'
import type { Question } from './schema/question.ts'
import type { Signal, SignalFile } from './schema/signal.ts'
import type { Speech } from './schema/speech.ts'
import type { Warning } from './schema/warning.ts'
import type { Term } from './terms.ts'

export type BooleanFact = Extract<Fact, { kind: 'boolean' }>

/** A law made ready for evaluation: its expressions as minimal terms over the bits of facts. */
export interface LawRules {
  readonly law: Law
  /** Absent where the law reaches every plan. Both thresholds hold it already. */
  readonly scope?: readonly Term[]
  readonly pyramid: readonly Term[]
  readonly grey: readonly Term[]
  /** Bits of the facts that mark another fraud. */
  readonly otherFraud: number
  readonly elements: readonly {
    readonly element: Law['elements'][number]
    readonly terms: readonly Term[] | 'authority'
  }[]
  /** What speaks for an offer. */
  readonly defences: readonly { readonly defence: Law['defences'][number]; readonly terms: readonly Term[] }[]
  /** Bits of every fact that can move the verdict. */
  readonly facts: number
}

/** Facts of a case as bits. */
export interface CaseRules {
  readonly case: OfferCase
  readonly yes: number
  readonly no: number
}

/** All of knowledge/, checked and indexed. */
export interface Knowledge {
  readonly documents: ReadonlyMap<string, Document>
  /** In authored order, numbers included. */
  readonly facts: ReadonlyMap<string, Fact>
  /** The boolean facts; a fact's place here is its bit. */
  readonly booleans: readonly BooleanFact[]
  readonly bitOf: ReadonlyMap<string, number>
  readonly laws: ReadonlyMap<string, LawRules>
  readonly cases: readonly CaseRules[]
  readonly warnings: readonly { readonly warning: Warning; readonly terms: readonly Term[] }[]
  readonly advice: readonly { readonly advice: Advice; readonly terms: readonly Term[] | undefined }[]
  /** The smallest first. */
  readonly populations: readonly Population[]
  readonly signals: readonly { readonly language: SignalFile['language']; readonly signal: Signal }[]
  /** Words of like meaning, for the learned reader. */
  readonly lexicon: Lexicon
  /** What was learned from knowledge/examples, as packed; one character a byte. */
  readonly learned: string
  /** Which messages may hold an offer, learned from knowledge/examples, as packed; one character a byte. */
  readonly learnedGate: string
  /** Words of like meaning in questions about the law. */
  readonly questionLexicon: Lexicon
  /** What was learned from knowledge/examples/questions, as packed; one character a byte. */
  readonly learnedTopics: string
  readonly questions: readonly Question[]
  /** How people name places and say the same thing, when they ask about the law. */
  readonly asking: Asking
  readonly speech: Speech
  /** How people answer, whatever is asked. */
  readonly ways: Ways
  /** How people answer the question about each boolean fact. */
  readonly answers: ReadonlyMap<string, FactAnswers>
  readonly alerts: readonly Alert[]
  readonly interview: Interview
  /** How telling each boolean fact is, by its bit; none is below 0. */
  readonly telling: readonly number[]
  /** How telling several facts are together, given as bits. */
  readonly weigh: (bits: number) => number
  /** The only words a quote on a verdict card may show. */
  readonly cardWords: CardWords
  readonly concern: readonly Term[]
  /** Fluent sources. */
  readonly wording: { readonly zh: string; readonly en: string }
  /** Reviewed exceptions to the derivation of Traditional Chinese, longest first. */
  readonly traditional: readonly (readonly [derived: string, reviewed: string])[]
}
