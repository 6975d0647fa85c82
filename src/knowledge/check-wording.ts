import { FluentResource } from '@fluent/bundle'
import { layout } from './layout.ts'
import { messages } from './messages.ts'
import type { Mistake } from './source.ts'

/** One language's wording: each message's id → the variables it uses. */
interface Wording {
  readonly file: string
  readonly text: string
  readonly messages: ReadonlyMap<string, ReadonlySet<string>>
}

function parse(file: string, text: string): Wording {
  const found = new Map<string, Set<string>>()
  for (const entry of new FluentResource(text).body) {
    const names = new Set<string>()
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      if ('type' in value && value.type === 'var' && 'name' in value) names.add(String(value.name))
      for (const inside of Object.values(value)) walk(inside)
    }
    walk(entry.value)
    found.set(entry.id, names)
  }
  return { file, text, messages: found }
}

/** Both languages have every message the code says, with the variables it gives; and the same as each other. */
export function checkWording(wording: { readonly zh: string; readonly en: string }): Mistake[] {
  const zh = parse(layout.zh, wording.zh)
  const en = parse(layout.en, wording.en)
  return [zh, en].flatMap((own) => {
    const twin = own === zh ? en : zh
    return [...broken(own), ...twice(own), ...missing(own), ...foreign(own), ...differing(own, twin)]
  })
}

function placed({ file, text }: Wording, id: string, message: string): Mistake {
  const at = text.search(new RegExp(`^${id} *=`, 'm'))
  return { file, ...(at >= 0 && { line: text.slice(0, at).split('\n').length }), message }
}

const stands = (text: string): string[] => [...text.matchAll(/^(-?[a-z][a-z0-9-]*) *=/gm)].map(([, id]) => id ?? '')

/** Messages that stand in the file but that the parser dropped as malformed. */
const broken = (own: Wording): Mistake[] =>
  stands(own.text)
    .filter((id) => !own.messages.has(id))
    .map((id) => placed(own, id, `the message ${id} is not valid Fluent`))

const twice = (own: Wording): Mistake[] =>
  stands(own.text)
    .filter((id, i, all) => all.indexOf(id) !== i)
    .map((id) => placed(own, id, `the message ${id} stands twice`))

function missing(own: Wording): Mistake[] {
  const written = new Set(stands(own.text))
  return Object.entries(messages)
    .filter(([id]) => !written.has(id))
    .map(([id, names]) => placed(own, id, `the message ${id} is missing; expected it ${withVariables(names)}`))
}

const foreign = (own: Wording): Mistake[] =>
  Object.entries(messages).flatMap(([id, names]: [string, readonly string[]]) =>
    [...(own.messages.get(id) ?? [])]
      .filter((name) => !names.includes(name))
      .map((name) =>
        placed(own, id, `${id} uses $${name}, which it is never given; expected it ${withVariables(names)}`),
      ),
  )

const withVariables = (names: readonly string[]): string =>
  names.length === 0 ? 'without variables' : `with no variables but ${names.map((name) => `$${name}`).join(', ')}`

function differing(own: Wording, twin: Wording): Mistake[] {
  return [...own.messages].flatMap(([id, names]) => {
    const translated = twin.messages.get(id)
    if (!translated) return [placed(own, id, `${id} has no translation in ${twin.file}`)]
    const forgotten = [...names].filter((name) => !translated.has(name)).map((name) => `$${name}`)
    return forgotten.length === 0
      ? []
      : [placed(own, id, `${id} uses ${forgotten.join(', ')}, its translation in ${twin.file} does not`)]
  })
}
