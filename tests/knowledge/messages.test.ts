import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { choiceIds, type MessageId, messages } from '../../src/knowledge/messages.ts'
import { createBundle, createSpeakers, toTraditional } from '../../src/wording/speaker.ts'
import { knowledge } from '../ground.ts'

const ids = Object.keys(messages) as MessageId[]
const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.startsWith('knowledge'))
  .map((path) => readFileSync(`src/${path}`, 'utf8'))
  .join('\n')

/** The argument lists of every call of a function, whole, brackets matched. */
function callsOf(name: string): string[] {
  return [...code.matchAll(new RegExp(`\\b${name}\\(`, 'g'))].map(({ index }) => {
    let depth = 0
    let at = index + name.length
    do {
      if (code[at] === '(') depth++
      if (code[at] === ')') depth--
      at++
    } while (depth > 0 && at < code.length)
    return code.slice(index + name.length + 1, at - 1)
  })
}

const quoted = (text: string) => [...text.matchAll(/'([^'\n]*)'/g)].map(([, id = '']) => id)
/** The first argument, without what stands in a record of variables. */
const firstOf = (text: string) => text.split(/,\s*\{/)[0] ?? ''
const said = callsOf('say').map(firstOf)
const literal = said.flatMap((text) => quoted(text.replace(/`[^`]*`/g, '').replace(/(?:===|!==) '[^']*'/g, '')))
const families = said
  .flatMap((text) => [...text.matchAll(/`([^`]*)`/g)])
  .map(([, template = '']) => new RegExp(`^${template.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '[a-z-]+')}$`))

describe('the table of messages is what the code says', () => {
  test.each([...new Set(literal)])('%s', (id) => expect(ids).toContain(id))
  test.each(families.map((family) => [family.source, family] as const))('%s', (_, family) => {
    expect(ids.filter((id) => family.test(id))).not.toEqual([])
  })
  test.each([...new Set(callsOf('choices').flatMap((text) => quoted(text.replace(/`[^`]*`/g, ''))))])(
    'the choice %s',
    (id) => expect(choiceIds).toContain(id),
  )
})

describe('every message is said in three languages with the variables it is given', () => {
  const traditional = toTraditional(knowledge.traditional)
  const bundles = (['zh-Hans', 'zh-Hant', 'en'] as const).map((language) =>
    createBundle(knowledge, language, language === 'zh-Hant' ? traditional : (text) => text),
  )
  test.each(ids)('%s', (id) => {
    const variables = Object.fromEntries(messages[id].map((name) => [name, 'x']))
    for (const bundle of bundles) {
      const errors: Error[] = []
      const text = bundle.formatPattern(bundle.getMessage(id)?.value ?? '', variables, errors)
      expect(errors).toEqual([])
      expect(text.trim()).not.toBe('')
    }
  })
  const speak = createSpeakers(knowledge)
  test('Traditional Chinese is derived, with its reviewed exceptions', () => {
    const { say } = speak('zh-Hant')
    expect(say('choice-unknown')).toBe('不知道')
    expect(say('language-name')).toMatch(/繁體/)
  })
})
