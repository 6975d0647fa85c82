import * as z from 'zod'
import type { KnowledgeEntry, Language } from '../../src/index.ts'
import { printCitation } from './judge-command.ts'
import type { Paint } from './paint.ts'

const wording = z.object({ zh: z.string(), en: z.string(), 'zh-Hant': z.string().exactOptional() })
const fields = z.record(z.string(), z.unknown())

const groups: Readonly<Record<KnowledgeEntry['kind'], string>> = {
  law: 'Laws',
  element: 'Elements of the definition',
  fact: 'Facts',
  case: 'Cases',
  warning: 'Warnings',
  advice: 'Advice',
  question: 'Questions about the law',
}

/** All of knowledge for people, by kind, each entry with its sources. */
export function printKnowledge(entries: readonly KnowledgeEntry[], language: Language, paint: Paint): string {
  return Object.entries(groups)
    .flatMap(([kind, heading]) => {
      const some = entries.filter((entry) => entry.kind === kind)
      if (some.length === 0) return []
      return [paint.bold(`${heading} (${some.length})`), '', ...some.flatMap((entry) => print(entry, language, paint))]
    })
    .join('\n')
}

function print({ id, citations, ...entry }: KnowledgeEntry, language: Language, paint: Paint): string[] {
  const told = Object.values(entry).flatMap((value) => tell(value, language))
  return [
    paint.bold(id),
    ...standing(entry).map((line) => `  ${line}`),
    ...told.map((text) => `  ${text.trimEnd().replaceAll('\n', '\n  ')}`),
    paint.faint(`  ${citations.map(printCitation).join('; ')}`),
    '',
  ]
}

const decided = z.object({ status: z.string(), law: z.string(), figures: z.record(z.string(), z.number()) })

/** What a case has besides its wording: under which law, whether it was decided, its figures. */
function standing(entry: Readonly<Record<string, unknown>>): string[] {
  const one = decided.safeParse(entry).data
  if (!one) return []
  const figures = Object.entries(one.figures).map(([name, value]) => `${name} ${value.toLocaleString('en-US')}`)
  return [[one.law, one.status, ...figures].join(' · ')]
}

/** The wording in a part of an entry: one line for a text, or for all texts of one object. */
function tell(part: unknown, language: Language): string[] {
  if (Array.isArray(part)) return part.flatMap((one) => tell(one, language))
  const text = wording.safeParse(part).data
  if (text) return [language === 'en' ? text.en : (language === 'zh-Hant' && text['zh-Hant']) || text.zh]
  const inner = Object.values(fields.safeParse(part).data ?? {})
  const own = inner.filter((one) => wording.safeParse(one).success).flatMap((one) => tell(one, language))
  const deeper = inner.filter((one) => !wording.safeParse(one).success).flatMap((one) => tell(one, language))
  return [...(own.length > 0 ? [own.join(' — ')] : []), ...deeper]
}
