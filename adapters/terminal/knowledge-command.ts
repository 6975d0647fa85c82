import { z } from 'zod'
import type { KnowledgeEntry, Language } from '../../src/index.ts'
import { printCitation } from './judge-command.ts'
import type { Paint } from './paint.ts'

const wording = z.object({ zh: z.string(), en: z.string(), 'zh-Hant': z.string().exactOptional() })

/** What of an entry is shown first, and what below it, each where the entry has it. */
const first = ['name', 'title', 'label'] as const
const below = ['question', 'why', 'told', 'decided', 'says'] as const

const groups: Readonly<Record<KnowledgeEntry['kind'], string>> = {
  law: 'Laws',
  element: 'Elements of the definition',
  fact: 'Facts',
  case: 'Cases',
  warning: 'Warnings',
  advice: 'Advice',
}

/** All of knowledge for people, by kind, each entry with its sources. */
export function printKnowledge(entries: readonly KnowledgeEntry[], language: Language, paint: Paint): string {
  const tell = (value: unknown) => {
    const told = wording.safeParse(value).data
    if (!told) return undefined
    if (language === 'en') return told.en
    return language === 'zh-Hant' ? (told['zh-Hant'] ?? told.zh) : told.zh
  }
  const print = (entry: KnowledgeEntry) => {
    const [title] = first.flatMap((field) => tell(entry[field]) ?? [])
    return [
      `${paint.bold(entry.id)}${title === undefined ? '' : `  ${title}`}`,
      ...below.flatMap((field) => tell(entry[field]) ?? []).map((text) => `  ${text.replaceAll('\n', '\n  ')}`),
      paint.faint(`  ${entry.citations.map(printCitation).join('; ')}`),
      '',
    ]
  }
  return Object.entries(groups)
    .flatMap(([kind, heading]) => {
      const some = entries.filter((entry) => entry.kind === kind)
      return some.length === 0 ? [] : [paint.bold(`${heading} (${some.length})`), '', ...some.flatMap(print)]
    })
    .join('\n')
}
