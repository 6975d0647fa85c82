interface Mark {
  readonly length: number
  /** Absent where the mark leaves the currency open. */
  readonly currency?: string
  readonly factor?: number
}

const LOCAL = 'local'

const prefixes: readonly (readonly [RegExp, string])[] = [
  [/(?:hk\$|hkd|港币|港纸|港元) ?$/u, 'HKD'],
  [/(?:nt\$|ntd|twd|新?台币) ?$/u, 'TWD'],
  [/(?:us\$|usd|美元|美金) ?$/u, 'USD'],
  [/(?:s\$|sgd|新币) ?$/u, 'SGD'],
  [/(?:au?\$|aud) ?$/u, 'AUD'],
  [/(?:ca?\$|cad) ?$/u, 'CAD'],
  [/(?:rmb|cny|¥|人民币) ?$/u, 'CNY'],
  [/(?:rm|myr|马币|令吉) ?$/u, 'MYR'],
  [/(?:£|gbp|英镑) ?$/u, 'GBP'],
  [/(?:€|eur|欧元) ?$/u, 'EUR'],
  [/(?:usdt|泰达币?) ?$/u, 'USDT'],
  [/\$ ?$/u, 'USD'],
]

const suffixes: readonly (readonly [RegExp, string, number?])[] = [
  [/^ ?(?:元|块钱?|圆)?(?:港币|港纸|港元|hkd\b|蚊)/u, 'HKD'],
  [/^ ?(?:元|块)?(?:新台币|台币|ntd\b|twd\b)/u, 'TWD'],
  [/^ ?(?:美元|美金|美刀|刀(?!客|具|片)|usd\b|dollars?\b|bucks?\b)/u, 'USD'],
  [/^ ?(?:人民币|rmb\b|cny\b|yuan\b|大洋|大元)/u, 'CNY'],
  [/^ ?(?:马币|令吉|myr\b|ringgit\b)/u, 'MYR'],
  [/^ ?(?:新币|新元|sgd\b)/u, 'SGD'],
  [/^ ?(?:英镑|gbp\b|pounds?\b|quid\b)/u, 'GBP'],
  [/^ ?(?:欧元|eur\b|euros?\b)/u, 'EUR'],
  [/^ ?(?:日元|日币|jpy\b|yen\b)/u, 'JPY'],
  [/^ ?(?:usdt\b|u(?![a-z0-9])|个?泰达币)/u, 'USDT'],
  [/^ ?(?:usdc\b)/u, 'USDC'],
  [/^ ?(?:eth\b|个?以太坊?)/u, 'ETH'],
  [/^ ?(?:btc\b|个?比特币)/u, 'BTC'],
  [/^ ?(?:bnb\b)/u, 'BNB'],
  [/^ ?(?:trx\b)/u, 'TRX'],
  [/^ ?(?:元(?!旦|素|宵)|块(?!链|儿)钱?|圆|大米)/u, LOCAL],
  [/^米(?!饭|线|粉|长|高|宽|远|粒|酒|糕|面|跑|[a-z0-9])/u, 'CNY'],
  [/^皮(?!肤|革|鞋|包|带|蛋|衣|具)/u, LOCAL, 10_000],
]

const mark = (length: number, currency: string, local: string | undefined, factor?: number): Mark => {
  const code = currency === LOCAL ? local : currency
  return { length, ...(code === undefined ? {} : { currency: code }), ...(factor === undefined ? {} : { factor }) }
}

const anyPrefix = new RegExp(prefixes.map(([pattern]) => pattern.source).join('|'), 'u')
/** A group for each suffix. */
const anySuffix = new RegExp(suffixes.map(([pattern]) => `(${pattern.source})`).join('|'), 'u')

/** The currency written just before a number, with the length of what is written. */
export function currencyBefore(before: string, local?: string): Mark | undefined {
  if (!anyPrefix.test(before)) return undefined
  for (const [pattern, currency] of prefixes) {
    const found = pattern.exec(before)
    if (found) return mark(found[0].length, currency, local)
  }
  return undefined
}

/** The currency written just after a number, with the length of what is written. */
export function currencyAfter(after: string, local?: string): Mark | undefined {
  const [whole, ...groups] = anySuffix.exec(after) ?? []
  const [, currency, factor] = suffixes[groups.findIndex((one) => one !== undefined)] ?? []
  return whole === undefined || currency === undefined ? undefined : mark(whole.length, currency, local, factor)
}
