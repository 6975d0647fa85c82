import type { Language, Reply } from '../src/index.ts'

const texts = {
  'zh-Hans': '之前的对话记录读不出来了，只能从头开始；原来的内容已另外保存，没有被覆盖。',
  'zh-Hant': '之前的對話紀錄讀不出來了，只能從頭開始；原本的內容已另外保存，沒有被覆寫。',
  en: 'What we said before could not be read, so we begin anew. What was there was put aside, not overwritten.',
}

/** For someone whose conversation could not be read, and with it the language they chose. */
export const lostConversation = (language: Language | undefined): Reply => ({
  text: language === undefined ? `${texts['zh-Hans']}\n${texts.en}` : texts[language],
})
