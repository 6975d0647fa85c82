import { Converter } from 'opencc-js/t2cn'

/** Stands for a pictograph: a mark between words that is neither a letter nor a full stop. */
export const PICTOGRAPH = '·'

const meanings: Readonly<Record<string, string>> = {
  '🐴': '妈',
  '🐎': '妈',
  '➕': '+',
  '➖': '-',
  '✖': 'x',
  '🆓': '免费',
  '🈚': '无',
  '🧧': '红包',
  '💲': '$',
  '🔟': '10',
  '❗': '!',
  '❕': '!',
  '❓': '?',
  '❔': '?',
  '“': '"',
  '”': '"',
  '„': '"',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '‘': "'",
  '’': "'",
  '【': '[',
  '】': ']',
  '〖': '[',
  '〗': ']',
  '–': '-',
  '—': '-',
  '−': '-',
  〇: '零',
  '〜': '~',
  '|': PICTOGRAPH,
  丨: PICTOGRAPH,
  '•': PICTOGRAPH,
  '●': PICTOGRAPH,
  '→': PICTOGRAPH,
  '，': ',',
  '﹐': ',',
  '、': '、',
  '。': '。',
  '…': '.',
  '\t': ' ',
  '\r': ' ',
  '\u2028': '\n',
  '\u2029': '\n',
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  ο: 'o',
  α: 'a',
}

const invisible = /^[\p{Cf}\p{Mn}\p{Me}\p{Variation_Selector}\u3164\u115f\u1160\u2800]+$/u
const control = /^\p{Cc}$/u
const picture = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier})$/u
const latinLetter = /^[a-z]$/u

export const isHan = (unit: number): boolean => (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf)

let converter: ReturnType<typeof Converter> | undefined
/** Made when the first Chinese character is met: it takes 10 ms. */
function simplify(text: string): string {
  const convert = converter ?? Converter({ from: 'hk', to: 'cn' })
  converter = convert
  return convert(text)
}

function derive(character: string): string {
  const meaning = meanings[character]
  if (meaning !== undefined) return meaning
  if (character === '\n') return '\n'
  if (invisible.test(character)) return ''
  const unit = character.charCodeAt(0)
  if (control.test(character) || (character.length === 1 && unit >= 0xd800 && unit <= 0xdfff)) return ' '
  const form = character.normalize('NFKC').toLowerCase()
  if (picture.test(character)) return latinLetter.test(form) ? form : PICTOGRAPH
  if ([...form].every((one) => !isHan(one.charCodeAt(0)))) return meanings[form] ?? form
  return simplify(form)
}

const UNKNOWN = 0
const DROPPED = 1
const LONGER = 2
/** Folded code unit of each BMP code point, filled when first met. */
const folded = new Uint16Array(0x10000)
const longer = new Map<number, string>()

/** What a code point becomes, as UTF-16 units: none when dropped, one nearly always, sometimes more. */
export function fold(point: number): number | string {
  if (point < 0x10000) {
    const unit = folded[point] ?? UNKNOWN
    if (unit > LONGER) return unit
    if (unit === DROPPED) return ''
  }
  const known = longer.get(point)
  if (known !== undefined) return known
  const form = derive(String.fromCodePoint(point))
  if (point >= 0x10000 || form.length > 1) {
    longer.set(point, form)
    if (point < 0x10000) folded[point] = LONGER
    return form
  }
  if (form.length === 0) {
    folded[point] = DROPPED
    return form
  }
  folded[point] = form.charCodeAt(0)
  return form.charCodeAt(0)
}

/** Is this original character written in Traditional Chinese only? */
export const isTraditional = (unit: number): boolean => isHan(unit) && fold(unit) !== unit && !variants.has(unit)

/** Characters that opencc folds but that Simplified Chinese writes too. */
const variants: ReadonlySet<number> = new Set([...'乾著藉覆徵瞭麽'].map((one) => one.charCodeAt(0)))
