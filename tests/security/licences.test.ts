import satisfies from 'spdx-satisfies'
import { describe, expect, test } from 'vitest'
import { locked } from './locked.ts'

/** Licences under which a package may be used beside MIT without a further thought. */
const allowed = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Zlib',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'PSF-2.0',
]

/** Packages with another licence, or none that is written as it should be, and why they may be used. */
const exceptions: Readonly<Record<string, string>> = {
  '@expo-google-fonts/noto-sans-sc': 'OFL-1.1 holds for fonts; they are drawn with and not sold',
  '@expo-google-fonts/noto-sans-tc': 'as above, and for tests alone',
  '@expo-google-fonts/noto-serif-sc': 'as above, and for tests alone',
  'axe-core': 'MPL-2.0, unchanged, for tests alone',
  'caniuse-lite': 'CC-BY-4.0 data, for tests alone',
  'css-select': 'says BSD-like; its LICENSE is BSD-2-Clause',
  'dom-walk': 'names MIT in a form of old',
  domutils: 'names no licence; its LICENSE is BSD-2-Clause',
  'exif-parser': 'names no licence; its LICENSE.md is MIT',
  'open-graph': 'says BSD, which of them it does not; only wechaty needs it, which is optional',
  'spdx-exceptions': 'CC-BY-3.0 data, for tests alone',
  'spdx-ranges': 'partly CC-BY-3.0 data, for tests alone',
}
/** Families of packages, one for each system. */
const families: readonly (readonly [RegExp, string])[] = [
  [/^@img\/sharp-/, 'LGPL-3.0: libvips, linked as a library that anyone can replace; optional'],
  [/^@restatedev\/restate-server/, 'BSL-1.1, which lets anyone run their own bot on it; for tests alone'],
  [/^lightningcss/, 'MPL-2.0, unchanged, for tests alone'],
]

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

function isAllowed(licence: string | undefined): boolean {
  if (licence === undefined) return false
  try {
    return satisfies(licence, allowed)
  } catch {
    return false
  }
}

const excepted = (name: string) => name in exceptions || families.some(([family]) => family.test(name))

const others = [...locked].filter(([, { license }]) => !isAllowed(license))

describe('licences of what is used', () => {
  test('each package has one of the list, or stands among the exceptions', () => {
    const unknown = others.filter(([path]) => !excepted(nameOf(path)))
    expect(unknown.map(([path, { license }]) => `${path}: ${license}`)).toEqual([])
  })
  test('no exception is left that nothing needs', () => {
    const names = others.map(([path]) => nameOf(path))
    expect(Object.keys(exceptions).filter((name) => !names.includes(name))).toEqual([])
    for (const [family] of families) expect(names.some((name) => family.test(name))).toBe(true)
  })
  test('what is said to be for tests alone is not installed for running', () => {
    const forTests = others.filter(([path]) => {
      const name = nameOf(path)
      const reason = exceptions[name] ?? families.find(([family]) => family.test(name))?.[1]
      return reason?.includes('for tests alone')
    })
    expect(forTests.filter(([, { dev }]) => dev !== true).map(([path]) => path)).toEqual([])
  })
  test.each(['GPL-3.0-only', 'AGPL-3.0-or-later', 'BUSL-1.1', 'MIT AND GPL-2.0-only', 'see LICENSE', undefined])(
    '%s is none of the list',
    (licence) => expect(isAllowed(licence)).toBe(false),
  )
})
