import type { BooleanFact, Knowledge, LawRules } from './knowledge.ts'
import type { Advice } from './schema/advice.ts'
import type { Alert } from './schema/alert.ts'
import type { FactAnswers, Ways } from './schema/answers.ts'
import type { Asking } from './schema/asking.ts'
import type { CardWords } from './schema/card-words.ts'
import type { Document } from './schema/document.ts'
import type { Expression } from './schema/expression.ts'
import type { Fact } from './schema/fact.ts'
import type { Interview } from './schema/interview.ts'
import type { Law } from './schema/law.ts'
import type { Lexicon } from './schema/lexicon.ts'
import type { OfferCase } from './schema/offer-case.ts'
import type { Population } from './schema/population.ts'
import type { QuestionFile } from './schema/question.ts'
import type { SignalFile } from './schema/signal.ts'
import type { Speech } from './schema/speech.ts'
import type { Warning } from './schema/warning.ts'
import type { Placed } from './source.ts'
import { tellingOf, weigherOf } from './telling.ts'
import { literals, maskOf, type Term, termsOf } from './terms.ts'

/** What the files hold, parsed one by one and not yet held against each other. */
export interface Raw {
  readonly documents: readonly Placed<Document>[]
  readonly facts: readonly Placed<Fact>[]
  readonly laws: readonly Placed<Law>[]
  readonly cases: readonly Placed<OfferCase>[]
  readonly warnings: readonly Placed<Warning>[]
  readonly advice: readonly Placed<Advice>[]
  readonly populations: readonly Placed<Population>[]
  readonly questions: readonly Placed<QuestionFile>[]
  readonly signals: readonly Placed<SignalFile>[]
  readonly alerts: readonly Placed<Alert>[]
  readonly speech: Placed<Speech>
  readonly ways: Placed<Ways>
  readonly asking: Placed<Asking>
  readonly answers: readonly Placed<FactAnswers>[]
  readonly interview: Placed<Interview>
  readonly cardWords: Placed<CardWords>
  readonly traditional: Placed<Record<string, string>>
  readonly lexicon: Placed<Lexicon>
  readonly questionLexicon: Placed<Lexicon>
  readonly learned: string
  readonly learnedGate: string
  readonly learnedTopics: string
  readonly wording: { readonly zh: string; readonly en: string }
}

const isBoolean = (fact: Fact): fact is BooleanFact => fact.kind === 'boolean'

export const booleansOf = (facts: readonly Placed<Fact>[]): BooleanFact[] =>
  facts.map(({ value }) => value).filter(isBoolean)

export const bitsOf = (booleans: readonly BooleanFact[]): Map<string, number> =>
  new Map(booleans.map(({ id }, bit) => [id, bit]))

/** Throws an Error where an expression of the law names what does not exist. */
export function compileLaw(law: Law, bitOf: ReadonlyMap<string, number>): LawRules {
  const terms = (expression: Expression) => termsOf(expression, law.definitions, (name) => bitOf.get(name))
  const { scope } = law
  const within = (expression: Expression) => terms('when' in scope ? { all: [scope.when, expression] } : expression)
  const pyramid = within(law.thresholds.pyramid.when)
  const grey = within(law.thresholds.grey.when)
  const otherFraud = literals(terms({ any: law.other_fraud.map(({ fact }) => fact) })).yes
  const used = literals([...pyramid, ...grey])
  return {
    law,
    ...('when' in scope && { scope: terms(scope.when) }),
    pyramid,
    grey,
    otherFraud,
    elements: law.elements.map((element) => ({
      element,
      terms: isAuthority(element.when) ? 'authority' : terms(element.when),
    })),
    defences: law.defences.map((defence) => ({ defence, terms: terms(defence.when) })),
    facts: used.yes | used.no | otherFraud,
  }
}

export function isAuthority(when: Law['elements'][number]['when']): when is { authority: true } {
  return typeof when === 'object' && 'authority' in when
}

const bitsWhere = (facts: Readonly<Record<string, boolean>>, wanted: boolean, bitOf: ReadonlyMap<string, number>) =>
  Object.entries(facts).reduce((bits, [id, value]) => (value === wanted ? bits | maskOf(bitOf, id) : bits), 0)

/** Takes what has passed `check`. */
export function index(raw: Raw): Knowledge {
  const booleans = booleansOf(raw.facts)
  const bitOf = bitsOf(booleans)
  const telling = tellingOf(booleans, raw.interview.value)
  const terms = (expression: Expression): Term[] => termsOf(expression, {}, (name) => bitOf.get(name))
  const values = <T>(items: readonly Placed<T>[]): T[] => items.map(({ value }) => value)
  return {
    documents: new Map(values(raw.documents).map((document) => [document.id, document])),
    facts: new Map(values(raw.facts).map((fact) => [fact.id, fact])),
    booleans,
    bitOf,
    laws: new Map(values(raw.laws).map((law) => [law.id, compileLaw(law, bitOf)])),
    cases: values(raw.cases).map((one) => ({
      case: one,
      yes: bitsWhere(one.facts, true, bitOf),
      no: bitsWhere(one.facts, false, bitOf),
    })),
    warnings: values(raw.warnings).map((warning) => ({ warning, terms: terms(warning.when) })),
    advice: values(raw.advice).map((advice) => ({
      advice,
      terms: advice.when === undefined ? undefined : terms(advice.when),
    })),
    populations: values(raw.populations).sort((a, b) => a.people - b.people),
    signals: values(raw.signals).flatMap(({ language, signals }) => signals.map((signal) => ({ language, signal }))),
    questions: values(raw.questions).flatMap(({ checked, questions }) => questions.map((one) => ({ ...one, checked }))),
    asking: raw.asking.value,
    speech: raw.speech.value,
    ways: raw.ways.value,
    answers: new Map(values(raw.answers).map((one) => [one.fact, one])),
    alerts: values(raw.alerts),
    interview: raw.interview.value,
    telling,
    weigh: weigherOf(telling),
    cardWords: raw.cardWords.value,
    concern: terms(raw.interview.value.concern),
    wording: raw.wording,
    lexicon: raw.lexicon.value,
    questionLexicon: raw.questionLexicon.value,
    learned: raw.learned,
    learnedGate: raw.learnedGate,
    learnedTopics: raw.learnedTopics,
    traditional: Object.entries(raw.traditional.value).sort(([a], [b]) => b.length - a.length),
  }
}
