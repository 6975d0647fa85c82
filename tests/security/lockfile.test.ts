import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { type Locked, locked } from './locked.ts'

const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
    optionalDependencies: z.record(z.string(), z.string()),
    overrides: z.record(z.string(), z.string()),
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))
const { dependencies, devDependencies, optionalDependencies, overrides, allowScripts } = manifest

const exact = /^\d+\.\d+\.\d+(?:-[\w.-]+)?$/
const root = 'node_modules/'

/** What is wrong with one package of the lockfile, in words. */
function faults(path: string, one: Locked): string[] {
  const found: string[] = []
  if (one.resolved !== undefined) found.push('names an address; npm would fetch it from there and nowhere else')
  if (one.link) found.push('is a link out of node_modules')
  if (!exact.test(one.version)) found.push(`has no exact version: ${one.version}`)
  if (!/^sha512-[\w+/]{86}==$/.test(one.integrity ?? '')) found.push('has no SHA-512 by which it could be checked')
  if (one.hasInstallScript && allowScripts[nameOf(path)] === undefined)
    found.push('runs a script when installed; name it in allowScripts of package.json, with false unless it must run')
  return found.map((fault) => `${path}: ${fault}`)
}

const nameOf = (path: string) => path.slice(path.lastIndexOf(root) + root.length)

describe('the lockfile', () => {
  test('pins every package by version and SHA-512, from no address, and none runs a script unnamed', () => {
    expect(locked.size).toBeGreaterThan(100)
    expect([...locked].flatMap(([path, one]) => faults(path, one))).toEqual([])
  })
  test('each fault is seen', () => {
    const good = { version: '1.0.0', license: 'MIT', integrity: `sha512-${'a'.repeat(86)}==` }
    expect(faults('node_modules/a', good)).toEqual([])
    for (const bad of [
      { resolved: 'https://elsewhere.example/a.tgz' },
      { link: true },
      { version: 'github:someone/a' },
      { integrity: undefined },
      { integrity: 'sha1-aaaaaaaa' },
      { hasInstallScript: true },
    ])
      expect(faults('node_modules/a', { ...good, ...bad }), JSON.stringify(bad)).toHaveLength(1)
  })
  test('no script of a package runs that the list does not name, and the list names no other', () => {
    const scripted = [...locked].filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path))
    expect(Object.keys(allowScripts).sort()).toEqual([...new Set(scripted)].sort())
    expect(Object.values(allowScripts)).not.toContain(true)
  })
  test('what package.json asks for is exact, and is what is locked', () => {
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
      expect(version, name).toMatch(exact)
      expect(locked.get(`${root}${name}`)?.version, name).toBe(version)
    }
    for (const [name, version] of Object.entries(overrides)) expect(version, name).toMatch(exact)
  })
})
