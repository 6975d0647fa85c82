import { signalLanguages } from './schema/signal.ts'
import type { KnowledgeFile, Mistake } from './source.ts'

/** Where everything stands in knowledge/: a file, or a folder (written with a slash) of YAML files. */
export const layout = {
  documents: 'documents.yaml',
  facts: 'facts/',
  laws: 'laws/',
  cases: 'cases/',
  warnings: 'warnings.yaml',
  advice: 'advice/',
  populations: 'populations.yaml',
  questions: 'questions/',
  asking: 'speech/asking.yaml',
  signals: 'signals/',
  alerts: 'speech/alerts.yaml',
  speech: 'speech/speech.yaml',
  ways: 'speech/ways.yaml',
  answers: 'speech/answers/',
  cardWords: 'speech/card-words.yaml',
  interview: 'interview.yaml',
  lexicon: 'reading/lexicon.yaml',
  learned: 'reading/learned.bin',
  learnedGate: 'reading/gate.bin',
  questionLexicon: 'reading/question-lexicon.yaml',
  learnedTopics: 'reading/topics.bin',
  zh: 'wording/zh.ftl',
  en: 'wording/en.ftl',
  traditional: 'wording/zh-hant.yaml',
} as const

export type Place = (typeof layout)[keyof typeof layout]

const places: readonly Place[] = Object.values(layout)

export const belongsTo = (place: Place, path: string): boolean =>
  place.endsWith('/') ? path.startsWith(place) && path.endsWith('.yaml') : path === place

/** Nothing is missing, and nothing stands where nobody would read it. */
export function checkLayout(files: readonly KnowledgeFile[]): Mistake[] {
  const missing = places
    .filter((place) => !files.some(({ path }) => belongsTo(place, path)))
    .map((place) => ({
      file: place,
      message: place.endsWith('/')
        ? 'has no .yaml file; at least one has to be there'
        : 'is missing; it has to be there',
    }))
  const unread = files
    .filter(({ path }) => !places.some((place) => belongsTo(place, path)))
    .map(({ path }) => ({ file: path, message: `nobody reads this file; expected ${expected(path)}` }))
  return [...missing, ...unread]
}

/** The places in the file's own folder where there are any, else all. */
function expected(path: string): string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const near = folder === '' ? [] : places.filter((place) => place.startsWith(folder))
  const among = near.length > 0 ? near : places
  return among.map((place) => (place.endsWith('/') ? `${place}*.yaml` : place)).join(', ')
}

/** Every language that is read has its signals. */
export const checkLanguages = (languages: readonly string[]): Mistake[] =>
  signalLanguages
    .filter((language) => !languages.includes(language))
    .map((language) => ({
      file: layout.signals,
      message: `no file has \`language: ${language}\`; expected signals in ${signalLanguages.join(' and ')}`,
    }))
