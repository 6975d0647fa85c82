import { z } from 'zod'
import { check } from './check.ts'
import { index, type Raw } from './compile.ts'
import type { Knowledge } from './knowledge.ts'
import * as schema from './schema.ts'
import { KnowledgeError, type KnowledgeFile, lineOf, type Mistake, type Placed, parseFile } from './source.ts'

/**
 * Reads, checks and indexes all of knowledge/. Throws a KnowledgeError that lists every mistake with its
 * file, line and what was expected; what it returns is complete and consistent.
 */
export function loadKnowledge(files: readonly KnowledgeFile[]): Knowledge {
  const mistakes: Mistake[] = []
  const under = (folder: string) => files.filter(({ path }) => path.startsWith(folder))

  const many = <T>(folder: string, item: z.ZodType<T>): Placed<T>[] =>
    under(folder).flatMap((file) =>
      (parseFile(file, z.array(item), mistakes) ?? []).map((value, place) => placed(value, file, [place])),
    )
  const each = <T>(folder: string, whole: z.ZodType<T>): Placed<T>[] =>
    under(folder).flatMap((file) => {
      const value = parseFile(file, whole, mistakes)
      return value === undefined ? [] : [placed(value, file, [])]
    })
  const one = <T>(path: string, whole: z.ZodType<T>): Placed<T> | undefined => {
    const found = each(path, whole)[0]
    if (!found && under(path).length === 0) mistakes.push({ file: path, message: 'is missing; it has to be there' })
    return found
  }
  const wording = (path: string): string => {
    const file = files.find((file) => file.path === path)
    if (!file) mistakes.push({ file: path, message: 'is missing; it has to be there' })
    return file?.text ?? ''
  }

  const groups = ['plan', 'trade', 'lure', 'other_fraud']
  const found = {
    documents: many('documents.yaml', schema.document),
    facts: many('facts/', schema.fact).sort((a, b) => groups.indexOf(a.value.group) - groups.indexOf(b.value.group)),
    laws: each('laws/', schema.law),
    cases: many('cases/', schema.offerCase),
    warnings: many('warnings.yaml', schema.warning),
    advice: many('advice/', schema.advice),
    signals: each('signals/', schema.signalFile),
    alerts: many('speech/alerts.yaml', schema.alert),
  }
  const speech = one('speech/speech.yaml', schema.speech)
  const interview = one('interview.yaml', schema.interview)
  const traditional = one('wording/zh-hant.yaml', schema.traditional)
  const texts = { zh: wording('wording/zh.ftl'), en: wording('wording/en.ftl') }

  if (!speech || !interview || !traditional || mistakes.length > 0) throw new KnowledgeError(mistakes)
  const raw: Raw = { ...found, speech, interview, traditional, wording: texts }
  mistakes.push(...check(raw))
  if (mistakes.length > 0) throw new KnowledgeError(mistakes)
  return index(raw)
}

function placed<T>(value: T, file: KnowledgeFile, path: readonly PropertyKey[]): Placed<T> {
  return {
    value,
    mistake: (message, ...inside) => ({ file: file.path, line: lineOf(file.text, [...path, ...inside]), message }),
  }
}
