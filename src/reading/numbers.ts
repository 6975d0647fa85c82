import { chineseNumeral } from './chinese-numerals.ts'
import { currencyAfter, currencyBefore } from './currencies.ts'
import { levelAfter, percentAfter, personAfter, timeAfter } from './measures.ts'
import { numeral, ofDigits, ofHan, scaled, scales, wordList, words } from './number-values.ts'

/** A number as it stands in a normalised text. Places are UTF-16 offsets, currency sign and unit included. */
export interface Quantity {
  readonly start: number
  readonly end: number
  readonly value: number
  /** The other end of a range: 300-500, 两三万. */
  readonly upTo?: number
  readonly kind: 'money' | 'percent' | 'count'
  /** ISO 4217, or a token's code: USDT, ETH, BTC. Absent where the words leave it open. */
  readonly currency?: string
  /** What is counted, for counts: level, person, or the word that stands there. */
  readonly unit?: 'level' | 'person' | 'time'
}

const figure = new RegExp(
  [
    String.raw`(?<digits>\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?)(?:(?<unit>[十百千]?[万亿]|[十百千w]|k(?![a-z])|m(?![a-z])| ?(?:hundred|thousand|grand|million|mil|billion|bn)(?![a-z]))(?<tail>(?:\d[千百十])*\d(?![\d.%千百十])|(?:\d[千百十])+|[${numeral}]+)?)?`,
    String.raw`百分之(?<share>\d+(?:\.\d+)?|[${numeral}]+)`,
    `(?<han>[${numeral}半]+)`,
    `(?<![a-z])(?<word>${wordList})(?:[ -](?<ones>one|two|three|four|five|six|seven|eight|nine))?(?<scale>(?: (?:hundred|thousand|grand|million)){0,2})(?![a-z])`,
  ].join('|'),
  'gu',
)
const rangeJoin = /^ ?(?:-|~|到|至|to) ?$/

interface Found {
  start: number
  end: number
  value: number
  upTo?: number
  percent: boolean
  scaled: boolean
}

function read(match: RegExpExecArray): Found | undefined {
  const { digits, unit, tail, share, han, word, ones, scale } = match.groups ?? {}
  const place = { start: match.index, end: match.index + match[0].length, percent: false, scaled: false }
  if (digits !== undefined) {
    if (digits.length > 18) return undefined
    const value = ofDigits(digits, unit, tail)
    return value === undefined ? undefined : { ...place, value, scaled: unit !== undefined }
  }
  if (share !== undefined) {
    const value = /^\d/.test(share) ? Number(share) : chineseNumeral(share)
    return value === undefined ? undefined : { ...place, value, percent: true }
  }
  if (han !== undefined) {
    const value = han.length > 24 ? undefined : ofHan(han)
    return value && { ...place, ...value, scaled: /[百千万亿]/.test(han) }
  }
  if (word === undefined) return undefined
  const base = (words[word] ?? 0) + (ones === undefined ? 0 : (words[ones] ?? 0))
  const value = (scale ?? '')
    .trim()
    .split(' ')
    .reduce((product, one) => product * (scales[one] ?? 1), base)
  return { ...place, value, scaled: scale !== '' }
}

/** Joins 300-500 and 三到五: the second number gives the upper end, and its unit counts for both. */
function joinRanges(text: string, found: readonly Found[]): Found[] {
  const joined: Found[] = []
  for (const one of found) {
    const before = joined.at(-1)
    if (before && before.upTo === undefined && rangeJoin.test(text.slice(before.end, one.start)) && one.value > 0) {
      const factor =
        !before.scaled && one.scaled && before.value < 1000
          ? scaled(1, /[a-z万千百十]+\d?$/u.exec(text.slice(one.start, one.end))?.[0] ?? '')
          : 1
      if (before.value * factor <= one.value) {
        joined[joined.length - 1] = {
          ...before,
          value: before.value * factor,
          end: one.end,
          upTo: one.value,
          scaled: before.scaled || one.scaled,
        }
        continue
      }
    }
    joined.push(one)
  }
  return joined
}

/**
 * Every number in a normalised text, in order: 3980元, 三千九百八, 10w, 2w8, hk$5,800, 500u, 20%, 七代.
 * `local` is the currency of a bare 元 or 块; leave it out where that is open. Never throws.
 */
export function findQuantities(text: string, local?: string): Quantity[] {
  const found: Found[] = []
  for (const match of text.matchAll(figure)) {
    const one = read(match)
    if (one) found.push(one)
  }
  return joinRanges(text, found).map((one) => {
    const rest = text.slice(one.end, one.end + 24)
    const ends = (length: number) => ({
      start: one.start,
      end: one.end + length,
      value: one.value,
      ...(one.upTo === undefined ? {} : { upTo: one.upTo }),
    })
    const percent = percentAfter.exec(rest)
    if (one.percent || percent) {
      const tenths = percent !== null && percent[0] === '成' ? 10 : 1
      return { ...ends(percent?.[0].length ?? 0), value: one.value * tenths, kind: 'percent' }
    }
    const before = currencyBefore(text.slice(Math.max(0, one.start - 8), one.start), local)
    const after = currencyAfter(rest, local)
    if (before || after) {
      const money = ends(after?.length ?? 0)
      const currency = before?.currency ?? after?.currency
      return {
        ...money,
        start: one.start - (before?.length ?? 0),
        value: money.value * (after?.factor ?? 1),
        kind: 'money',
        ...(currency === undefined ? {} : { currency }),
      }
    }
    for (const [unit, pattern] of [
      ['level', levelAfter],
      ['person', personAfter],
      ['time', timeAfter],
    ] as const) {
      const counted = pattern.exec(rest)
      if (counted) return { ...ends(counted[0].length), kind: 'count', unit }
    }
    return { ...ends(0), kind: 'count' }
  })
}
