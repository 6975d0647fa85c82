import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const text = readFileSync('adapters/SECURITY.md', 'utf8')
const named = [...text.matchAll(/`((?:src|adapters|tests)\/[\w./-]+)`/g)].map(([, path = '']) => path)

describe('the table of security', () => {
  test('names only files that exist', () => {
    expect(named.length).toBeGreaterThan(50)
    expect(named.filter((path) => !existsSync(path))).toEqual([])
  })
  test('has every chapter and every one of the ten', () => {
    for (let chapter = 1; chapter <= 17; chapter++) expect(text).toMatch(new RegExp(`\\bV${chapter} `))
    for (let point = 1; point <= 10; point++) expect(text).toContain(`| A${String(point).padStart(2, '0')} `)
  })
  test('says where, or that it is not met', () => {
    const rows = text.split('\n').filter((line) => /^\| (?:\d|A\d)/.test(line))
    const nowhere = rows.filter((row) => !row.includes('`') && !row.includes('not met'))
    expect(nowhere).toEqual([])
  })
  test('README leads to it', () => expect(readFileSync('README.md', 'utf8')).toContain('(adapters/SECURITY.md)'))
})
