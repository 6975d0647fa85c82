import type { Amount } from '../money/terms.ts'
import type { Speaker } from './speaker.ts'

/** Signs that stand before an amount; other currencies stand behind it by their code. */
const signs: Readonly<Record<string, string>> = {
  CNY: '¥',
  USD: 'US$',
  HKD: 'HK$',
  TWD: 'NT$',
  SGD: 'S$',
  MYR: 'RM',
  GBP: '£',
  EUR: '€',
}

/** An amount of money with its currency, where the words named one: ¥2,680. */
export function tellAmount(amount: number, currency: string | undefined): string {
  const figure = amount.toLocaleString('en-US', { maximumFractionDigits: 2 })
  if (currency === undefined) return figure
  const sign = signs[currency]
  return sign === undefined ? `${figure} ${currency}` : `${sign}${figure}`
}

/** Money, or a share in percent. */
export const tellMoney = (speaker: Speaker, { value, currency, percent }: Amount): string =>
  percent ? speaker.say('percent', { percent: tellAmount(value, undefined) }) : tellAmount(value, currency)
