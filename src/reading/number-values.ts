import { chineseNumeral, factorOf } from './chinese-numerals.ts'

export const words: Readonly<Record<string, number>> = {
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
export const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  grand: 1000,
  million: 1_000_000,
  mil: 1_000_000,
  k: 1000,
  m: 1_000_000,
  bn: 1e9,
  billion: 1e9,
  lac: 100_000,
  lacs: 100_000,
  lakh: 100_000,
  lakhs: 100_000,
  crore: 10_000_000,
  crores: 10_000_000,
}
export const wordList = Object.keys(words).join('|')
export const numeral = '零一壹二贰两俩三叁仨四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿'

/** The value times its unit: 3 and "千万", 5 and "k". */
export function scaled(value: number, unit: string): number {
  const known = scales[unit.trim()]
  if (known !== undefined) return value * known
  return [...unit].reduce((product, one) => product * (factorOf(one) ?? 1), value)
}

/** Figures with what may follow them: 2, "w", "8" is 28000. */
export function ofDigits(text: string, unit: string | undefined, tail: string | undefined): number | undefined {
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
export function ofHan(text: string): { readonly value: number; readonly upTo: number | undefined } | undefined {
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
  return value === undefined ? value : { value: value + half * (factorOf(body.at(-1) ?? '') ?? 1), upTo: undefined }
}
