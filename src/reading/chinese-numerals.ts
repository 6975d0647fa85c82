const digits: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  俩: 2,
  三: 3,
  叁: 3,
  仨: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
}
const small: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const large: Readonly<Record<string, number>> = { 万: 10_000, w: 10_000, 亿: 100_000_000 }

/** The factor of a unit written in Chinese or as w/k, or undefined. */
export const factorOf = (unit: string): number | undefined =>
  small[unit] ?? large[unit] ?? (unit === 'k' ? 1000 : undefined)

/**
 * The value of a Chinese numeral such as 三千九百八, 一万二, 两百五十, 十, 三万五千, 一二三, 百万, or
 * undefined when it is none. The last unit may be left out, as people say it.
 */
export function chineseNumeral(text: string): number | undefined {
  if (/^[零一二三四五六七八九]{2,}$/.test(text)) return Number([...text].map((one) => digits[one]).join(''))
  let total = 0
  let section = 0
  let digit: number | undefined
  let last = 0
  let zero = false
  for (const one of text) {
    const value = digits[one]
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined
      digit = value
      zero = value === 0
      continue
    }
    const unit = small[one]
    if (unit !== undefined) {
      section += (digit === undefined || (digit === 0 && section === 0) ? 1 : digit) * unit
      last = unit
    } else {
      const big = large[one]
      if (big === undefined) return undefined
      const counted = section + (digit ?? 0)
      if (total >= big && total > 0) total += counted * big
      else total = (total + (counted === 0 && total === 0 ? 1 : counted)) * big
      section = 0
      last = big
    }
    digit = undefined
  }
  if (digit !== undefined) {
    const before = [...text].at(-2)
    const leftOut = last >= 100 && !(before === '零' || zero)
    section += leftOut ? (digit * last) / 10 : digit
  }
  return text.length === 0 ? undefined : total + section
}
