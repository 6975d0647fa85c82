import { isHan } from '../characters.ts'
import type { Span } from '../clauses.ts'

/**
 * A normalised text as the learned reader sees it. A token is one Chinese character, one Latin word cut to its stem,
 * or one figure, of which only the kind is kept: what is learned of 2,680 then holds for 3,980.
 */
export interface Tokens {
  readonly length: number
  /** What each token is: equal numbers, equal tokens. */
  readonly ids: readonly number[]
  /** Places in the normalised text. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Kinds of figures; smaller than the code of any Chinese character. */
const MONEY = 1
const PERCENT = 2
const LARGE = 3
const MIDDLE = 4
const SMALL = 5

const numerals = '一二两三四五六七八九十百千万半几俩仨零'
const money =
  '块|元(?!旦|素|宵)|刀(?!具|片)|米(?!饭|线|粉|酒)|usdt?|u(?![a-z])|dollars?|bucks?|quid|pounds?|euros?|naira|pesos?|rupees?|ringgit|rand(?![a-z])|shillings?|蚊|台币|港币|美金|美元'
const percent = ' ?(?:%|percent|pct)|个点|点(?!钟|[开到半前后])|趴|成(?![为功员])'
/** Groups: a sign before it, its digits, its scale, a share, a unit of money. */
const figure = new RegExp(
  String.raw`([$£€¥₦₱₹] ?)?(\d(?:[\d,]*\d)?(?:\.\d+)?)(?:([十百千]?[万亿]|[千百]|[wkm])(?![a-z])\d?| (?:hundred|thousand|grand|million|lac|lakhs?|crores?)(?![a-z]))?(?:(${percent})| ?(${money}))?`,
  'uy',
)
/** A lone numeral is a figure before one of these. */
const counted = '个位名人块元层级代倍天月年周次单套盒箱份成点户条'
/** Groups: a share, a unit of money. */
const chinese = new RegExp(`(?:[${numerals}]{2,}|[${numerals}](?=[${counted}]))(?:(${percent})|(${money}))?`, 'uy')
const ofCurrency: ReadonlySet<string> = new Set(
  'rmb usdt usd hkd ntd twd php ngn inr rs ksh kes rm myr mop sgd gbp aud nt hk us'.split(' '),
)
const spelt: ReadonlySet<string> = new Set(
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred thousand couple few several dozen'.split(
    ' ',
  ),
)

