import type { Language, Reply } from '../src/index.ts'

const texts = {
  'zh-Hans': '我们之前的对话没能读出来，只能从头开始；读不出的部分已另外保留，没有被覆盖。',
  'zh-Hant': '我們之前的對話沒能讀出來，只能從頭開始；讀不出的部分已另外保留，沒有被覆蓋。',
  en: 'What we said before could not be read, so we begin anew. What was there was put aside, not overwritten.',
}

/** For someone whose conversation could not be read, and with it the language they chose. */
export const lostConversation = (language: Language | undefined): Reply => ({
  text: language === undefined ? `${texts['zh-Hans']}\n${texts.en}` : texts[language],
})
