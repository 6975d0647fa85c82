import { normalise } from './normalise.ts'

const STAR = '*'

/** A digit as people type it: half or full width. */
const D = '[0-9０-９]'
const gap = '[ \\u00a0\\-－—.·]?'
const notInNumber = `(?<![0-9０-９A-Za-z$¥£€￥.,，])`
const digits = (count: string) => `${D}(?:${gap}${D}){${count}}`
/** What follows an amount; then even a long number is one. */
const notMoney = '(?! ?(?:元|块|塊|万|萬|亿|億|千|%|％|usd|hkd|rmb|dollars?|人|个|個|[,.，]?[0-9０-９]))'

const patterns: readonly RegExp[] = [
  /[A-Za-z0-9._%+-]{1,64}[@＠][A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/gu,
  // Identity cards: mainland, Hong Kong, Taiwan.
  new RegExp(`${notInNumber}[1-9１-９]${D}{5}[ -－]?${D}{8}[ -－]?${D}{3}[0-9０-９XxＸｘ](?![0-9A-Za-z])`, 'gu'),
  /(?<![0-9A-Za-z])[A-Z]{1,2}[0-9]{6} ?[(（][0-9A][)）]/gu,
  /(?<![0-9A-Za-z])[A-Z][1289][0-9]{8}(?![0-9A-Za-z])/gu,
  // Cards and accounts of 12 to 19 digits, in one piece or in groups.
  new RegExp(
    `${notInNumber}(?!(?:${D}{2}00[ -]){2})${D}{4}(?:[ \\-－]${D}{4}){2,3}(?:[ \\-－]?${D}{1,3})?(?![0-9A-Za-z])${notMoney}`,
    'gu',
  ),
  new RegExp(`${notInNumber}${D}{12,19}(?![0-9０-９A-Za-z])${notMoney}`, 'gu'),
  // After a word for an account even what looks like an amount is its number.
  /(?<=(?:[账帐賬帳][号號户戶]|卡号|卡號|户头|戶頭|银行卡|銀行卡|支付宝|支付寶|account|acct|a\/c|card|alipay|iban)(?: ?(?:号码?|號碼?|number|no\.?|is|是|为|為))?[ :：]{0,3})[0-9](?:[ -]?[0-9]){9,22}(?![0-9])/giu,
  /(?<![0-9A-Za-z])(?!hk|my|nt|rm|sg|tw|us)[A-Z]{2}[0-9]{2} ?(?:[A-Z]{4} ?)?[0-9]{4}(?: ?[A-Z]?[0-9]{3,4}){1,6}(?: ?[0-9A-Z]{1,4})?(?![0-9A-Za-z])/giu,
  // Passports and social security numbers.
  /(?<![0-9A-Za-z])(?:[DEGHMPS][0-9]{8}|E[A-Z][0-9]{7})(?![0-9A-Za-z])/giu,
  /(?<=(?:护照|護照|passport)(?: ?(?:号码?|號碼?|number|no\.?|is|是))?[ :：]{0,3})[A-Z]{0,2}[0-9]{6,9}(?![0-9A-Za-z])/giu,
  /(?<![0-9A-Za-z$-])[0-9]{3}-[0-9]{2}-[0-9]{4}(?![0-9-])/gu,
  // Telephones: in Chinese numerals, British, mainland mobiles, then Taiwan and Hong Kong, then anything international.
  /(?<![零〇一二三四五六七八九十百千万幺])[一幺][三四五六七八九][零〇一二三四五六七八九幺]{9}(?![零〇一二三四五六七八九十百千万幺])/gu,
  /(?<![0-9A-Za-z$£.,-])07[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{3}(?![0-9])/gu,
  new RegExp(
    `(?<![0-9０-９A-Za-z$¥£€￥])(?:(?:[+＋]|00)?8[ ]?6[ \\-]?)?[1１][3-9３-９]${digits('8')}(?![0-9０-９])`,
    'gu',
  ),
  /(?<![0-9A-Za-z$¥])09[0-9]{2}[ -]?[0-9]{3}[ -]?[0-9]{3}(?![0-9])/gu,
  /(?<![0-9A-Za-z$¥])(?:\+|00)[1-9][0-9]{0,2}(?:[ .()-]{0,2}[0-9]){6,12}(?![0-9])/gu,
  /(?<![0-9A-Za-z$¥.,])\(?[2-9][0-9]{2}\)?[ .-][0-9]{3}[.-][0-9]{4}(?![0-9])/gu,
  /(?<![0-9A-Za-z$¥.,-])0[1-9][0-9]{1,2}[ -][0-9]{7,8}(?![0-9])/gu,
  /(?<![0-9A-Za-z$¥.,-])(?:852[ -]?|853[ -]?)[2-9][0-9]{3}[ -]?[0-9]{4}(?![0-9])/gu,
  /(?<![0-9A-Za-z$¥.,-] ?)[569][0-9]{3} [0-9]{4}(?! ?[0-9元块塊蚊人万萬])/gu,
  /(?<=(?:电话|電話|手机|手機|致电|致電|tel|phone|call|whatsapp|ws|wts|text|打|联系|聯絡|聯繫)[ :：+]{0,3})(?:852|853|886)?[ -]?[2-9][0-9]{3}[ -]?[0-9]{4}(?![0-9])(?! ?(?:元|块|塊|蚊|人))/giu,
]

/** After these words stands somebody's id on WeChat, QQ, Telegram, LINE or WhatsApp. */
const contact =
  /(?:微信号?|微信號|薇信?|威信|徽信|[微薇](?:❤|♥|\ufe0f){1,3}(?:信|xin)|wechat(?: id)?|weixin|wx|vx|v信|(?<![a-z])(?:[+➕＋]|加) ?v(?:x|信)?|(?<![a-z])qq(?:群|号|號)?|扣扣|企鹅|telegram|tg|电报|飞机号?|飛機|line(?: ?id)?|whatsapp|ins(?:tagram)?|小红书号)(?: ?(?:号|號|群|id|同号|是|为|為|加))?[ :：=\-→👉~]{0,4}(@?[A-Za-z0-9][A-Za-z0-9_-]{4,29})/giu
/** Of a payment service, where a bare figure is an amount: an id has a letter. */
const payee =
  /(?:支付[宝寶]|alipay|paypal|venmo|cash ?app|zelle)(?: ?(?:账号|帐号|賬號|帳號|account|id|号|號|是|为|為))?[ :：@$]{1,4}((?=[0-9_-]{0,28}[A-Za-z])(?![0-9.]{1,12}(?:usdt?|rmb|hkd|[kwu])(?![A-Za-z0-9]))[A-Za-z0-9][A-Za-z0-9_-]{4,29})/giu
const handle = /(?<![A-Za-z0-9._/@])(?:t\.me\/|wa\.me\/|@)([A-Za-z0-9][A-Za-z0-9_]{4,31})/gu

/** An id has a digit or an underscore, or follows a colon: "wechat group" is not an id. */
const isId = (id: string, whole: string) => /[0-9_]/.test(id) || /[:：=@]/.test(whole)

const starsLike = (text: string) => STAR.repeat(text.length)
const hide = (id: string, whole: string) => whole.slice(0, whole.length - id.length) + starsLike(id)

/** Numbers written with gaps, invisible marks, circles or keycaps, found in the normalised text and masked where they stand. */
function maskDisguised(text: string): string {
  const normal = normalise(text)
  const units = text.split('')
  for (const pattern of patterns)
    for (const { 0: found, index } of normal.text.matchAll(pattern)) {
      const [start, end] = normal.toOriginal(index, index + found.length)
      units.fill(STAR, start, end)
    }
  return units.join('')
}

/** As digits, in whatever form, the shortest number that is masked has. */
const FEWEST_DIGITS = 6
/** Letters that stand for digits count: 138OO138OOO. */
const anyDigit = /[\p{N}零〇一二三四五六七八九幺OoIl]/gu
const account = /[@＠]|[A-Za-z0-9][A-Za-z0-9_-]{4}/u
const holdsNumber = (text: string) => (text.match(anyDigit)?.length ?? 0) >= FEWEST_DIGITS

/**
 * The text with telephone, identity-card and account numbers, e-mail addresses and contact ids replaced
 * by `*`, unit for unit, so that every place in it stays where it was. Prices, years and amounts stay.
 */
export function mask(text: string): string {
  if (!account.test(text) && !holdsNumber(text)) return text
  let masked = text
  if (text.includes('@') || text.includes('＠') || holdsNumber(text)) {
    masked = maskDisguised(text)
    for (const pattern of patterns) masked = masked.replace(pattern, starsLike)
  }
  masked = masked.replace(payee, (whole, id: string) => (isId(id, whole) ? hide(id, whole) : whole))
  masked = masked.replace(contact, (whole, id: string) => (isId(id, whole) ? hide(id, whole) : whole))
  return masked.replace(handle, (whole, id: string) => hide(id, whole))
}
