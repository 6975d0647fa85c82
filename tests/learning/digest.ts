import { createHash } from 'node:crypto'
import { files } from '../ground.ts'
import { exampleFiles } from './examples.ts'
import { questionFiles } from './question-examples.ts'

/** Of all that is learned from: the examples, the lexicon and the signals. */
export function digestOfSources(): string {
  const hash = createHash('sha256')
  for (const { name, content } of exampleFiles()) hash.update(name).update(content)
  for (const { path, text } of files)
    if (path === 'reading/lexicon.yaml' || path.startsWith('signals/')) hash.update(path).update(text)
  return hash.digest('hex').slice(0, 32)
}

/** Of all that questions are learned from: the questions, the ways to ask, both lexicons, and how people ask. */
export function digestOfQuestions(): string {
  const hash = createHash('sha256')
  for (const { name, content } of questionFiles()) hash.update(name).update(content)
  const sources = ['reading/lexicon.yaml', 'reading/question-lexicon.yaml', 'speech/asking.yaml']
  for (const { path, text } of files)
    if (sources.includes(path) || path.startsWith('questions/')) hash.update(path).update(text)
  return hash.digest('hex').slice(0, 32)
}
