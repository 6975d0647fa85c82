import type { Language, Reply } from '../src/index.ts'

const lost = {
  'zh-Hans': '之前的对话记录读不出来了，只能从头开始；原来的内容已另外保存，没有被覆盖。',
  'zh-Hant': '之前的對話紀錄讀不出來了，只能從頭開始；原本的內容已另外保存，沒有被覆寫。',
  en: 'What we said before could not be read, so we begin anew. What was there was put aside, not overwritten.',
}

/** For someone whose conversation could not be read, and with it the language they chose. */
export const lostConversation = (language: Language | undefined): Reply => ({
  text: language === undefined ? `${lost['zh-Hans']}\n${lost.en}` : lost[language],
})

const tooMany = {
  'zh-Hans': '一下子来的消息太多，我顾不过来；这一分钟里的其余消息没有收下，请一分钟后再发。急事请打当地的报警电话。',
  'zh-Hant': '一下子來的訊息太多，我顧不過來；這一分鐘裡的其餘訊息沒有收下，請一分鐘後再傳。急事請打當地的報警電話。',
  en: 'That is more at once than I can take in. I keep none of the rest of this minute; please send it again in a minute. If it is urgent, call the police where you are.',
}

/** For someone, or a chat, that writes more than is taken in. */
export const tooManyMessages = (language: Language | undefined): string =>
  language === undefined ? `${tooMany['zh-Hans']}\n${tooMany.en}` : tooMany[language]
