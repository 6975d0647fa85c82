import type { Language } from '../../src/index.ts'

const lines: Readonly<Record<Language, string>> = {
  'zh-Hans': '收到图片，正在读，稍等几秒。',
  'zh-Hant': '收到圖片，正在讀，稍等幾秒。',
  en: 'Received; reading it now, this takes a few seconds.',
}

/** In Chinese and English where no language is known. */
export const readingLine = (language: Language | undefined): string =>
  language === undefined ? `${lines['zh-Hans']} / ${lines.en}` : lines[language]

/** Characters that few replies do without, as each of the two ways of writing has them. */
const [simplified, traditional] = [
  /[这个们吗没还来对会为么问钱请说图张读]/gu,
  /[這個們嗎沒還來對會為麼問錢請說圖張讀]/gu,
]

/** The language of a reply, which goes by the person's; what it quotes is left out. Undefined where it cannot be told. */
export function spokenIn(reply: string): Language | undefined {
  const own = reply.replace(/“[^”]*”|「[^」]*」/gu, ' ')
  const count = (form: RegExp) => own.match(form)?.length ?? 0
  const [han, words] = [count(/\p{Script=Han}/gu), count(/[a-z]{2,}/giu)]
  if (words > han) return 'en'
  const ahead = count(simplified) - count(traditional)
  return ahead === 0 ? undefined : ahead > 0 ? 'zh-Hans' : 'zh-Hant'
}
