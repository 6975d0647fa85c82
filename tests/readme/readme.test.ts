import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { commands } from '../../src/knowledge/schema/speech.ts'
import { knowledge } from '../ground.ts'
import { picture } from './picture.ts'

const readme = readFileSync('README.md', 'utf8')
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))

/** Understood, but nobody needs to be told: a greeting, and courtesies. */
const unnamed = new Set<string>(['start', 'thanks', 'safe'])

describe('README', () => {
  test('its picture shows what the program says now (npm run picture draws it anew)', () => {
    expect(readFileSync('tests/readme/dialogue.svg', 'utf8')).toBe(picture())
  })
  test('every npm script it names exists', () => {
    const named = [...readme.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(([, name]) => name ?? '')
    expect(named.length).toBeGreaterThan(0)
    for (const name of named) expect(scripts).toHaveProperty([name])
  })
  test('its first screen has the two commands', () => {
    const first = readme.split('\n').slice(0, 40).join('\n')
    expect(first).toContain('npm install && npm start')
    expect(first).toContain('npm install && npm test')
  })
  test('it names every setting that is read', () => {
    const settings = [...readFileSync('adapters/settings.ts', 'utf8').matchAll(/^ +([A-Z][A-Z_]+):/gm)].map(
      ([, name]) => name ?? '',
    )
    expect(settings.length).toBeGreaterThan(2)
    for (const name of settings) expect(readme).toContain(`\`${name}\``)
  })
  test('it names every law', () => {
    for (const { law } of knowledge.laws.values()) expect(readme).toContain(law.name.en)
  })
  test('its list of what can be said at any time has every command, and nothing else', () => {
    const [, list = ''] = /^At any time, [^:]*: (.*)\.$/m.exec(readme) ?? []
    const named = list.split(' · ').map((item) => item.replace(/ \(.*\)$/, ''))
    expect(named).toEqual(expect.arrayContaining(["I don't know", ...commands.filter((one) => !unnamed.has(one))]))
    expect(["I don't know", ...commands]).toEqual(expect.arrayContaining(named))
  })
})