/** Cuts an English word to what its forms share; rough, and the same for what is learned and what is read. */
export function stem(word: string): string {
  const bare = word.replace(/'(?:s|d|ll|re|ve|m)?$/, '').replaceAll("'", '')
  if (bare.length > 5 && bare.endsWith('ing')) return bare.slice(0, -3)
  if (bare.length > 4 && bare.endsWith('ies')) return `${bare.slice(0, -3)}y`
  if (bare.length > 4 && (bare.endsWith('ed') || bare.endsWith('es'))) return bare.slice(0, -2)
  if (bare.length > 3 && bare.endsWith('s') && !bare.endsWith('ss')) return bare.slice(0, -1)
  return bare.length > 4 && bare.endsWith('e') ? bare.slice(0, -1) : bare
}

/** Above every code unit, so that no word is taken for a character; all numbers of tokens stay below 2^31. */
const WORD = 0x40000000

/** FNV-1a over the UTF-16 units, as an unsigned 32-bit number. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Words met lately, with what they are as tokens. */
const met = new Map<string, number>()
const MOST_MET = 4096
/** V8 keeps a longer piece of a text as a view, and with it the whole text. */
const LONGEST_MET = 12

function tokenOf(word: string): number {
  const known = met.get(word)
  if (known !== undefined) return known
  const token = spelt.has(word) ? SMALL : (hashOf(stem(word)) & (WORD - 1)) | WORD
  if (word.length > LONGEST_MET) return token
  if (met.size === MOST_MET) met.clear()
  met.set(word, token)
  return token
}

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39
const isLetter = (unit: number) => unit >= 0x61 && unit <= 0x7a
const isSign = (unit: number) =>
  unit === 0x24 || unit === 0xa3 || unit === 0xa5 || unit === 0x20ac || (unit >= 0x20a6 && unit <= 0x20b9)
const tableOf = (characters: string) => {
  const table = new Uint8Array(0x10000)
  for (const one of characters) table[one.charCodeAt(0)] = 1
  return table
}
const isNumeral = tableOf(numerals)
/** Without one of these after it a Chinese numeral is no figure: most are parts of other words. */
const goesOn = tableOf(numerals + counted)

function kindOfFigure([, sign, digits = '', scale, share, unit]: RegExpExecArray): number {
  if (share !== undefined) return PERCENT
  if (sign !== undefined || unit !== undefined) return MONEY
  if (scale !== undefined) return LARGE
  const value = Number(digits.replaceAll(',', ''))
  if (value >= 100) return LARGE
  return value >= 20 ? MIDDLE : SMALL
}

function kindOfNumeral([text, share, unit]: RegExpExecArray): number {
  if (share !== undefined) return PERCENT
  if (unit !== undefined) return MONEY
  return /[百千万]/.test(text) ? LARGE : SMALL
}

/** The tokens of a normalised text; everything else in it only parts them. */
export function tokensOf(text: string): Tokens {
  const ids: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  let length = 0
  const push = (id: number, start: number, end: number) => {
    ids[length] = id
    starts[length] = start
    ends[length++] = end
  }
  /** A currency just written: its figure is money, and takes its place. */
  let currency = -1
  for (let i = 0; i < text.length; ) {
    const unit = text.charCodeAt(i)
    if (isLetter(unit)) {
      let end = i + 1
      while (end < text.length && (isLetter(text.charCodeAt(end)) || text.charCodeAt(end) === 0x27)) end++
      const word = text.slice(i, end)
      currency = ofCurrency.has(word) ? length : -1
      push(tokenOf(word), i, end)
      i = end
      continue
    }
    const isWritten = isDigit(unit) || isSign(unit)
    if (isWritten || (isNumeral[unit] === 1 && goesOn[text.charCodeAt(i + 1)] === 1)) {
      const pattern = isWritten ? figure : chinese
      pattern.lastIndex = i
      const match = pattern.exec(text)
      if (match) {
        const end = i + match[0].length
        const named = currency === length - 1 && length > 0 && i - (ends[length - 1] ?? 0) <= 1
        if (named) length--
        const start = named ? (starts[length] ?? i) : i
        push(named ? MONEY : isWritten ? kindOfFigure(match) : kindOfNumeral(match), start, end)
        i = end
        continue
      }
    }
    if (isHan(unit)) push(unit, i, i + 1)
    i++
  }
  return { length, ids, starts, ends }
}

/** A clause is read as a whole; longer ones are cut, so that what is read stays bounded. */
const LONGEST = 36
const isChinese = (id: number) => id > SMALL && id < WORD
/** Is a token a figure? */
export const isFigure = (id: number) => id <= SMALL

function parts(text: string, tokens: Tokens, at: number): boolean {
  const { ids, starts, ends } = tokens
  const [from, to] = [ends[at - 1] ?? 0, starts[at] ?? 0]
  for (let i = from; i < to; i++) {
    switch (text[i]) {
      case ',':
      case ';':
      case '!':
      case '?':
      case '。':
      case '\n':
      case '·':
        return true
      case '.':
        if (i + 1 === to || text[i + 1] === ' ' || text[i + 1] === '.') return true
        break
      case ':':
        if (!isFigure(ids[at] ?? 0)) return true
        break
      case ' ':
        if (isChinese(ids[at - 1] ?? 0) && isChinese(ids[at] ?? 0)) return true
        break
    }
  }
  return false
}

/** The clauses of a text, as ranges of its tokens. */
export function clausesIn(text: string, tokens: Tokens): Span[] {
  const found: Span[] = []
  let start = 0
  for (let i = 1; i <= tokens.length; i++) {
    if (i < tokens.length && i - start < LONGEST && !parts(text, tokens, i)) continue
    found.push({ start, end: i })
    start = i
  }
  return found
}
