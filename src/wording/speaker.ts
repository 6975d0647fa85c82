import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import { Converter } from 'opencc-js/cn2t'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { MessageId, VariableOf } from '../knowledge/messages.ts'
import type { Text } from '../knowledge/schema/forms.ts'
import type { languages } from '../knowledge/schema/speech.ts'

export type Language = (typeof languages)[number]

/** The variables of a message, as its second argument; none where it has none. */
type Variables<Id extends MessageId> = [VariableOf<Id>] extends [never]
  ? []
  : [Readonly<Record<VariableOf<Id>, FluentVariable>>]

/** Says things to users in one language. */
export interface Speaker {
  readonly language: Language
  /** A message of knowledge/wording. Throws where the message or a variable is missing. */
  say<Id extends MessageId>(id: Id, ...variables: Variables<Id>): string
  /** Wording that stands beside the data. */
  tell(text: Text): string
  /** Statements as one enumeration. */
  list(parts: readonly string[]): string
  /** Single words or places as one enumeration. */
  join(parts: readonly string[]): string
}

/** One speaker a language, made when first needed. */
export function createSpeakers(knowledge: Knowledge): (language: Language) => Speaker {
  const made = new Map<Language, Speaker>()
  return (language) => {
    const speaker = made.get(language) ?? createSpeaker(knowledge, language)
    made.set(language, speaker)
    return speaker
  }
}

function createSpeaker(knowledge: Knowledge, language: Language): Speaker {
  const traditional = language === 'zh-Hant' ? toTraditional(knowledge.traditional) : (text: string) => text
  const bundle = createBundle(knowledge, language, traditional)
  return {
    language,
    say(id, ...[variables = {}]) {
      const pattern = bundle.getMessage(id)?.value
      if (!pattern) throw new Error(`knowledge/wording has no message "${id}" for ${language}`)
      return bundle.formatPattern(pattern, variables)
    },
    tell(text) {
      if (language === 'en') return text.en
      return language === 'zh-Hans' ? text.zh : (text['zh-Hant'] ?? traditional(text.zh))
    },
    list: (parts) => parts.join(language === 'en' ? '; ' : '；'),
    join: (parts) => parts.join(language === 'en' ? ', ' : '、'),
  }
}

/** The messages of one language. */
export function createBundle(
  { wording }: Knowledge,
  language: Language,
  traditional: (text: string) => string,
): FluentBundle {
  const bundle = new FluentBundle(language, { useIsolating: false })
  bundle.addResource(new FluentResource(language === 'en' ? wording.en : traditional(wording.zh)))
  return bundle
}

/** Derived by opencc, then mended by the reviewed exceptions; each text is derived once. */
export function toTraditional(exceptions: Knowledge['traditional']): (text: string) => string {
  const convert: (text: string) => string = Converter({ from: 'cn', to: 'tw' })
  const derived = new Map<string, string>()
  return (text) => {
    const known = derived.get(text)
    if (known !== undefined) return known
    const mended = exceptions.reduce((sofar, [from, to]) => sofar.replaceAll(from, to), convert(text))
    derived.set(text, mended)
    return mended
  }
}
