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
  const chinese = new Map(zh.flatMap(([first = '', ...rest]) => rest.map((word) => [word, first] as const)))
  const english = new Map(en.flatMap(([first = '', ...rest]) => rest.map((word) => [stem(word), stem(first)] as const)))
  const alternatives = (all: Iterable<string>) =>
    [...all].sort((a, b) => b.length - a.length).join('|')
  // The first of a group stands here too, so that no shorter word is found within it.
  const merged = new RegExp(alternatives(new Set([...chinese.keys(), ...chinese.values()])), 'gu')
  const blank = new RegExp(alternatives(empty.zh), 'gu')
  const silent = new Set(empty.en.map(stem))

  return (plain) => {
    const spoken = plain.replace(merged, (word) => chinese.get(word) ?? word).replace(blank, ' ')
    return [...spoken.matchAll(run)].flatMap(([found]) => {
      if (isHanRun.test(found)) return pairs(found)
      const word = stem(found)
      return word === '' || silent.has(word) ? [] : [english.get(word) ?? word]
    })
  }
}

/** Neighbouring characters two by two; a character alone stays alone. */
const pairs = (han: string): string[] =>
  han.length === 1 ? [han] : Array.from({ length: han.length - 1 }, (_, at) => han.slice(at, at + 2))
