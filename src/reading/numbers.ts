import { chineseNumeral } from './chinese-numerals.ts'
import { currencyBefore, LOCAL } from './currencies.ts'
import { measureAt } from './measures.ts'
import { numeral, ofDigits, ofHan, scaled, scales, wordList, words } from './number-values.ts'

/** A number as it stands in a normalised text. Places are UTF-16 offsets, currency sign and unit included. */
export interface Quantity {
  readonly start: number
  readonly end: number
  readonly value: number
  /** The other end of a range: 300-500, 两三万. */
  readonly upTo: number | undefined
  readonly kind: 'money' | 'percent' | 'count'
  /** ISO 4217, or a token's code: USDT, ETH, BTC. Undefined where the words leave it open. */
  readonly currency: string | undefined
  /** What is counted, for counts: level, person, or time. */
  readonly unit: 'level' | 'person' | 'time' | undefined
}

/** Groups: digits, their unit and its tail; a share; a Chinese numeral; a word, the ones after it, its scale. */
const figure = new RegExp(
  [
    String.raw`(\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?)(?:([十百千]?[万亿]|[十百千w]|k(?![a-z])|m(?![a-z])| ?(?:hundred|thousand|grand|million|mil|billion|bn|lacs?|lakhs?|crores?)(?![a-z]))((?:\d[千百十])*\d(?![\d.%千百十])|(?:\d[千百十])+|[${numeral}]+)?)?`,
    String.raw`百分之(\d+(?:\.\d+)?|[${numeral}]+)`,
    `([${numeral}半]+)`,
    `(?<![a-z])(${wordList})(?:[ -](one|two|three|four|five|six|seven|eight|nine))?((?: (?:hundred|thousand|grand|million|lacs?|lakhs?|crores?)){0,2})(?![a-z])`,
  ].join('|'),
  'gu',
)
const rangeJoin = /^ ?(?:-|~|到|至|to) ?$/

interface Found {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly upTo: number | undefined
  readonly percent: boolean
  readonly scaled: boolean
}

const ofScale = /[百千万亿]/u

function read(match: RegExpExecArray): Found | undefined {
  const [all, digits, unit, tail, share, han, word, ones, scale] = match
  const start = match.index
  const end = start + all.length
  if (digits !== undefined) {
    const value = digits.length > 18 ? undefined : ofDigits(digits, unit, tail)
    return value === undefined
      ? value
      : { start, end, value, upTo: undefined, percent: false, scaled: unit !== undefined }
  }
  if (share !== undefined) {
    const value = /^\d/.test(share) ? Number(share) : chineseNumeral(share)
    return value === undefined ? value : { start, end, value, upTo: undefined, percent: true, scaled: false }
  }
  if (han !== undefined) {
    const found = han.length > 24 ? undefined : ofHan(han)
    return found && { start, end, value: found.value, upTo: found.upTo, percent: false, scaled: ofScale.test(han) }
  }
  if (word === undefined) return undefined
  const base = (words[word] ?? 0) + (ones === undefined ? 0 : (words[ones] ?? 0))
  const value = (scale ?? '')
    .trim()
    .split(' ')
    .reduce((product, one) => product * (scales[one] ?? 1), base)
  return { start, end, value, upTo: undefined, percent: false, scaled: scale !== '' }
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

/** A number with what is written before and after it. */
function quantityAt(text: string, { start, end, value, upTo, percent }: Found, local: string | undefined): Quantity {
  const after = measureAt(text, end)
  const measure = after?.measure
  const factor = measure?.factor ?? 1
  const whole = end + (after?.length ?? 0)
  if (measure?.kind === 'percent')
    return { start, end: whole, value: value * factor, upTo, kind: 'percent', currency: undefined, unit: undefined }
  if (percent) return { start, end, value, upTo, kind: 'percent', currency: undefined, unit: undefined }
  const before = currencyBefore(text, start)
  if (measure?.kind !== 'money' && before === undefined)
    return { start, end: whole, value, upTo, kind: 'count', currency: undefined, unit: measure?.unit }
  const named = before?.currency ?? measure?.currency
  return {
    start: start - (before?.length ?? 0),
    end: measure?.kind === 'money' ? whole : end,
    value: value * (measure?.kind === 'money' ? factor : 1),
    upTo,
    kind: 'money',
    currency: named === LOCAL ? local : named,
    unit: undefined,
  }
}

/**
 * Every number in a normalised text, in order: 3980元, 三千九百八, 10w, 2w8, hk$5,800, 500u, 20%, 七代.
 * `local` is the currency of a bare 元 or 块; leave it out where that is open. Never throws.
 */
export function findQuantities(text: string, local?: string): Quantity[] {
  const found: Found[] = []
  figure.lastIndex = 0
  for (let match = figure.exec(text); match !== null; match = figure.exec(text)) {
    const one = read(match)
    if (one) found.push(one)
  }
  return joinRanges(text, found).map((one) => quantityAt(text, one, local))
}
