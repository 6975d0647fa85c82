import type { Knowledge } from '../knowledge/knowledge.ts'
import { normalise } from './normalise.ts'

/** Stands for what is left out. */
const GAP = '…'
/** Digits in a row, beyond which a number is no amount. */
const MOST_DIGITS = 7
/** Fewer characters shown, or more of the quote left out, and it tells nothing. */
const [FEWEST_SHOWN, MOST_LEFT_OUT] = [4, 0.4]

const amount = /^(?:(?:hk|nt|us|s)?[$¥£€]|rmb?)?\d+(?:[.,]\d+)*(?:w\d?|k|m|u|usdt|usd|rmb|元)?%?$/u
const token = /[a-z0-9$¥£€][a-z0-9$¥£€.,'’-]*[a-z0-9%]|[a-z0-9]%?/uy
/** Some of them fold to letters: ℹ, Ⓜ. */
const pictograph = /\p{Extended_Pictographic}/u
const punctuation = /[\s，。、；：！？,.;:!?%~+\-–—/()（）]/u

/**
 * Makes of a quote what may be passed on without naming anyone: words of knowledge/speech/card-words.yaml and amounts
 * stand as they were written, everything else becomes "…". Empty where too little is left to tell anything.
 */
export function createVeil({ cardWords }: Pick<Knowledge, 'cardWords'>): (quote: string) => string {
  const han = new Set(cardWords.zh)
  const latin = new Set(cardWords.en)
  const longest = Math.max(...cardWords.zh.map((word) => word.length))

  const isKnown = (word: string) => latin.has(word.replaceAll('’', "'")) || isAmount(word)

  /** Where what may be shown at this place ends; the place itself where nothing may. */
  function shownUntil(text: string, at: number): number {
    if (punctuation.test(text[at] ?? '')) return at + 1
    token.lastIndex = at
    const word = token.exec(text)?.[0]
    if (word !== undefined) return isKnown(word) ? at + word.length : at
    for (let length = Math.min(longest, text.length - at); length > 0; length--)
      if (han.has(text.slice(at, at + length))) return at + length
    return at
  }

  return (quote) => {
    const { text, toOriginal } = normalise(quote)
    let veiled = ''
    let [shown, leftOut] = [0, 0]
    for (let at = 0; at < text.length; ) {
      const end = shownUntil(text, at)
      const words = end > at ? quote.slice(...toOriginal(at, end)) : ''
      if (words !== '' && !pictograph.test(words)) {
        veiled += words
        if (!punctuation.test(words)) shown += end - at
        at = end
        continue
      }
      token.lastIndex = at
      const hidden = token.exec(text)?.[0].length ?? (/[\ud800-\udbff]/u.test(text[at] ?? '') ? 2 : 1)
      if (!veiled.endsWith(GAP)) veiled += GAP
      leftOut += hidden
      at += hidden
    }
    if (shown < FEWEST_SHOWN || leftOut > MOST_LEFT_OUT * (shown + leftOut)) return ''
    return tidy(veiled)
  }
}

const isAmount = (word: string) => amount.test(word) && word.replace(/\D/gu, '').length <= MOST_DIGITS

const tidy = (text: string) =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/…(?:[\s，。、；：！？,.;:!?~+\-–—/()（）]*…)+/gu, GAP)
    .replace(/^[\s，。、；：！？,.;:!?~+\-–—/)）]+|[\s，。、；：,.;:~+\-–—/(（]+$/gu, '')
