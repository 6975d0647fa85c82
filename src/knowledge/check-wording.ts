import { FluentResource } from '@fluent/bundle'
import type { Mistake } from './source.ts'

/** A message's id → the variables and terms it uses. */
function messages(source: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const entry of new FluentResource(source).body) {
    const names = new Set<string>()
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      if ('type' in value && value.type === 'var' && 'name' in value) names.add(`$${value.name}`)
      for (const inside of Object.values(value)) walk(inside)
    }
    walk(entry.value)
    found.set(entry.id, names)
  }
  return found
}

/** Message ids that stand in a Fluent source but that its parser dropped as malformed. */
function dropped(source: string, parsed: ReadonlyMap<string, unknown>): string[] {
  return [...source.matchAll(/^(-?[a-z][a-z0-9-]*) *=/gm)].map(([, id]) => id ?? '').filter((id) => !parsed.has(id))
}

/** Both languages have the same messages, with the same variables. */
export function checkWording(wording: { readonly zh: string; readonly en: string }): Mistake[] {
  const files = { 'wording/zh.ftl': wording.zh, 'wording/en.ftl': wording.en }
  const line = (text: string, id: string) => text.slice(0, text.search(new RegExp(`^${id} *=`, 'm'))).split('\n').length
  const parsed = Object.entries(files).map(([file, text]) => ({ file, text, messages: messages(text) }))
  return parsed.flatMap(({ file, text, messages: own }, i) => {
    const other = parsed[1 - i]
    const broken = dropped(text, own).map((id) => ({
      file,
      line: line(text, id),
      message: `the message ${id} is not valid Fluent`,
    }))
    const differing = [...own].flatMap(([id, names]) => {
      const twin = other?.messages.get(id)
      if (!twin) return [{ file, line: line(text, id), message: `${id} has no translation in ${other?.file}` }]
      const missing = [...names].filter((name) => !twin.has(name))
      return missing.length === 0
        ? []
        : [{ file, line: line(text, id), message: `${id} uses ${missing}, its translation in ${other?.file} does not` }]
    })
    return [...broken, ...differing]
  })
}
