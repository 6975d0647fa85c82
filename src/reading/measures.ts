import { LOCAL } from './currencies.ts'

/** What the words just after a number say it counts. */
export interface Measure {
  readonly kind: 'money' | 'percent' | 'count'
  /** `LOCAL` is the currency of the place. */
  readonly currency?: string
  readonly unit?: 'level' | 'person' | 'time'
  /** By how much the number before it counts more. */
  readonly factor?: number
}

const money = (currency: string, factor = 1): Measure => ({ kind: 'money', currency, factor })
const count = (unit: 'level' | 'person' | 'time'): Measure => ({ kind: 'count', unit })

/** On normalised text; the first that stands there is meant. */
const measures: readonly (readonly [RegExp, Measure])[] = [
  [/ ?(?:%|％|percent\b|pct\b|个?百?点(?![钟到以])|趴|分点)/u, { kind: 'percent' }],
  [/ ?成(?![为员功长都本])/u, { kind: 'percent', factor: 10 }],
  [/ ?(?:元|块钱?|圆)?(?:港币|港纸|港元|hkd\b|蚊)/u, money('HKD')],
  [/ ?(?:元|块)?(?:新台币|台币|ntd\b|twd\b)/u, money('TWD')],
  [/ ?(?:美元|美金|美刀|刀(?!客|具|片)|usd\b|dollars?\b|bucks?\b)/u, money('USD')],
  [/ ?(?:人民币|rmb\b|cny\b|yuan\b|大洋|大元)/u, money('CNY')],
  [/ ?(?:马币|令吉|myr\b|ringgit\b)/u, money('MYR')],
  [/ ?(?:新币|新元|sgd\b)/u, money('SGD')],
  [/ ?(?:inr\b|rs\b\.?|rupees?\b)/u, money('INR')],
  [/ ?(?:ngn\b|naira\b)/u, money('NGN')],
  [/ ?(?:php\b(?! (?:dev|cod|script|site))|pesos?\b)/u, money('PHP')],
  [/ ?(?:kes\b|ksh\b|shillings?\b)/u, money('KES')],
  [/ ?(?:英镑|gbp\b|pounds?\b|quid\b)/u, money('GBP')],
  [/ ?(?:欧元|eur\b|euros?\b)/u, money('EUR')],
  [/ ?(?:日元|日币|jpy\b|yen\b)/u, money('JPY')],
  [/ ?(?:usdt\b|u(?![a-z0-9])|个?泰达币)/u, money('USDT')],
  [/ ?usdc\b/u, money('USDC')],
  [/ ?(?:eth\b|个?以太坊?)/u, money('ETH')],
  [/ ?(?:btc\b|个?比特币)/u, money('BTC')],
  [/ ?bnb\b/u, money('BNB')],
  [/ ?trx\b/u, money('TRX')],
  [/ ?(?:元(?!旦|素|宵)|块(?!链|儿)钱?|圆|大米)/u, money(LOCAL)],
  [/米(?!饭|线|粉|长|高|宽|远|粒|酒|糕|面|跑|[a-z0-9])/u, money('CNY')],
  [/皮(?!肤|革|鞋|包|带|蛋|衣|具)/u, money(LOCAL, 10_000)],
  [
    /[ -]?(?:代|层|级(?!别)|阶|度|levels?\b|lvls?\b|tiers?\b|generations?\b|gens?\b|layers?\b|deep\b|degrees?\b)/u,
    count('level'),
  ],
  [
    / ?(?:个?人|位|名(?!额)|个(?:朋友|好友|新人|亲|下|会员|代理|店主|客户|合伙)|(?:new |more |other )?(?:people|persons?|friends?|members?|recruits?|others|reps?|partners?|agents?|guests?)\b)/u,
    count('person'),
  ],
  [
    /[ -]?(?:天|日|号|月|年|周|小时|分钟|点|期|days?\b|hours?\b|hrs?\b|weeks?\b|months?\b|years?\b|am\b|pm\b|:\d\d)/u,
    count('time'),
  ],
]

const anyMeasure = new RegExp(measures.map(([pattern]) => `(${pattern.source})`).join('|'), 'uy')

/** What stands at a place of a normalised text, just after a number, with how long it is. */
export function measureAt(
  text: string,
  at: number,
): { readonly measure: Measure; readonly length: number } | undefined {
  anyMeasure.lastIndex = at
  const found = anyMeasure.exec(text)
  if (found === null) return undefined
  const [, measure] = measures[found.indexOf(found[0], 1) - 1] ?? []
  return measure && { measure, length: found[0].length }
}
