import { isHan, isTraditional } from './characters.ts'

export type ReadLanguage = 'zh-Hans' | 'zh-Hant' | 'en' | 'mixed'

const isLatin = (unit: number) => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a)

/**
 * The language of a message by its scripts. `mixed` when Chinese and English both carry weight, and
 * when there are no words at all: then the conversation's own language stands.
 */
export function languageOf(text: string): ReadLanguage {
  let han = 0
  let traditional = 0
  let words = 0
  let run = 0
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 0
    if (isLatin(unit)) {
      run++
      continue
    }
    if (run > 1) words++
    run = 0
    if (isHan(unit)) {
      han++
      if (isTraditional(unit)) traditional++
    }
  }
  if (han === 0) return words === 0 ? 'mixed' : 'en'
  if (words * 3 > han) return han * 4 < words ? 'en' : 'mixed'
  return traditional * 12 > han ? 'zh-Hant' : 'zh-Hans'
}
