import type { Asking } from '../knowledge/schema/asking.ts'

/** A text as what is compared: Han characters in pairs, Latin words by their stem, numbers. */
export type Words = (plain: string) => readonly string[]

const run = /\p{Script=Han}+|[a-z]+(?:'[a-z]+)?|\d+(?:\.\d+)?/gu
const isHanRun = /^\p{Script=Han}/u

/** Endings of English words that change nothing about what they name. */
const ending = /(?:ies|ing|ed|es|s)$/u
const LONGEST_UNSTEMMED = 4

export function stem(word: string): string {
  const bare = word.replace(/'[a-z]*$/u, '')
  if (bare.length <= LONGEST_UNSTEMMED) return bare
  const cut = bare.replace(ending, (end) => (end === 'ies' ? 'y' : ''))
  return cut.replace(/(.)\1$/u, '$1').replace(/e$/u, '')
}

/**
 * Splits text made plain into words. Words that say nothing are left out, and words that come to the same become one,
 * the longest Chinese ones first.
 */
export function createWords({ same, empty }: Asking): Words {
  const groups = ({ zh, en }: Asking['same']) => [zh, en].map((lines) => lines.map((line) => line.split(/\s+/u)))
  const [zh = [], en = []] = groups(same)
  const alternatives = (all: Iterable<string>) => [...all].sort((a, b) => b.length - a.length).join('|')
  const chinese = new Map(zh.flatMap(([first = '', ...rest]) => rest.map((word) => [word, first] as const)))
  const english = new Map(en.flatMap(([first = '', ...rest]) => rest.map((word) => [stem(word), stem(first)] as const)))
  const phrases = new Map(
    en.flatMap(([first = '', ...rest]) => rest.map((word) => [word.replaceAll('_', ' '), first] as const)),
  )
  const phrased = new RegExp(`\\b(?:${alternatives([...phrases.keys()].filter((one) => /[ -]/u.test(one)))})\\b`, 'gu')
  // The first of a group stands here too, so that no shorter word is found within it.
  const merged = new RegExp(alternatives(new Set([...chinese.keys(), ...chinese.values()])), 'gu')
  const blank = new RegExp(alternatives(empty.zh), 'gu')
  const silent = new Set(empty.en.map(stem))

  return (plain) => {
    const spoken = plain
      .replace(phrased, (words) => phrases.get(words) ?? words)
      .replace(merged, (word) => chinese.get(word) ?? word)
      .replace(blank, ' ')
    return [...spoken.matchAll(run)].flatMap(([found]) => {
      if (isHanRun.test(found)) return pairs(found)
      const word = stem(found)
      return word === '' || silent.has(word) ? [] : [english.get(word) ?? word]
    })
  }
}

/** Neighbouring characters two by two, and each alone. */
const pairs = (han: string): string[] =>
  Array.from(han, (one, at) => [one, han.slice(at, at + 2)])
    .flat()
    .slice(0, -1)
