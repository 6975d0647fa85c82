import { chineseNumeral, factorOf } from './chinese-numerals.ts'
import { currencyAfter, currencyBefore } from './currencies.ts'

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

const words: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  dozen: 12,
  couple: 2,
}
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  grand: 1000,
  million: 1_000_000,
  mil: 1_000_000,
  k: 1000,
  m: 1_000_000,
  bn: 1e9,
  billion: 1e9,
}
const wordList = Object.keys(words).join('|')
const numeral = '零一壹二贰两俩三叁仨四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿'

const figure = new RegExp(
  [
    String.raw`(?<digits>\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?)(?:(?<unit>[十百千]?[万亿]|[十百千w]|k(?![a-z])|m(?![a-z])| ?(?:hundred|thousand|grand|million|mil|billion|bn)(?![a-z]))(?<tail>(?:\d[千百十])*\d(?![\d.%千百十])|(?:\d[千百十])+|[${numeral}]+)?)?`,
    String.raw`百分之(?<share>\d+(?:\.\d+)?|[${numeral}]+)`,
    `(?<han>[${numeral}半]+)`,
    `(?<![a-z])(?<word>${wordList})(?:[ -](?<ones>one|two|three|four|five|six|seven|eight|nine))?(?<scale>(?: (?:hundred|thousand|grand|million)){0,2})(?![a-z])`,
  ].join('|'),
  'gu',
)
const percentAfter = /^ ?(?:%|％|percent\b|pct\b|个?百?点(?![钟到以])|趴|成(?![为员功长都本])|分点)/u
const levelAfter =
  /^[ -]?(?:代|层|级(?!别)|阶|度|levels?\b|lvls?\b|tiers?\b|generations?\b|gens?\b|layers?\b|deep\b|degrees?\b)/u
const personAfter =
  /^ ?(?:个?人|位|名(?!额)|个(?:朋友|好友|新人|亲|下|会员|代理|店主|客户|合伙)|(?:new |more |other )?(?:people|persons?|friends?|members?|recruits?|others|reps?|partners?|agents?|guests?)\b)/u
const timeAfter =
  /^[ -]?(?:天|日|号|月|年|周|小时|分钟|点|期|days?\b|hours?\b|hrs?\b|weeks?\b|months?\b|years?\b|am\b|pm\b|:\d\d)/u
const rangeJoin = /^ ?(?:-|~|到|至|to) ?$/

interface Found {
  start: number
  end: number
  value: number
  upTo?: number
  percent: boolean
  scaled: boolean
}

function scaled(value: number, unit: string): number {
  const known = scales[unit.trim()]
  if (known !== undefined) return value * known
  return [...unit].reduce((product, one) => product * (factorOf(one) ?? 1), value)
}

function ofDigits(text: string, unit: string | undefined, tail: string | undefined): number | undefined {
  const value = Number(text.replaceAll(',', ''))
  if (unit === undefined) return value
  const whole = scaled(value, unit)
  if (tail === undefined) return whole
  if (/^\d/.test(tail)) {
    let sum = whole
    let last = scaled(1, unit)
    for (const [, digit = '0', smaller] of tail.matchAll(/(\d)([千百十])?/gu)) {
      last = smaller === undefined ? last / 10 : scaled(1, smaller)
      sum += Number(digit) * last
    }
    return sum
  }
  const rest = chineseNumeral(tail)
  if (rest === undefined) return whole
  return tail.length === 1 && rest < 10 ? whole + (rest * scaled(1, unit)) / 10 : whole + rest
}

/** 两三万 is a range: two neighbouring digits before one unit. */
function ofHan(text: string): { value: number; upTo?: number } | undefined {
  if (text === '半') return undefined
  const half = text.endsWith('半') ? 0.5 : 0
  const body = half ? text.slice(0, -1) : text
  const pair = /^([一二两三四五六七八九])([二三四五六七八九])([十百千万亿]+)$/.exec(body)
  if (pair) {
    const [, low = '', high = '', unit = ''] = pair
    const from = chineseNumeral(low + unit)
    const to = chineseNumeral(high + unit)
    if (from !== undefined && to !== undefined && from < to) return { value: from, upTo: to }
  }
  const value = chineseNumeral(body)
  return value === undefined ? undefined : { value: value + half * (factorOf(body.at(-1) ?? '') ?? 1) }
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
