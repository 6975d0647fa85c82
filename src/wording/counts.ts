import type { Language } from './speaker.ts'

/** Up to here every person is told; beyond, three figures do. */
const EXACT = { 'zh-Hans': 99_999, 'zh-Hant': 99_999, en: 999_999 } as const

/** A number of people as one writes it: 3,125 · 39.1万 · 39.1萬 · 1.22 billion. */
export function tellCount(language: Language, count: number): string {
  if (count <= EXACT[language]) return count.toLocaleString('en-US')
  const compact = { notation: 'compact', compactDisplay: 'long', maximumSignificantDigits: 3 } as const
  return new Intl.NumberFormat(language === 'en' ? 'en-US' : language, compact).format(count)
}

/** A share from 0 to 1 in whole percent, rounded down: what is at least so much stays at least so much. */
export const tellShare = (share: number): string => `${Math.floor(share * 100 + 1e-9)}%`

/** The day of a moment in milliseconds since 1970, where the clock is `offset` hours ahead of UTC: 2026-11-22. */
export function tellDay(at: number, offset: number): string {
  const days = Math.floor((at + offset * 3_600_000) / 86_400_000)
  // The civil calendar in eras of 400 years that begin in March: the leap day comes last.
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const two = (part: number) => `${part}`.padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}`
}
