/** Stands for the currency of a bare 元. */
export const LOCAL = 'local'

/** What may stand before a number, on normalised text; of two that end alike the longer comes first. */
const signs: readonly (readonly [currency: string, ...signs: readonly string[]])[] = [
  ['HKD', 'hk$', 'hkd', '港币', '港纸', '港元'],
  ['TWD', 'nt$', 'ntd', 'twd', '新台币', '台币'],
  ['USD', 'us$', 'usd', '美元', '美金'],
  ['SGD', 's$', 'sgd', '新币'],
  ['AUD', 'au$', 'a$', 'aud'],
  ['CAD', 'ca$', 'c$', 'cad'],
  ['CNY', 'rmb', 'cny', '¥', '人民币'],
  ['MYR', 'rm', 'myr', '马币', '令吉'],
  ['INR', '₹', 'inr', 'rs', 'rs.'],
  ['NGN', '₦', 'ngn'],
  ['PHP', '₱', 'php'],
  ['KES', 'ksh', 'kes'],
  ['GBP', '£', 'gbp', '英镑'],
  ['EUR', '€', 'eur', '欧元'],
  ['USDT', 'usdt', '泰达币', '泰达'],
  ['USD', '$'],
]

/** By the last character of a sign, which is all that most numbers have to be asked for. */
const endings = new Map<number, { readonly sign: string; readonly currency: string }[]>()
for (const [currency, ...written] of signs)
  for (const sign of written) {
    const last = sign.charCodeAt(sign.length - 1)
    endings.set(last, [...(endings.get(last) ?? []), { sign, currency }])
  }

const SPACE = 0x20
const isLetter = (unit: number) => unit >= 0x61 && unit <= 0x7a

/** The currency written just before a place of a normalised text, with the length of what is written. */
export function currencyBefore(
  text: string,
  at: number,
): { readonly currency: string; readonly length: number } | undefined {
  const end = text.charCodeAt(at - 1) === SPACE ? at - 1 : at
  const known = endings.get(text.charCodeAt(end - 1))
  const found = known?.find(({ sign }) => {
    if (!text.endsWith(sign, end)) return false
    const begin = end - sign.length
    return !(isLetter(sign.charCodeAt(0)) && isLetter(text.charCodeAt(begin - 1)))
  })
  return found && { currency: found.currency, length: at - end + found.sign.length }
}
