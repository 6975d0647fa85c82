import { normalise } from './normalise.ts'
import { findQuantities, type Quantity } from './numbers.ts'

/** More is no price that anyone pays. */
const MOST = 1e12
const ordinal = /第$/u
const takesBack =
  /不对|不是|错了|打错|说错|更正|应该是|其实|\b(?:no|sorry|wait|actually|i mean|make that|correction)\b/u
const inAll = /一共|总共|共|加起来|合计|全部|total|altogether|in all/u

/** What a quote about a reward says beside its amount: a share in percent, and for how many people it is. */
export function rewardFigures(quote: string): { percent?: number; people?: number } {
  const { text } = normalise(quote)
  const found = findQuantities(text)
  const percent = found.find(({ kind, value }) => kind === 'percent' && value > 0 && value <= 100)?.value
  const paid = found.find(({ kind }) => kind === 'money') ?? found.at(-1)
  const people = found.find(
    ({ kind, unit, value, start }) =>
      kind === 'count' &&
      unit === 'person' &&
      value > 1 &&
      value < 1000 &&
      start < (paid?.start ?? 0) &&
      !ordinal.test(text.slice(0, start)),
  )?.value
  return { ...(percent !== undefined && { percent }), ...(people !== undefined && { people }) }
}

export interface ReadAmount {
  readonly value: number
  readonly currency?: string
  readonly percent?: true
}

/**
 * The amount in an answer to "how much": money with or without its currency, or a share where `takesPercent`. Of several
 * the one said to be all of it, else the last; what is taken back does not count. `local`: the currency of a bare 元.
 */
export function amountIn(answer: string, takesPercent: boolean, local: string | undefined): ReadAmount | undefined {
  const { text } = normalise(answer)
  const from = Math.max(0, ...[...text.matchAll(new RegExp(takesBack, 'gu'))].map(({ index }) => index))
  const said = findQuantities(text, local).filter((one) => one.start >= from && isAmount(text, one, takesPercent))
  const money = said.filter(({ kind }) => kind === 'money')
  const among = money.length > 0 ? money : said
  const whole = among.find(({ start }) => inAll.test(text.slice(Math.max(0, start - 8), start)))
  const found = whole ?? among.at(-1)
  if (!found) return undefined
  if (found.kind === 'percent') return { value: found.value, percent: true }
  return { value: found.value, ...(found.currency !== undefined && { currency: found.currency }) }
}

function isAmount(text: string, { kind, unit, value, start }: Quantity, takesPercent: boolean): boolean {
  if (!(value > 0 && value <= MOST) || /[-−]$/u.test(text.slice(0, start))) return false
  if (kind === 'percent') return takesPercent && value <= 100
  return kind === 'money' || (unit === undefined && !ordinal.test(text.slice(0, start)))
}
