import * as z from 'zod'
import { check } from './check.ts'
import type { Expand } from './check-patterns.ts'
import { index, type Raw } from './compile.ts'
import type { Knowledge } from './knowledge.ts'
import { belongsTo, checkLayout, layout, type Place } from './layout.ts'
import { advice } from './schema/advice.ts'
import { alert } from './schema/alert.ts'
import { factAnswers, ways } from './schema/answers.ts'
import { asking } from './schema/asking.ts'
import { cardWords } from './schema/card-words.ts'
import { document } from './schema/document.ts'
import { fact, groups } from './schema/fact.ts'
import { interview } from './schema/interview.ts'
import { law } from './schema/law.ts'
import { lexicon } from './schema/lexicon.ts'
import { offerCase } from './schema/offer-case.ts'
import { population } from './schema/population.ts'
import { questionFile } from './schema/question.ts'
import { signalFile } from './schema/signal.ts'
import { speech } from './schema/speech.ts'
import { traditional } from './schema/traditional.ts'
import { warning } from './schema/warning.ts'
import { KnowledgeError, type KnowledgeFile, type Mistake, type Placed, parseFile, placed } from './source.ts'

/**
 * Reads, checks and indexes all of knowledge/. Throws a KnowledgeError that lists every mistake with its
 * file, line and what was expected; what it returns is complete and consistent. `expand` is that of whoever will
 * read by the signals; without it their patterns are taken as they are.
 */
export function loadKnowledge(files: readonly KnowledgeFile[], expand?: Expand): Knowledge {
  const mistakes: Mistake[] = checkLayout(files)
  const under = (place: Place) => files.filter(({ path }) => belongsTo(place, path))

  const each = <T>(place: Place, whole: z.ZodType<T>): Placed<T>[] =>
    under(place).flatMap((file) => {
      const value = parseFile(file, whole, mistakes)
      return value === undefined ? [] : [placed(value, file, [])]
    })
  const many = <T>(place: Place, item: z.ZodType<T>): Placed<T>[] =>
    under(place).flatMap((file) =>
      (parseFile(file, z.array(item).min(1, 'at least one entry'), mistakes) ?? []).map((value, at) =>
        placed(value, file, [at]),
      ),
    )

  const found = {
    documents: many(layout.documents, document),
    facts: many(layout.facts, fact).sort((a, b) => groups.indexOf(a.value.group) - groups.indexOf(b.value.group)),
    laws: each(layout.laws, law),
    cases: many(layout.cases, offerCase),
    warnings: many(layout.warnings, warning),
    advice: many(layout.advice, advice),
    populations: many(layout.populations, population),
    questions: each(layout.questions, questionFile),
    signals: each(layout.signals, signalFile),
    alerts: many(layout.alerts, alert),
    answers: many(layout.answers, factAnswers),
  }
  const [said] = each(layout.speech, speech)
  const [answering] = each(layout.ways, ways)
  const [asked] = each(layout.asking, asking)
  const [interviewing] = each(layout.interview, interview)
  const [shareable] = each(layout.cardWords, cardWords)
  const [reviewed] = each(layout.traditional, traditional)
  const [words] = each(layout.lexicon, lexicon)
  const [askedWords] = each(layout.questionLexicon, lexicon)
  const learned = under(layout.learned)[0]?.text ?? ''
  const learnedGate = under(layout.learnedGate)[0]?.text ?? ''
  const learnedTopics = under(layout.learnedTopics)[0]?.text ?? ''
  const wording = { zh: under(layout.zh)[0]?.text ?? '', en: under(layout.en)[0]?.text ?? '' }

  if (
    !said ||
    !answering ||
    !asked ||
    !interviewing ||
    !shareable ||
    !reviewed ||
    !words ||
    !askedWords ||
    mistakes.length > 0
  )
    throw new KnowledgeError(mistakes)
  const singles = {
    speech: said,
    ways: answering,
    asking: asked,
    interview: interviewing,
    cardWords: shareable,
    traditional: reviewed,
    lexicon: words,
    questionLexicon: askedWords,
  }
  const raw: Raw = { ...found, ...singles, wording, learned, learnedGate, learnedTopics }
  mistakes.push(...check(raw, expand))
  if (mistakes.length > 0) throw new KnowledgeError(mistakes)
  return index(raw)
}
